// What the programs in C share: time, data, and an exp that can be inlined.
#ifndef COMMON_H
#define COMMON_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// The processor time of this thread, in ns.
static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

// One line of the result, for compare.py.
static void result(const char *workload, const char *name, double ns, const char *check) {
    printf("%s|%s|%.3f|%s\n", workload, name, ns, check);
    fflush(stdout);
}

static const char *text(const char *format, double a, double b) {
    static char line[200];
    snprintf(line, sizeof line, format, a, b);
    return line;
}

// Reads a file of doubles; sets how many there are.
static double *numbers(const char *folder, const char *name, long *count) {
    char path[1000];
    snprintf(path, sizeof path, "%s/%s.bin", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) exit(1);
    long bytes = ftell(file);
    rewind(file);
    double *values = aligned_alloc(64, (bytes + 63) & ~63L);
    if (fread(values, 1, bytes, file) != (size_t)bytes) exit(1);
    fclose(file);
    *count = bytes / 8;
    return values;
}

static inline uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, 8);
    return bits;
}

static inline double double_of(uint64_t bits) {
    double x;
    memcpy(&x, &bits, 8);
    return x;
}

// exp for |x| < 700: x = (k + r) · ln 2, the power of two by its bits, and
// a table of 128 steps with a polynomial of degree 5 (exp_table), or one of degree 13 alone (exp_poly).

#define LN2_HIGH 0x1.62e42fefa0000p-1
#define LN2_LOW 0x1.cf79abc9e3b3ap-40
#define ROUND 0x1.8p52 // a number added to this ends in the nearest whole number

static double table_value[128], table_rest[128];

static inline void fill_table(void) {
    for (int i = 0; i < 128; i++) {
        long double exact = exp2l(i / 128.0L);
        table_value[i] = exact;
        table_rest[i] = (exact - table_value[i]) / table_value[i];
    }
}

static inline double exp_table(double x) {
    double k = x * (128 / M_LN2) + ROUND;
    int64_t i = bits_of(k);
    k -= ROUND;
    double r = x - k * (LN2_HIGH / 128) - k * (LN2_LOW / 128);
    double r2 = r * r;
    double p = table_rest[i & 127] + r + r2 * (0.5 + r * (1 / 6.0)) + r2 * r2 * (1 / 24.0 + r * (1 / 120.0));
    double scale = double_of(bits_of(table_value[i & 127]) + ((uint64_t)(i >> 7) << 52));
    return scale + scale * p;
}

// The Taylor polynomial of exp in Estrin's order; also of vectors.
#define EXP_POLYNOMIAL(r) ({ \
    __typeof__(r) x1 = (r), x2 = x1 * x1, x4 = x2 * x2, x8 = x4 * x4; \
    1 + x1 + x2 * (1 / 2. + x1 * (1 / 6.)) \
        + x4 * (1 / 24. + x1 * (1 / 120.) + x2 * (1 / 720. + x1 * (1 / 5040.))) \
        + x8 * (1 / 40320. + x1 * (1 / 362880.) + x2 * (1 / 3628800. + x1 * (1 / 39916800.)) \
                + x4 * (1 / 479001600. + x1 * (1 / 6227020800.))); \
})

static inline double exp_poly(double x) {
    double k = x * (1 / M_LN2) + ROUND;
    uint64_t i = bits_of(k);
    k -= ROUND;
    double r = x - k * LN2_HIGH - k * LN2_LOW;
    return EXP_POLYNOMIAL(r) * double_of((i + 1023) << 52);
}

// exp_poly of a vector of N.
#define VECTOR_EXP(N) \
    typedef double double##N __attribute__((vector_size(8 * N))); \
    typedef uint64_t bits##N __attribute__((vector_size(8 * N))); \
    static inline double##N exp_##N(double##N x) { \
        double##N k = x * (1 / M_LN2) + ROUND; \
        bits##N i = (bits##N)k; \
        k -= ROUND; \
        double##N r = x - k * LN2_HIGH - k * LN2_LOW; \
        return EXP_POLYNOMIAL(r) * (double##N)((i + 1023) << 52); \
    }

#endif
