// The limit for small networks: code for one network only, each number where the compiler wants it.
//     small A|B|C FOLDER
#include "common.h"

#define KERNEL __attribute__((noinline)) static double
#define UNROLL _Pragma("GCC unroll 4") for

// ---- A: 2-2-2, sigmoid, half squared error, one sample, biases fixed.

// Trains n steps; returns the error before the last update, after one step w5.
#define NET_A(NAME, EXP) \
    KERNEL NAME(long n) { \
        const double x1 = .05, x2 = .10, t1 = .01, t2 = .99, b1 = .35, b2 = .60, rate = .5; \
        double w1 = .15, w2 = .20, w3 = .25, w4 = .30, w5 = .40, w6 = .45, w7 = .50, w8 = .55, error = 0; \
        for (long step = 0; step < n; step++) { \
            double h1 = 1 / (1 + EXP(-(w1 * x1 + w2 * x2 + b1))); \
            double h2 = 1 / (1 + EXP(-(w3 * x1 + w4 * x2 + b1))); \
            double y1 = 1 / (1 + EXP(-(w5 * h1 + w6 * h2 + b2))); \
            double y2 = 1 / (1 + EXP(-(w7 * h1 + w8 * h2 + b2))); \
            double e1 = y1 - t1, e2 = y2 - t2; \
            error = .5 * e1 * e1 + .5 * e2 * e2; \
            double d1 = e1 * y1 * (1 - y1), d2 = e2 * y2 * (1 - y2); \
            double g1 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), g2 = (d1 * w6 + d2 * w8) * h2 * (1 - h2); \
            w5 -= rate * d1 * h1, w6 -= rate * d1 * h2, w7 -= rate * d2 * h1, w8 -= rate * d2 * h2; \
            w1 -= rate * g1 * x1, w2 -= rate * g1 * x2, w3 -= rate * g2 * x1, w4 -= rate * g2 * x2; \
        } \
        return n == 1 ? w5 : error; \
    }
NET_A(a_libm, exp)
NET_A(a_table, exp_table)

VECTOR_EXP(2)

// The same, both neurons of a layer at once; the weights in columns.
KERNEL a_vector(long n) {
    const double x1 = .05, x2 = .10, rate = .5;
    const double2 t = {.01, .99};
    double2 from_x1 = {.15, .25}, from_x2 = {.20, .30}, from_h1 = {.40, .50}, from_h2 = {.45, .55}, e = {0, 0};
    for (long step = 0; step < n; step++) {
        double2 h = 1 / (1 + exp_2(-(from_x1 * x1 + from_x2 * x2 + .35)));
        double2 y = 1 / (1 + exp_2(-(from_h1 * h[0] + from_h2 * h[1] + .60)));
        e = y - t;
        double2 d = e * y * (1 - y), p = d * from_h1, q = d * from_h2;
        double2 g = (double2){p[0] + p[1], q[0] + q[1]} * h * (1 - h);
        d *= rate, g *= rate;
        from_h1 -= d * h[0], from_h2 -= d * h[1], from_x1 -= g * x1, from_x2 -= g * x2;
    }
    return n == 1 ? from_h1[0] : .5 * (e[0] * e[0] + e[1] * e[1]);
}

static void run_a(const char *name, double (*train)(long)) {
    double w5 = train(1), error = train(10000), start = now();
    volatile double last = train(10000000);
    (void)last;
    result("A", name, (now() - start) / 1e7, text("w5=%.8f E10k=%.4e", w5, error));
}

// ---- B: XOR, 2-4-1, tanh and sigmoid, half squared error, rate 0.5; per sample, or the sum over all four.

