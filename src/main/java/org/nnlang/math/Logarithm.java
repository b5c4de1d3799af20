package org.nnlang.math;

/**
 * ln x and ln(1 + x) from IEEE basic operations alone.
 *
 * <p>x = 2ᵏ m with 1 ≤ m &lt; 2. A table holds 1/c, for a c near m, to 8 binary digits, so that r = m/c − 1 is exact and
 * |r| &lt; 1/128; then ln x = k ln 2 + ln c + ln(1 + r), the last by its Taylor series. Next to 1 the first two terms
 * are 0, or cancel exactly, and the result is as accurate as anywhere else.
 */
final class Logarithm {
    /** ln 2: a part with so few digits that its product with k is exact, and the rest. */
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;

    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** 1/3: its first 26 digits, and the rest. */
    private static final double THIRD_HIGH = 0x1.5555554p-2;

    private static final double THIRD_LOW = 0x1.5555555555555p-30;

    /** Added and taken away again, rounds to 27 digits after the point, whose product with 1/c is exact. */
    private static final double ROUNDER = 0x1.8p25;

    private Logarithm() {}

    static double ln(double x) {
        return sum(x, 0);
    }

    /** ln(u + lost) = ln u + lost/u, where u + lost is exactly 1 + x. */
    static double log1p(double x) {
        double u = 1 + x;
        double x1 = u - 1;
        double lost = (1 - (u - x1)) + (x - x1);
        if (!(u > 0) || u == Double.POSITIVE_INFINITY || x == 0) {
            return x == 0 ? x : ln(u);
        }
        return sum(u, lost / u);
    }

