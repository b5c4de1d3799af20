// The limit for larger networks: OpenBLAS for the products, the compiler's vectors for the rest.
// I-H-10, relu, softmax with cross-entropy, batches of 64, rate 0.1.
//     layers D FOLDER
#include "common.h"
#include <cblas.h>

enum { BATCH = 64, OUTPUTS = 10 };

static inline double exp_double(double x) { return exp_poly(x); }

static inline float exp_float(float x) {
    float k = x * 1.44269504f + 0x1.8p23f;
    uint32_t i;
    memcpy(&i, &k, 4);
    k -= 0x1.8p23f;
    float r = x - k * 0x1.62e400p-1f - k * 0x1.7f7d1cp-20f;
    float p = 1 + r * (1 + r * (.5f + r * (1 / 6.f + r * (1 / 24.f + r * (1 / 120.f + r * (1 / 720.f))))));
    i = (i + 127) << 23;
    float scale;
    memcpy(&scale, &i, 4);
    return p * scale;
}

// Trains; returns the mean of the errors of the last epoch, each as it was before its update; sets the loss at the end.
#define NET_D(T, GEMM) \
    static double train_##T(const double *data, const double *start, int rows, int inputs, int hidden, int epochs, \
                            double *ns, double *loss) { \
        size_t size = sizeof(T); \
        T *x = aligned_alloc(64, size * rows * inputs), *w1 = aligned_alloc(64, size * hidden * inputs); \
        T *w2 = aligned_alloc(64, size * hidden * 16), *b1 = aligned_alloc(64, size * hidden), b2[OUTPUTS]; \
        T *h = aligned_alloc(64, size * BATCH * hidden), *g = aligned_alloc(64, size * BATCH * hidden); \
        T p[BATCH * OUTPUTS]; \
        const double *labels = data + (long)rows * inputs; \
        double error = 0, last = 0, began = now(); \
        for (long i = 0; i < (long)rows * inputs; i++) x[i] = data[i]; \
        for (int i = 0; i < hidden * inputs; i++) w1[i] = *start++; \
        for (int i = 0; i < hidden; i++) b1[i] = *start++; \
        for (int i = 0; i < OUTPUTS * hidden; i++) w2[i] = *start++; \
        for (int i = 0; i < OUTPUTS; i++) b2[i] = *start++; \
        began = now(); \
        for (int epoch = 0; epoch <= epochs; epoch++) { \
            if (epoch == epochs) *ns = (now() - began) / ((double)rows * epochs); \
            last = error; \
            error = 0; \
            for (int first = 0; first < rows; first += BATCH) { \
                int m = rows - first < BATCH ? rows - first : BATCH; \
                T *in = x + (long)first * inputs, rate = (T).1 / m; \
                for (int r = 0; r < m; r++) memcpy(h + r * hidden, b1, size * hidden); \
                GEMM(CblasRowMajor, CblasNoTrans, CblasTrans, m, hidden, inputs, 1, in, inputs, w1, inputs, 1, h, hidden); \
                for (int i = 0; i < m * hidden; i++) h[i] = h[i] > 0 ? h[i] : 0; \
                for (int r = 0; r < m; r++) memcpy(p + r * OUTPUTS, b2, sizeof b2); \
                GEMM(CblasRowMajor, CblasNoTrans, CblasTrans, m, OUTPUTS, hidden, 1, h, hidden, w2, hidden, 1, p, OUTPUTS); \
                for (int r = 0; r < m; r++) { \
                    T *z = p + r * OUTPUTS, most = z[0]; \
                    for (int k = 1; k < OUTPUTS; k++) most = z[k] > most ? z[k] : most; \
                    for (int k = 0; k < OUTPUTS; k++) z[k] -= most; \
                } \
                for (int i = 0; i < m * OUTPUTS; i++) p[i] = exp_##T(p[i] < -80 ? -80 : p[i]); \
                for (int r = 0; r < m; r++) { \
                    T *out = p + r * OUTPUTS, sum = 0; \
                    int class = labels[first + r]; \
                    for (int k = 0; k < OUTPUTS; k++) sum += out[k]; \
                    sum = 1 / sum; \
                    for (int k = 0; k < OUTPUTS; k++) out[k] *= sum; \
                    error -= log(out[class]); \
                    out[class] -= 1; \
                } \
                if (epoch == epochs) continue; /* one more epoch, to see the loss */ \
                GEMM(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, hidden, OUTPUTS, 1, p, OUTPUTS, w2, hidden, 0, g, hidden); \
                for (int i = 0; i < m * hidden; i++) g[i] = h[i] > 0 ? g[i] : 0; \
                GEMM(CblasRowMajor, CblasTrans, CblasNoTrans, OUTPUTS, hidden, m, -rate, p, OUTPUTS, h, hidden, 1, w2, hidden); \
                GEMM(CblasRowMajor, CblasTrans, CblasNoTrans, hidden, inputs, m, -rate, g, hidden, in, inputs, 1, w1, inputs); \
                for (int r = 0; r < m; r++) { \
                    for (int k = 0; k < OUTPUTS; k++) b2[k] -= rate * p[r * OUTPUTS + k]; \
                    for (int j = 0; j < hidden; j++) b1[j] -= rate * g[r * hidden + j]; \
                } \
            } \
        } \
        *loss = error / rows; \
        free(x), free(w1), free(w2), free(b1), free(h), free(g); \
        return last / rows; \
    }
NET_D(double, cblas_dgemm)
NET_D(float, cblas_sgemm)

static void run(const char *folder, const char *data, int inputs, int hidden, int epochs) {
    char name[50], label[50];
    long n;
    double *values = numbers(folder, data, &n), ns, loss, error;
    int rows = n / (inputs + 1);
    snprintf(name, sizeof name, "%s_weights", data);
    double *weights = numbers(folder, name, &n);

    double unused;
    // Later losses depend too much on the order of sums in float32 to be compared: they go up and down by a quarter.
    train_double(values, weights, rows, inputs, hidden, 2, &ns, &loss);
    error = train_double(values, weights, rows, inputs, hidden, 5, &ns, &unused);
    const char *check = text("CE5=%.6f loss=%.6f", error, loss);
    snprintf(label, sizeof label, "D%d double", inputs);
    if (epochs > 5) train_double(values, weights, rows, inputs, hidden, epochs, &ns, &unused);
    result(label, "C, OpenBLAS", ns, check);

    train_float(values, weights, rows, inputs, hidden, 2, &ns, &loss);
    error = train_float(values, weights, rows, inputs, hidden, 5, &ns, &unused);
    check = text("CE5=%.6f loss=%.6f", error, loss);
    snprintf(label, sizeof label, "D%d single", inputs);
    if (epochs > 5) train_float(values, weights, rows, inputs, hidden, epochs, &ns, &unused);
    result(label, "C, OpenBLAS", ns, check);
}

int main(int count, char **words) {
    if (count < 3) return 2;
    openblas_set_num_threads(1);
    run(words[2], "d64", 64, 32, 50);
    run(words[2], "d784", 784, 128, 5);
    return 0;
}