static const double xor_input[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, xor_target[4] = {0, 1, 1, 0};
static const double *weights_b; // hidden weights, hidden biases, output weights, output bias

static double loss_b(const double *w, double b2) {
    double loss = 0;
    for (int m = 0; m < 4; m++) {
        double z = b2;
        for (int j = 0; j < 4; j++)
            z += w[12 + j] * tanh(w[2 * j] * xor_input[m][0] + w[2 * j + 1] * xor_input[m][1] + w[8 + j]);
        double e = 1 / (1 + exp(-z)) - xor_target[m];
        loss += .5 * e * e / 4;
    }
    return loss;
}

static inline double tanh_table(double x) { return 1 - 2 / (exp_table(2 * x) + 1); }

// Trains; returns the errors of the last epoch, each as it was before its update; sets the mean error at the end.
#define NET_B(NAME, EXP, TANH, FULL) \
    KERNEL NAME(long epochs, double *loss) { \
        double w[17], error = 0; \
        memcpy(w, weights_b, sizeof w); \
        double *w1 = w, *b1 = w + 8, *w2 = w + 12, b2 = w[16]; \
        const double rate = .5; \
        for (long epoch = 0; epoch < epochs; epoch++) { \
            double v1[8] = {0}, c1[4] = {0}, v2[4] = {0}, c2 = 0; \
            error = 0; \
            UNROLL(int m = 0; m < 4; m++) { \
                const double *x = xor_input[m]; \
                double h[4], g[4]; \
                UNROLL(int j = 0; j < 4; j++) h[j] = TANH(w1[2 * j] * x[0] + w1[2 * j + 1] * x[1] + b1[j]); \
                double y = 1 / (1 + EXP(-(w2[0] * h[0] + w2[1] * h[1] + w2[2] * h[2] + w2[3] * h[3] + b2))); \
                double e = y - xor_target[m], d = e * y * (1 - y); \
                error += .5 * e * e; \
                UNROLL(int j = 0; j < 4; j++) g[j] = d * w2[j] * (1 - h[j] * h[j]); \
                if (FULL) { \
                    UNROLL(int j = 0; j < 4; j++) \
                        v2[j] += d * h[j], c1[j] += g[j], v1[2 * j] += g[j] * x[0], v1[2 * j + 1] += g[j] * x[1]; \
                    c2 += d; \
                } else { \
                    d *= rate; \
                    UNROLL(int j = 0; j < 4; j++) { \
                        double q = rate * g[j]; \
                        w2[j] -= d * h[j], b1[j] -= q, w1[2 * j] -= q * x[0], w1[2 * j + 1] -= q * x[1]; \
                    } \
                    b2 -= d; \
                } \
            } \
            if (FULL) { \
                for (int j = 0; j < 4; j++) \
                    w2[j] -= rate * v2[j], b1[j] -= rate * c1[j], w1[2 * j] -= rate * v1[2 * j], \
                        w1[2 * j + 1] -= rate * v1[2 * j + 1]; \
                b2 -= rate * c2; \
            } \
        } \
        *loss = loss_b(w, b2); \
        return error; \
    }
NET_B(b_libm, exp, tanh, 0)
NET_B(b_table, exp_table, tanh_table, 0)
NET_B(b_full_libm, exp, tanh, 1)
NET_B(b_full_table, exp_table, tanh_table, 1)

static void run_b(const char *workload, const char *name, double (*train)(long, double *)) {
    double loss;
    train(1000, &loss);
    double start = now(), error = train(100000, &loss);
    result(workload, name, (now() - start) / 4e5, text("E=%.4e loss=%.6e", error, loss));
}

// ---- C: iris, 4-10-3, sigmoid, softmax with cross-entropy, rate 0.05; per sample, or batches of 16.

enum { ROWS = 150, HIDDEN = 10 };
static const double *iris, *iris_weights;

VECTOR_EXP(8)

static double loss_c(const double w1[4][16], const double b1[16], const double w2[3][16], const double b2[3]) {
    double loss = 0;
    for (int row = 0; row < ROWS; row++) {
        const double *x = iris + 4 * row;
        double z[3] = {b2[0], b2[1], b2[2]}, sum = 0;
        for (int j = 0; j < HIDDEN; j++) {
            double h = 1 / (1 + exp(-(b1[j] + w1[0][j] * x[0] + w1[1][j] * x[1] + w1[2][j] * x[2] + w1[3][j] * x[3])));
            for (int k = 0; k < 3; k++) z[k] += w2[k][j] * h;
        }
        for (int k = 0; k < 3; k++) sum += exp(z[k]);
        loss += log(sum) - z[(int)iris[4 * ROWS + row]];
    }
    return loss / ROWS;
}

// What softmax and its loss add to z: the deltas of the outputs, the error.
#define SOFTMAX_C(EXP, z, d, class, error) \
    double most = fmax(z[0], fmax(z[1], z[2])); \
    double p0 = EXP(z[0] - most), p1 = EXP(z[1] - most), p2 = EXP(z[2] - most), part = 1 / (p0 + p1 + p2); \
    d[0] = p0 * part, d[1] = p1 * part, d[2] = p2 * part; \
    error -= log(d[class]); \
    d[class] -= 1;

// The hidden weights stand in columns, so that the loops over the hidden neurons become vectors.
#define NET_C(NAME, EXP, BATCH) \
    KERNEL NAME(int epochs, double *loss) { \
        double w1[4][16] = {0}, b1[16] = {0}, w2[3][16] = {0}, b2[3], error = 0; \
        for (int j = 0; j < HIDDEN; j++) { \
            for (int i = 0; i < 4; i++) w1[i][j] = iris_weights[j * 4 + i]; \
            b1[j] = iris_weights[40 + j]; \
            for (int k = 0; k < 3; k++) w2[k][j] = iris_weights[50 + k * HIDDEN + j]; \
        } \
        for (int k = 0; k < 3; k++) b2[k] = iris_weights[80 + k]; \
        for (int epoch = 0; epoch < epochs; epoch++) { \
            error = 0; \
            for (int first = 0; first < ROWS; first += BATCH) { \
                int size = ROWS - first < BATCH ? ROWS - first : BATCH; \
                double rate = .05 / size, v1[4][16], c1[16], v2[3][16], c2[3]; \
                if (BATCH > 1) { \
                    memset(v1, 0, sizeof v1), memset(c1, 0, sizeof c1); \
                    memset(v2, 0, sizeof v2), memset(c2, 0, sizeof c2); \
                } \
                for (int row = first; row < first + size; row++) { \
                    const double *x = iris + 4 * row; \
                    double h[16], g[16], z[3], d[3]; \
                    for (int j = 0; j < HIDDEN; j++) \
                        h[j] = 1 / (1 + EXP(-(b1[j] + w1[0][j] * x[0] + w1[1][j] * x[1] + w1[2][j] * x[2] \
                                              + w1[3][j] * x[3]))); \
                    for (int k = 0; k < 3; k++) { \
                        double even = b2[k], odd = 0; \
                        for (int j = 0; j < HIDDEN; j += 2) even += w2[k][j] * h[j], odd += w2[k][j + 1] * h[j + 1]; \
                        z[k] = even + odd; \
                    } \
                    int class = iris[4 * ROWS + row]; \
                    SOFTMAX_C(EXP, z, d, class, error) \
                    for (int j = 0; j < HIDDEN; j++) \
                        g[j] = (d[0] * w2[0][j] + d[1] * w2[1][j] + d[2] * w2[2][j]) * h[j] * (1 - h[j]) * rate; \
                    for (int k = 0; k < 3; k++) d[k] *= rate; \
                    if (BATCH == 1) { \
                        for (int k = 0; k < 3; k++) { \
                            for (int j = 0; j < HIDDEN; j++) w2[k][j] -= d[k] * h[j]; \
                            b2[k] -= d[k]; \
                        } \
                        for (int i = 0; i < 4; i++) \
                            for (int j = 0; j < HIDDEN; j++) w1[i][j] -= g[j] * x[i]; \
                        for (int j = 0; j < HIDDEN; j++) b1[j] -= g[j]; \
                    } else { \
                        for (int k = 0; k < 3; k++) { \
                            for (int j = 0; j < HIDDEN; j++) v2[k][j] += d[k] * h[j]; \
                            c2[k] += d[k]; \
                        } \
                        for (int i = 0; i < 4; i++) \
                            for (int j = 0; j < HIDDEN; j++) v1[i][j] += g[j] * x[i]; \
                        for (int j = 0; j < HIDDEN; j++) c1[j] += g[j]; \
                    } \
                } \
                if (BATCH > 1) { \
                    for (int k = 0; k < 3; k++) { \
                        for (int j = 0; j < HIDDEN; j++) w2[k][j] -= v2[k][j]; \
                        b2[k] -= c2[k]; \
                    } \
                    for (int i = 0; i < 4; i++) \
                        for (int j = 0; j < HIDDEN; j++) w1[i][j] -= v1[i][j]; \
                    for (int j = 0; j < HIDDEN; j++) b1[j] -= c1[j]; \
                } \
            } \
        } \
        *loss = loss_c(w1, b1, w2, b2); \
        return error / ROWS; \
    }
NET_C(c_libm, exp, 1)
NET_C(c_table, exp_table, 1)
NET_C(c_16_libm, exp, 16)
NET_C(c_16_table, exp_table, 16)

static inline double sum8(double8 a) { return ((a[0] + a[1]) + (a[2] + a[3])) + ((a[4] + a[5]) + (a[6] + a[7])); }

// The same with vectors of 8: ten hidden neurons are two of them, and what is beyond is masked out.
#define VECTOR_C(NAME, BATCH) \
    KERNEL NAME(int epochs, double *loss) { \
        double8 w1[4][2] = {0}, b1[2] = {0}, w2[3][2] = {0}, mask = {1, 1}; \
        double b2[3], error = 0; \
        for (int j = 0; j < HIDDEN; j++) { \
            for (int i = 0; i < 4; i++) w1[i][j / 8][j % 8] = iris_weights[j * 4 + i]; \
            b1[j / 8][j % 8] = iris_weights[40 + j]; \
            for (int k = 0; k < 3; k++) w2[k][j / 8][j % 8] = iris_weights[50 + k * HIDDEN + j]; \
        } \
        for (int k = 0; k < 3; k++) b2[k] = iris_weights[80 + k]; \
        for (int epoch = 0; epoch < epochs; epoch++) { \
            error = 0; \
            for (int first = 0; first < ROWS; first += BATCH) { \
                int size = ROWS - first < BATCH ? ROWS - first : BATCH; \
                double rate = .05 / size, c2[3] = {0}; \
                double8 v1[4][2] = {0}, c1[2] = {0}, v2[3][2] = {0}; \
                for (int row = first; row < first + size; row++) { \
                    const double *x = iris + 4 * row; \
                    double8 h[2], g[2], z = {0}; \
                    double d[3]; \
                    for (int p = 0; p < 2; p++) \
                        h[p] = 1 / (1 + exp_8(-(b1[p] + w1[0][p] * x[0] + w1[1][p] * x[1] + w1[2][p] * x[2] \
                                               + w1[3][p] * x[3]))); \
                    h[1] *= mask; \
                    for (int k = 0; k < 3; k++) z[k] = b2[k] + sum8(w2[k][0] * h[0] + w2[k][1] * h[1]); \
                    int class = iris[4 * ROWS + row]; \
                    SOFTMAX_C(exp_table, z, d, class, error) \
                    for (int p = 0; p < 2; p++) \
                        g[p] = (d[0] * w2[0][p] + d[1] * w2[1][p] + d[2] * w2[2][p]) * h[p] * (1 - h[p]) * rate; \
                    for (int k = 0; k < 3; k++) d[k] *= rate; \
                    for (int k = 0; k < 3; k++) { \
                        for (int p = 0; p < 2; p++) \
                            if (BATCH == 1) w2[k][p] -= d[k] * h[p]; \
                            else v2[k][p] += d[k] * h[p]; \
                        if (BATCH == 1) b2[k] -= d[k]; \
                        else c2[k] += d[k]; \
                    } \
                    for (int p = 0; p < 2; p++) { \
                        for (int i = 0; i < 4; i++) \
                            if (BATCH == 1) w1[i][p] -= g[p] * x[i]; \
                            else v1[i][p] += g[p] * x[i]; \
                        if (BATCH == 1) b1[p] -= g[p]; \
                        else c1[p] += g[p]; \
                    } \
                } \
                if (BATCH > 1) { \
                    for (int k = 0; k < 3; k++) { \
                        for (int p = 0; p < 2; p++) w2[k][p] -= v2[k][p]; \
                        b2[k] -= c2[k]; \
                    } \
                    for (int p = 0; p < 2; p++) { \
                        for (int i = 0; i < 4; i++) w1[i][p] -= v1[i][p]; \
                        b1[p] -= c1[p]; \
                    } \
                } \
            } \
        } \
        *loss = loss_c((const double(*)[16])w1, (const double *)b1, (const double(*)[16])w2, b2); \
        return error / ROWS; \
    }
VECTOR_C(c_vector, 1)
VECTOR_C(c_16_vector, 16)

static void run_c(const char *workload, const char *name, double (*train)(int, double *)) {
    double loss;
    train(20, &loss);
    double start = now(), error = train(1000, &loss);
    result(workload, name, (now() - start) / (1000. * ROWS), text("CE=%.6f loss=%.6f", error, loss));
}

int main(int count, char **words) {
    if (count < 3) return 2;
    long n;
    fill_table();
    if (*words[1] == 'A') {
        run_a("C, exp of libm", a_libm);
        run_a("C, exp by table", a_table);
        run_a("C, vectors of 2", a_vector);
    } else if (*words[1] == 'B') {
        weights_b = numbers(words[2], "xor_weights", &n);
        run_b("B", "C, exp of libm", b_libm);
        run_b("B", "C, exp by table", b_table);
        run_b("B full", "C, exp of libm", b_full_libm);
        run_b("B full", "C, exp by table", b_full_table);
    } else if (*words[1] == 'C') {
        iris = numbers(words[2], "iris", &n);
        iris_weights = numbers(words[2], "iris_weights", &n);
        run_c("C", "C, exp of libm", c_libm);
        run_c("C", "C, exp by table", c_table);
        run_c("C", "C, vectors of 8", c_vector);
        run_c("C16", "C, exp of libm", c_16_libm);
        run_c("C16", "C, exp by table", c_16_table);
        run_c("C16", "C, vectors of 8", c_16_vector);
    }
    return 0;
}