    /** ln x + extra, rounded once; |extra| is below an ulp of 1. */
    private static double sum(double x, double extra) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return outside(x);
        }
        return sum(x, 0, extra);
    }

    private static double sum(double x, int shift, double extra) {
        long bits = Double.doubleToRawLongBits(x);
        int k = (int) (bits >> 52) - 1023 - shift;
        int row = ((int) (bits >> 45) & 127) * 3;
        double m = Double.longBitsToDouble((bits & 0x000fffffffffffffL) | 0x3ff0000000000000L);
        double reciprocal = TABLE[row];
        double head = (m + ROUNDER) - ROUNDER;
        double r = (head * reciprocal - 1) + (m - head) * reciprocal;
        double start = k * LN2_HIGH + TABLE[row + 1];
        double high = start + r;
        double low = (start - high) + r + (k * LN2_LOW + TABLE[row + 2]) + extra;
        return high + (low + r * r * series(r));
    }

    /** (ln(1 + r) − r) / r² = −1/2 + r/3 − r²/4 + … */
    private static double series(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        return ((-1 / 2.0 + r * (1 / 3.0)) + r2 * (-1 / 4.0 + r * (1 / 5.0)))
                + r4 * ((-1 / 6.0 + r * (1 / 7.0)) + r2 * (-1 / 8.0));
    }

    /** ln x to 2⁻⁷⁵ of it, for a finite x above 0. */
    static DoubleDouble precise(double x) {
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
        int k = (int) (bits >> 52) - (subnormal ? 1023 + 54 : 1023);
        int row = ((int) (bits >> 45) & 127) * 3;
        double m = Double.longBitsToDouble((bits & 0x000fffffffffffffL) | 0x3ff0000000000000L);
        double reciprocal = TABLE[row];
        double head = (m + ROUNDER) - ROUNDER;
        double r = (head * reciprocal - 1) + (m - head) * reciprocal;
        DoubleDouble first = DoubleDouble.sum(k * LN2_HIGH + TABLE[row + 1], r);
        // ln(1 + r) − r = r² (−1/2 + r/3 + small), r/3 without its last digits, which are small too
        double r1 = DoubleDouble.head(r);
        double small = (r - r1) * THIRD_HIGH + r * (THIRD_LOW + r * furtherSeries(r));
        DoubleDouble factor = DoubleDouble.sum(-0.5, r1 * THIRD_HIGH);
        DoubleDouble square = DoubleDouble.product(r, r);
        DoubleDouble rest = DoubleDouble.product(square.high(), factor.high());
        double low = square.high() * (factor.low() + small) + square.low() * factor.high() + rest.low();
        DoubleDouble sum = DoubleDouble.sum(first.high(), rest.high());
        return DoubleDouble.sum(sum.high(), sum.low() + (first.low() + (k * LN2_LOW + TABLE[row + 2]) + low));
    }

    /** −1/4 + r/5 − r²/6 + … + r⁷/11. */
    private static double furtherSeries(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        return ((-1 / 4.0 + r * (1 / 5.0)) + r2 * (-1 / 6.0 + r * (1 / 7.0)))
                + r4 * ((-1 / 8.0 + r * (1 / 9.0)) + r2 * (-1 / 10.0 + r * (1 / 11.0)));
    }

    private static double outside(double x) {
        if (x > 0) {
            return x < 1 ? sum(x * 0x1p54, 54, 0) : x; // subnormal, or infinite
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /** A row for m in [1 + i/128, 1 + (i+1)/128): 1/c, ln c in steps of 2⁻⁴², and the rest of ln c. */
    private static final double[] TABLE = {
        0x1.0p0, 0x0.0p0, 0x0.0p0,
        0x1.fap-1, 0x1.82448a388p-7, 0x1.4554412c584ep-44,
        0x1.f6p-1, 0x1.432a92598p-6, 0x1.98139928637fep-47,
        0x1.f2p-1, 0x1.c63d2ec15p-6, -0x1.5439ce030a687p-44,
        0x1.eep-1, 0x1.252f32f8dp-5, 0x1.83e9ae021b67bp-45,
        0x1.eap-1, 0x1.67c94f2d48p-5, 0x1.dac20827cca0cp-44,
        0x1.e8p-1, 0x1.894aa149f8p-5, 0x1.9a19a8be97661p-44,
        0x1.e4p-1, 0x1.ccb73cddd8p-5, 0x1.965c36e09f5fep-44,
        0x1.ep-1, 0x1.08598b59e4p-4, -0x1.7e5dd7009902cp-46,
        0x1.dcp-1, 0x1.2aa04a447p-4, 0x1.7a48ba8b1cb41p-44,
        0x1.dap-1, 0x1.3bdf5a7d2p-4, -0x1.19bd0ad125895p-44,
        0x1.d6p-1, 0x1.5e95a4d978p-4, 0x1.1cb7ce1d17171p-44,
        0x1.d2p-1, 0x1.8197e2f41p-4, -0x1.c0fe460d20041p-44,
        0x1.dp-1, 0x1.9335e5d594p-4, 0x1.3115c3abd47dap-45,
        0x1.ccp-1, 0x1.b6ac88dad4p-4, 0x1.b1bdff50225c7p-44,
        0x1.c8p-1, 0x1.da72763844p-4, 0x1.a89401fa71733p-46,
        0x1.c6p-1, 0x1.ec739830ap-4, 0x1.11fcba80cdd1p-44,
        0x1.c2p-1, 0x1.08598b59e4p-3, -0x1.7e5dd7009902cp-45,
        0x1.cp-1, 0x1.1178e8227ep-3, 0x1.1ef78ce2d07f2p-45,
        0x1.bcp-1, 0x1.23d712a49cp-3, 0x1.00d238fd3df5cp-46,
        0x1.bap-1, 0x1.2d1610c868p-3, 0x1.39d6ccb81b4a1p-47,
        0x1.b6p-1, 0x1.3fb45a5992p-3, 0x1.19713c0cae559p-44,
        0x1.b4p-1, 0x1.4913d8333cp-3, -0x1.53e43558124c4p-44,
        0x1.bp-1, 0x1.5bf406b544p-3, -0x1.27023eb68981cp-46,
        0x1.aep-1, 0x1.6574ebe8c2p-3, -0x1.98c1d34f0f462p-44,
        0x1.aap-1, 0x1.7898d85444p-3, 0x1.8e67be3dbaf3fp-44,
        0x1.a8p-1, 0x1.823c16551ap-3, 0x1.e0ddb9a631e83p-46,
        0x1.a6p-1, 0x1.8beafeb39p-3, -0x1.73d54aae92cd1p-47,
        0x1.a2p-1, 0x1.9f6c40708ap-3, -0x1.337d94bcd3f43p-44,
        0x1.ap-1, 0x1.a93ed3c8aep-3, -0x1.8724350562169p-45,
        0x1.9ep-1, 0x1.b31d8575bcp-3, 0x1.c794e562a63cbp-44,
        0x1.9ap-1, 0x1.c6ffbc6fp-3, 0x1.ee138d3a69d43p-44,
        0x1.98p-1, 0x1.d1037f2656p-3, -0x1.84a7e75b6f6e4p-47,
        0x1.96p-1, 0x1.db13db0d48p-3, 0x1.2806a847527e6p-44,
        0x1.94p-1, 0x1.e530effe72p-3, -0x1.fdbdbb13f7c18p-44,
        0x1.9p-1, 0x1.f991c6cb3cp-3, -0x1.90d04cd7cc834p-44,
        0x1.8ep-1, 0x1.01eae5626cp-2, 0x1.a43dcfade85aep-44,
        0x1.8cp-1, 0x1.07138604d6p-2, -0x1.e76324e912b17p-44,
        0x1.8ap-1, 0x1.0c42d67616p-2, 0x1.7188b163ceae9p-45,
        0x1.88p-1, 0x1.1178e8227ep-2, 0x1.1ef78ce2d07f2p-44,
        0x1.84p-1, 0x1.1bf99635a7p-2, -0x1.1ac89575c2125p-44,
        0x1.82p-1, 0x1.214456d0ecp-2, -0x1.caf0428b728a3p-44,
        0x1.8p-1, 0x1.269621134ep-2, -0x1.1b61f10522625p-44,
        0x1.7ep-1, 0x1.2bef07cdc9p-2, 0x1.a9cfa4a5004f4p-45,
        0x1.7cp-1, 0x1.314f1e1d36p-2, -0x1.8e27ad3213cb8p-45,
        0x1.7ap-1, 0x1.36b6776be1p-2, 0x1.16ecdb0f177c8p-46,
        0x1.78p-1, 0x1.3c25277333p-2, 0x1.83b54b606bd5cp-46,
        0x1.76p-1, 0x1.419b423d5fp-2, -0x1.ce379226de3ecp-44,
        0x1.74p-1, 0x1.4718dc271cp-2, 0x1.06c18fb4c14c5p-44,
        0x1.72p-1, 0x1.4c9e09e173p-2, -0x1.e20891b0ad8a4p-45,
        0x1.7p-1, 0x1.522ae0738ap-2, 0x1.ebe708164c759p-45,
        0x1.6ep-1, 0x1.57bf753c8dp-2, 0x1.fadedee5d40efp-46,
        0x1.6cp-1, 0x1.5d5bddf596p-2, -0x1.a0b2a08a465dcp-47,
        0x1.6ap-1, 0x1.630030b3abp-2, -0x1.db623e731aep-45,
        0x1.68p-1, 0x1.68ac83e9c7p-2, -0x1.7af966c548a3p-44,
        0x1.66p-1, 0x1.6e60ee6af2p-2, -0x1.a37a6a0f7749ep-44,
        0x1.64p-1, 0x1.741d876c68p-2, -0x1.13a7b5b11cfa7p-44,
        0x1.62p-1, 0x1.79e26687dp-2, -0x1.309c168817444p-44,
        0x1.6p-1, 0x1.7fafa3bd81p-2, 0x1.46fb79bf6d4cbp-44,
        0x1.5ep-1, 0x1.85855776ddp-2, -0x1.015486666443bp-44,
        0x1.5cp-1, 0x1.8b639a88b3p-2, -0x1.05ae1e5e7047p-45,
        0x1.5ap-1, 0x1.914a8635bfp-2, 0x1.a2652b44673e1p-44,
        0x1.58p-1, 0x1.973a343135p-2, 0x1.ab73b16bf4984p-44,
        0x1.56p-1, 0x1.9d32bea15fp-2, -0x1.6279e10d0c0bp-45,
        0x1.54p-1, 0x1.a33440225p-2, -0x1.61cdd40314305p-44,
        0x1.52p-1, 0x1.a93ed3c8aep-2, -0x1.8724350562169p-44,
        0x1.5p-1, 0x1.af5295248dp-2, -0x1.17cc552774458p-45,
        0x1.5p-1, 0x1.af5295248dp-2, -0x1.17cc552774458p-45,
        0x1.4ep-1, 0x1.b56fa04463p-2, -0x1.bdab6b49ef99bp-44,
        0x1.4cp-1, 0x1.bb9611b80ep-2, 0x1.7d85bf40a666dp-45,
        0x1.4ap-1, 0x1.c1c60693fap-2, 0x1.cec807fe8e18p-45,
        0x1.48p-1, 0x1.c7ff9c7455p-2, 0x1.324911f56db29p-44,
        0x1.46p-1, 0x1.ce42f18064p-2, 0x1.d0d0798270b2ap-44,
        0x1.46p-1, 0x1.ce42f18064p-2, 0x1.d0d0798270b2ap-44,
        0x1.44p-1, 0x1.d490246dfp-2, -0x1.652280b2c4c2cp-44,
        0x1.42p-1, 0x1.dae75484c9p-2, 0x1.856f4a7c8e7a6p-44,
        0x1.4p-1, 0x1.e148a1a272p-2, 0x1.b36537e3375b2p-44,
        0x1.3ep-1, 0x1.e7b42c3ddbp-2, -0x1.465505372bd08p-45,
        0x1.3ep-1, 0x1.e7b42c3ddbp-2, -0x1.465505372bd08p-45,
        0x1.3cp-1, 0x1.ee2a156b41p-2, 0x1.f27f45a470251p-45,
        0x1.3ap-1, 0x1.f4aa7ee032p-2, -0x1.b4c86a43fad5dp-44,
        0x1.38p-1, 0x1.fb358af7a5p-2, -0x1.def40b87d36d9p-44,
        0x1.38p-1, 0x1.fb358af7a5p-2, -0x1.def40b87d36d9p-44,
        0x1.36p-1, 0x1.00e5ae5b208p-1, -0x1.53ba3b1727b1cp-47,
        0x1.34p-1, 0x1.04360be76p-1, 0x1.d6774030d58c4p-44,
        0x1.32p-1, 0x1.078bf0533c8p-1, -0x1.4bf6edf090501p-44,
        0x1.32p-1, 0x1.078bf0533c8p-1, -0x1.4bf6edf090501p-44,
        0x1.3p-1, 0x1.0ae76e2d058p-1, -0x1.82de51de06076p-44,
        0x1.2ep-1, 0x1.0e4898611dp-1, -0x1.8f599fe1ffa3p-44,
        0x1.2ep-1, 0x1.0e4898611dp-1, -0x1.8f599fe1ffa3p-44,
        0x1.2cp-1, 0x1.11af823c758p-1, 0x1.53cdc223111a7p-44,
        0x1.2ap-1, 0x1.151c3f6f298p-1, -0x1.edd97a293ae49p-45,
        0x1.2ap-1, 0x1.151c3f6f298p-1, -0x1.edd97a293ae49p-45,
        0x1.28p-1, 0x1.188ee40f24p-1, -0x1.accec41d52e6cp-44,
        0x1.26p-1, 0x1.1c07849ae6p-1, 0x1.cacdeed70e667p-51,
        0x1.26p-1, 0x1.1c07849ae6p-1, 0x1.cacdeed70e667p-51,
        0x1.24p-1, 0x1.1f8635fc618p-1, -0x1.a7242c9fe81d3p-45,
        0x1.22p-1, 0x1.230b0d8becp-1, -0x1.b40fe646de661p-44,
        0x1.22p-1, 0x1.230b0d8becp-1, -0x1.b40fe646de661p-44,
        0x1.2p-1, 0x1.269621134d8p-1, 0x1.c93c1df5bb3b6p-44,
        0x1.1ep-1, 0x1.2a2786d0ecp-1, 0x1.06d2be797882dp-45,
        0x1.1ep-1, 0x1.2a2786d0ecp-1, 0x1.06d2be797882dp-45,
        0x1.1cp-1, 0x1.2dbf557b0ep-1, -0x1.7a6e507b9dc11p-46,
        0x1.1cp-1, 0x1.2dbf557b0ep-1, -0x1.7a6e507b9dc11p-46,
        0x1.1ap-1, 0x1.315da443408p-1, -0x1.74e93c5a0ed9cp-45,
        0x1.18p-1, 0x1.35028ad9d9p-1, -0x1.bd1f01ab60655p-44,
        0x1.18p-1, 0x1.35028ad9d9p-1, -0x1.bd1f01ab60655p-44,
        0x1.16p-1, 0x1.38ae2171978p-1, -0x1.18b7abb5569a4p-45,
        0x1.16p-1, 0x1.38ae2171978p-1, -0x1.18b7abb5569a4p-45,
        0x1.14p-1, 0x1.3c6080c36cp-1, -0x1.2b7367cfe13c2p-47,
        0x1.12p-1, 0x1.4019c2125c8p-1, 0x1.498c367879c5ap-44,
        0x1.12p-1, 0x1.4019c2125c8p-1, 0x1.498c367879c5ap-44,
        0x1.1p-1, 0x1.43d9ff2f92p-1, 0x1.e267b0b7efae1p-44,
        0x1.1p-1, 0x1.43d9ff2f92p-1, 0x1.e267b0b7efae1p-44,
        0x1.0ep-1, 0x1.47a1527e8ap-1, 0x1.69a4a83594fabp-44,
        0x1.0ep-1, 0x1.47a1527e8ap-1, 0x1.69a4a83594fabp-44,
        0x1.0cp-1, 0x1.4b6fd6f971p-1, -0x1.f047750959d5fp-44,
        0x1.0ap-1, 0x1.4f45a835a5p-1, -0x1.e6c516d93b8fbp-45,
        0x1.0ap-1, 0x1.4f45a835a5p-1, -0x1.e6c516d93b8fbp-45,
        0x1.08p-1, 0x1.5322e268678p-1, 0x1.5ccc45d257531p-47,
        0x1.08p-1, 0x1.5322e268678p-1, 0x1.5ccc45d257531p-47,
        0x1.06p-1, 0x1.5707a26bb9p-1, -0x1.cccfe80199f84p-44,
        0x1.06p-1, 0x1.5707a26bb9p-1, -0x1.cccfe80199f84p-44,
        0x1.04p-1, 0x1.5af405c3648p-1, 0x1.dfa63ac10c9fbp-45,
        0x1.04p-1, 0x1.5af405c3648p-1, 0x1.dfa63ac10c9fbp-45,
        0x1.02p-1, 0x1.5ee82aa2418p-1, 0x1.202380cda46bep-45,
        0x1.02p-1, 0x1.5ee82aa2418p-1, 0x1.202380cda46bep-45,
        0x1.0p-1, 0x1.62e42fefa38p-1, 0x1.ef35793c7673p-45,
    };
}
