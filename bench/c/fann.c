// FANN, the fast library in C. Its biases always train; it has no softmax; inside a derivative it keeps outputs within
// 0.01 to 0.99. A steepness of 0.5 makes its sigmoid the usual one.
//     fann A|B|C FOLDER
#include "common.h"
#include <doublefann.h>

static struct fann *network(int inputs, int hidden, int outputs, int activation, double rate) {
    struct fann *net = fann_create_standard(3, inputs, hidden, outputs);
    fann_set_activation_function_hidden(net, activation);
    fann_set_activation_steepness_hidden(net, activation == FANN_SIGMOID ? .5 : 1);
    fann_set_activation_function_output(net, FANN_SIGMOID);
    fann_set_activation_steepness_output(net, .5);
    fann_set_train_error_function(net, FANN_ERRORFUNC_LINEAR);
    fann_set_training_algorithm(net, FANN_TRAIN_INCREMENTAL);
    fann_set_learning_momentum(net, 0);
    fann_set_learning_rate(net, rate);
    return net;
}

// Hidden weights, hidden biases, output weights, output biases, as data.py writes them; FANN has a neuron's bias last.
static void set_weights(struct fann *net, const double *w, int inputs, int hidden, int outputs) {
    fann_type *to = net->weights;
    for (int layer = 0; layer < 2; layer++) {
        int from = layer ? hidden : inputs, neurons = layer ? outputs : hidden;
        for (int j = 0; j < neurons; j++) {
            for (int i = 0; i < from; i++) *to++ = w[j * from + i];
            *to++ = w[neurons * from + j];
        }
        w += neurons * (from + 1);
    }
}

static struct fann *network_a(void) {
    struct fann *net = network(2, 2, 2, FANN_SIGMOID, .5);
    double w[] = {.15, .20, .25, .30, .35, .35, .40, .45, .50, .55, .60, .60};
    set_weights(net, w, 2, 2, 2);
    return net;
}

static void a(void) {
    double x[] = {.05, .10}, t[] = {.01, .99};
    struct fann *net = network_a();
    fann_train(net, x, t);
    double w5 = net->weights[6];
    net = network_a();
    for (int i = 0; i < 10000; i++) fann_train(net, x, t);
    fann_reset_MSE(net);
    fann_test(net, x, t);
    double error = fann_get_MSE(net);
    net = network_a();
    double start = now();
    for (int i = 0; i < 10000000; i++) fann_train(net, x, t);
    result("A", "FANN, biases trained", (now() - start) / 1e7, text("w5=%.8f MSE10k=%.4e", w5, error));
}

static void b(const char *folder) {
    double x[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, t[4][1] = {{0}, {1}, {1}, {0}};
    long n;
    double *weights = numbers(folder, "xor_weights", &n);
    struct fann_train_data *data = fann_create_train(4, 2, 1);
    for (int m = 0; m < 4; m++) {
        memcpy(data->input[m], x[m], sizeof x[m]);
        memcpy(data->output[m], t[m], sizeof t[m]);
    }

    struct fann *net = network(2, 4, 1, FANN_SIGMOID_SYMMETRIC, .5);
    set_weights(net, weights, 2, 4, 1);
    double start = now();
    for (int epoch = 0; epoch < 100000; epoch++)
        for (int m = 0; m < 4; m++) fann_train(net, x[m], t[m]);
    double ns = (now() - start) / 4e5;
    result("B", "FANN", ns, text("MSE=%.2e", fann_test_data(net, data), 0));

    net = network(2, 4, 1, FANN_SIGMOID_SYMMETRIC, 2);
    set_weights(net, weights, 2, 4, 1);
    fann_set_training_algorithm(net, FANN_TRAIN_BATCH);
    start = now();
    for (int epoch = 0; epoch < 100000; epoch++) fann_train_epoch(net, data);
    ns = (now() - start) / 4e5;
    result("B full", "FANN", ns, text("MSE=%.2e", fann_test_data(net, data), 0));
}

static void c(const char *folder) {
    long n;
    double *x = numbers(folder, "iris", &n), *weights = numbers(folder, "iris_weights", &n), t[150][3] = {0};
    for (int row = 0; row < 150; row++) t[row][(int)x[600 + row]] = 1;
    struct fann *net = network(4, 10, 3, FANN_SIGMOID, .05);
    set_weights(net, weights, 4, 10, 3);
    double start = now();
    for (int epoch = 0; epoch < 1000; epoch++)
        for (int row = 0; row < 150; row++) fann_train(net, x + 4 * row, t[row]);
    double ns = (now() - start) / 150e3;
    int right = 0;
    for (int row = 0; row < 150; row++) {
        double *y = fann_run(net, x + 4 * row);
        int best = y[1] > y[0];
        if (y[2] > y[best]) best = 2;
        right += t[row][best] == 1;
    }
    result("C", "FANN, sigmoid and squares", ns, text("right=%.0f/150", right, 0));
}

int main(int count, char **words) {
    if (count < 3) return 2;
    switch (*words[1]) {
        case 'A': a(); break;
        case 'B': b(words[2]); break;
        case 'C': c(words[2]);
    }
    return 0;
}
