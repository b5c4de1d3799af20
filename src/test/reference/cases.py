"""The reference networks."""

import math

from case import Case, Layer as L
from rules import DEFINED

ONE = dict(x=[[0.05, 0.10]], t=[[0.01, 0.99]])
W1, W2 = [[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]


def classic(bias, weights="matrix", bias_h=0.35, bias_y=0.60, activation="sigmoid"):
    return [
        L("h", 2, activation, weights, bias, w=W1, b=bias_h),
        L("y", 2, activation, weights, bias, w=W2, b=bias_y),
    ]


def hidden(name, activation, n=3, out="linear", outs=2, **more):
    """2-n-outs with the given hidden activation, several samples."""
    more = {"rate": 0.1, "rows": 4, **more}
    about = more.pop("about", f"hidden {activation}, {out} output")
    return Case(name, about, 2, [L("h", n, activation), L("y", outs, out)], **more)


def output(name, activation, loss, n=2, **more):
    """3-4-n with the given output activation and loss."""
    more = {"rate": 0.2, "rows": 3, **more}
    layers = more.pop("layers", None) or [L("h", 4, "tanh"), L("y", n, activation)]
    about = more.pop("about", f"{activation} output, {loss or 'default'} loss")
    return Case(name, about, 3, layers, loss, **more)


def optimizer(name, text, **more):
    """2-3-2 with the given optimizer, five samples."""
    more = {"rate": 0.05, "rows": 5, "batch": 2, "about": f"{text or 'sgd'} on 2-3-2", **more}
    layers = more.pop("layers", None) or [L("h", 3, "tanh"), L("y", 2, "sigmoid")]
    return Case(name, more.pop("about"), 2, layers, optimizer=text, **more)


def defined(name, text=None, **more):
    """The same with an optimizer that the script defines by its lines."""
    more = {"about": f"{text or name}, defined by its lines", "memory": True, **more}
    definition = DEFINED[(text or name).split("(")[0]][0]
    return optimizer(f"own_{name}", text or name, defines=[definition], **more)


CASES = [
    # the worked example of the language, and its variants
    Case("classic", "the worked example: shared biases that are never trained", 2, classic("shared fixed"),
         "squared", rate=0.5, also=(10000,), **ONE),
    Case("classic_singles", "the worked example, its parameters set one by one", 2,
         [L("h", 2, "sigmoid", "singles", "shared fixed", W1, 0.35),
          L("y", 2, "sigmoid", "arrows", "shared fixed", W2, 0.6)],
         rate=0.5, style=1, **ONE),
    Case("classic_shared_bias", "the worked example with shared biases that learn", 2, classic("shared"),
         "squared", "sgd", rate=0.5, **ONE),
    Case("classic_own_biases", "the worked example with a bias for each neuron, started from one number", 2,
         classic("number"), rate="50%", style=2, **ONE),
    Case("classic_no_bias", "the worked example without biases", 2, classic("none"), rate=".5", **ONE),
    Case("classic_tanh_momentum", "the worked example's numbers with tanh and momentum", 2,
         classic("singles", bias_h=[0.35, 0.35], bias_y=[0.6, 0.6], activation="tanh"),
         optimizer="momentum", rate=0.02, **ONE),
    # activations
    Case("linear_1_1_1", "two numbers in a row", 1, [L("h", 1, "linear"), L("y", 1, "linear")], rate=0.05),
    Case("sigmoid_1_1_1", "the smallest network with a hidden neuron", 1,
         [L("h", 1, "sigmoid"), L("y", 1, "sigmoid")], rate=0.5, targets="unit", style=1),
    hidden("tanh_hidden", "tanh"),
    hidden("relu_hidden", "relu", n=5, rate=0.05),
    hidden("leaky_relu_default", "leaky_relu", n=4),
    hidden("leaky_relu_by_place", "leaky_relu(0.2)", n=4),
    hidden("leaky_relu_by_name", "leaky_relu(slope: 0.3)", n=4, batch=2),
    hidden("elu_default", "elu", n=4, style=2),
    hidden("elu_by_place", "elu(0.5)", n=4),
    hidden("elu_by_name", "elu(alpha: 1.5)", n=4, rate=0.05),
    hidden("gelu_hidden", "gelu", spread=2.0),
    hidden("silu_hidden", "silu", spread=2.0, style=1),
    hidden("softplus_hidden", "softplus", rate=0.05),
    hidden("softmax_hidden", "softmax", n=4, rate=0.3, spread=2.0),
    Case("activation_changed", "activations changed after their declaration", 2,
         [L("h", 3, "tanh", was="sigmoid"), L("y", 2, "linear", was="relu")], rate=0.1, rows=3),
    # output activations
    output("relu_output", "relu", "squared", targets="unit", rate=0.05),
    output("leaky_relu_output", "leaky_relu", "mse", rate=0.1),
    output("elu_output", "elu", "squared"),
    output("gelu_output", "gelu", "mse", spread=1.5),
    output("silu_output", "silu", "squared", spread=1.5),
    output("softplus_output", "softplus", "mse", targets="unit", n=3),
    output("tanh_output", "tanh", "squared", n=1, rate=0.3),
    output("softmax_cross_entropy", "softmax", "cross_entropy", n=3, targets="one-hot", rows=6, rate=0.5),
    output("softmax_default_loss", "softmax", None, n=3, targets="soft", rows=5, batch=3,
           about="softmax output: cross_entropy unsaid, soft targets, the last batch smaller"),
    output("softmax_loose_targets", "softmax", "cross_entropy", n=3, targets="unit",
           about="cross_entropy of targets that do not sum to one"),
    output("softmax_squared", "softmax", "squared", n=3, targets="one-hot", rate=0.5),
    output("softmax_mse", "softmax", "mse", n=4, targets="soft", rate=1.0, batch="all"),
    output("softmax_hidden_and_output", "softmax", None, targets="one-hot", rows=4, n=2, rate=0.4,
           about="softmax after softmax", layers=[L("h", 4, "softmax"), L("y", ("no", "yes"), "softmax")]),
    # losses
    output("mse_three_outputs", "linear", "mse", n=3),
    output("absolute_loss", "linear", "absolute", n=3, targets="wide", rows=2, rate=0.02),
    output("huber_default", "linear", "huber", n=3, targets="wide", rate=0.1),
    output("huber_by_place", "linear", "huber(0.3)", rows=4, batch=2),
    output("huber_by_name", "linear", "huber(delta: 0.7)", n=3, targets="wide", rows=4, batch="all", rate=0.3),
    output("binary_cross_entropy_one", "sigmoid", "binary_cross_entropy", n=1, targets="binary", rows=6, rate=0.3),
    output("binary_cross_entropy_soft", "sigmoid", "binary_cross_entropy", n=3, targets="unit", rows=4, batch=2),
    Case("binary_cross_entropy_saturated", "outputs that are 0 and 1 to the last bit, and wrong", 2,
         [L("y", 3, "sigmoid", w=[[40, -20], [-35.5, -30], [3, 2]], b=[100, -200, 0.25])], "binary_cross_entropy",
         rate=0.5, x=[[10, -12.5], [-8, 15.5]], t=[[0, 1, 1], [1, 0, 0.25]]),
    Case("cross_entropy_saturated", "nets whose exponentials overflow", 2,
         [L("y", ("cat", "dog", "hare"), "softmax", w=[[30, -20], [-35.5, -30], [3, 2]], b=[100, -200, 0.25])],
         rate=0.5, x=[[10, -12.5], [-8, 15.5]], t=[[0, 1, 0], [1, 0, 0]]),
    # optimizers
    optimizer("momentum_default", "momentum", memory=True),
    optimizer("momentum_by_place", "momentum(0.5)", style=2),
    optimizer("momentum_by_name", "momentum(mu: 0.7)", batch="all", rate=0.3),
    optimizer("nesterov_default", "nesterov", memory=True),
    optimizer("nesterov_by_place", "nesterov(0.6)", batch=1),
    optimizer("nesterov_by_name", "nesterov(mu: 0.8)", batch=3, style=1),
    optimizer("adagrad_default", "adagrad", memory=True),
    optimizer("adagrad_eps", "adagrad(eps: 1e-3)", batch=1),
    optimizer("rmsprop_default", "rmsprop", rate=0.01, memory=True),
    optimizer("rmsprop_alpha", "rmsprop(alpha: 0.95)", rate=0.01, batch=3),
    optimizer("rmsprop_alpha_eps", "rmsprop(alpha: 0.9, eps: 1e-4)", rate=0.01, batch=1),
    optimizer("adam_default", "adam", memory=True),
    optimizer("adam_beta1", "adam(beta1: 0.8)", batch="all"),
    optimizer("adam_eps", "adam(eps: 1e-6)", batch=1, rate=0.01),
    optimizer("adam_all_named", "adam(beta1: 0.7, beta2: 0.95, eps: 1e-4)", batch=3, style=2),
    optimizer("adam_default_rate", "adam", rate=None, about="adam at the default learning rate, 0.1"),
    optimizer("adamw_default", "adamw", rate=0.01, memory=True),
    optimizer("adamw_by_place", "adamw(0.1)", batch=1, rate=0.01),
    optimizer("adamw_by_name", "adamw(decay: 0.05, beta1: 0.85)", batch="all", rate=0.03),
    # decay
    optimizer("decay_sgd", None, decay=0.1, rate=0.2, batch=1),
    optimizer("decay_momentum", "momentum", decay=0.02),
    optimizer("decay_nesterov", "nesterov", decay=0.05, batch=3),
    optimizer("decay_adagrad", "adagrad", decay=0.03),
    optimizer("decay_rmsprop", "rmsprop", decay=0.01, rate=0.01),
    optimizer("decay_adam", "adam", decay=0.2, batch="all"),
    # variants
    optimizer("momentum_dampened", "momentum(dampening: 0.9)", rate=0.5, memory=True),
    optimizer("momentum_dampened_decay", "momentum(0.7, dampening: 0.4)", batch=1, decay=0.05, memory=True),
    optimizer("momentum_average", "momentum(average: on)", rate=0.5, memory=True),
    optimizer("momentum_average_decay", "momentum(0.8, average: on)", batch="all", rate=1, decay=0.02, memory=True),
    optimizer("momentum_classic", "momentum(classic: on)", memory=True),
    optimizer("momentum_classic_schedule", "momentum(mu: 0.6, classic: on)", batch=1, decay=0.03, memory=True,
              rate="0.2 / (1 + 0.1 * step)", schedule=lambda step, _: 0.2 / (1 + 0.1 * step)),
    optimizer("adam_inside", "adam(eps_inside: on)", memory=True),
    optimizer("adam_inside_decay", "adam(0.8, eps: 1e-3, eps_inside: on)", batch=1, decay=0.05, memory=True),
    optimizer("adamw_inside", "adamw(0.05, eps: 1e-4, eps_inside: on)", rate=0.02, memory=True),
    optimizer("rmsprop_inside", "rmsprop(eps_inside: on)", rate=0.01, memory=True),
    optimizer("rmsprop_inside_decay", "rmsprop(0.9, 1e-3, eps_inside: on)", rate=0.01, batch=1, decay=0.02, memory=True),
    optimizer("adagrad_inside", "adagrad(eps: 1e-3, eps_inside: on)", memory=True),
    optimizer("adagrad_inside_decay", "adagrad(0.1, eps_inside: on)", batch=3, decay=0.02, memory=True),
    # our own optimizers
    defined("heavy"),
    defined("heavy_argument", "heavy(0.5)", decay=0.05, rate="0.3 / (1 + 0.1 * step)",
            schedule=lambda step, _: 0.3 / (1 + 0.1 * step)),
    defined("ahead", decay=0.02, batch=1),
    defined("moments", decay=0.05),
    defined("amsgrad", batch=1),
    defined("adadelta", rate=0.5),
    defined("adamax"),
    defined("nadam", decay=0.01),
    defined("radam", batch="all"),
    defined("centered", rate=0.01),
    defined("rprop", rate=0.02, batch="all"),
    defined("asgd", rate=0.5, decay=0.01),
    defined("lion", rate=0.02, decay=0.1),
    defined("lion_argument", "lion(beta2: 0.9)", rate=0.01, batch="all"),
    # batches
    optimizer("batch_of_one_unsaid", None, batch=None, rate=0.5, rows=3),
    optimizer("batch_two_odd_rows", "sgd", batch=2, rows=7, rate=0.5, extra=["shuffle = off"]),
    optimizer("batch_three_last_one", "sgd", batch=3, rows=7, rate=0.5, extra=["engine = exact"]),
    optimizer("batch_all", "sgd", batch="all", rows=7, rate=1),
    optimizer("batch_larger_than_data", "sgd", batch=10, rows=4, rate=0.5),
    Case("one_row_of_data", "a table of one sample", 2, [L("h", 2, "tanh"), L("y", 1, "linear")],
         rate=0.2, single_row_data=True),
    # fixed, shared, none
    optimizer("fixed_weights", "momentum", decay=0.05, about="hidden weights never trained, nor decayed",
              layers=[L("h", 3, "tanh", "matrix fixed"), L("y", 2, "sigmoid")]),
    optimizer("fixed_biases", "adam", decay=0.05, about="biases never trained, nor decayed",
              layers=[L("h", 3, "tanh", bias="own fixed"), L("y", 2, "sigmoid", bias="number fixed")]),
    optimizer("fixed_output_layer", None, rate=0.4, about="only the hidden layer learns; deltas pass through the other",
              layers=[L("h", 3, "tanh"), L("y", 2, "sigmoid", "matrix fixed", "own fixed")]),
    optimizer("adamw_fixed_and_shared", "adamw", about="adamw leaves fixed weights alone",
              layers=[L("h", 3, "tanh", "let fixed", "shared"), L("y", 2, "sigmoid", bias="shared fixed")]),
    Case("bias_numbering", "none, shared, own, shared and fixed, unsaid: b1 is the shared one of the second layer", 3,
         [L("p", 4, "tanh", bias="none"), L("q", 3, "sigmoid", bias="shared"), L("r", 3, "tanh"),
          L("s", 2, "elu", bias="shared fixed"), L("y", 2, "linear", bias="unsaid")], rate=0.1, rows=3, batch=2),
    optimizer("bias_shared_adam", "adam", about="a shared bias under adam", decay=0.01,
              layers=[L("h", 3, "silu", bias="shared"), L("y", 2, "linear", bias="shared")]),
    Case("bias_zeros_and_ones", "biases and weights from zeros and ones", 2,
         [L("h", 3, "tanh", bias="ones"), L("y", 2, "linear", "ones", "zeros")], rate=0.05, rows=3),
    # shapes and names
    Case("no_hidden_layer", "3-2 without a hidden layer", ("width", "height", "depth"),
         [L("y", ("cat", "dog"), "sigmoid", "arrows", "singles")], rate=0.5, rows=4, targets="unit"),
    Case("logistic_regression", "one neuron, binary cross-entropy", 2, [L("y", 1, "sigmoid", "singles", "singles")],
         "binary_cross_entropy", rate=0.3, rows=5, targets="binary", style=1),
    Case("shape_3_5_4_2", "3-5-4-2 of mixed activations, nesterov, decay", 3,
         [L("h", 5, "gelu"), L("g", 4, "tanh", bias="shared"), L("y", ("größe", "länge"), "linear")], "mse", "nesterov",
         rate=0.01, rows=7, batch=3, decay=0.001, style=2),
    Case("shape_3_5_4_2_softmax", "3-5-4-2 with a softmax output, adamw", 3,
         [L("h1", 5, "leaky_relu(0.2)", "let"), L("h2", 4, "silu"), L("y", 2, "softmax")],
         optimizer="adamw(decay: 0.05, beta1: 0.85)", rate=0.01, rows=6, batch="all", targets="one-hot"),
    Case("deep_tanh", "six layers of tanh", 2, [L(c, 3, "tanh") for c in "pqrsu"] + [L("y", 1, "tanh")],
         rate=0.2, rows=3, spread=1.3),
    Case("deep_mixed", "six layers, each of another activation, adam", 2,
         [L("a1", 4, "elu"), L("a2", 3, "softplus", bias="shared"), L("a3", 4, "silu", bias="none"),
          L("a4", 3, "softmax"), L("a5", 4, "gelu"), L("y", 2, "sigmoid")], "binary_cross_entropy", "adam",
         rate=0.02, rows=5, batch=2, targets="unit", spread=1.5),
    Case("deep_relu", "six layers of relu and leaky relu", 3,
         [L(c, 5, a) for c, a in zip("pqrsu", ["relu", "leaky_relu", "relu", "leaky_relu(slope: 0.3)", "leaky_relu"])]
         + [L("y", 2, "linear")], "huber", "momentum(0.5)", rate=0.01, rows=4, batch=2, spread=1.4),
    Case("wide_10_20_5", "10-20-5, relu and softmax, batches", 10, [L("h", 20, "relu"), L("y", 5, "softmax")],
         rate=0.1, rows=8, batch=4, targets="one-hot"),
    Case("wide_8_12_3", "8-12-3, rmsprop and huber", 8, [L("h", 12, "silu"), L("y", 3, "linear")], "huber(0.3)",
         "rmsprop(alpha: 0.95)", rate=0.005, rows=6, batch=4, decay=0.01, targets="wide", brackets=True),
    Case("xor", "exclusive or, the classic four rows", 2, [L("h", 3, "tanh"), L("y", 1, "sigmoid")],
         "binary_cross_entropy", "adam", rate=0.05, batch="all", x=[[0, 0], [0, 1], [1, 0], [1, 1]],
         t=[[0], [1], [1], [0]], brackets=True),
    # schedules of the learning rate
    Case("schedule_warm_up", "the worked example, its learning rate warmed up", 2, classic("shared"), "squared",
         rate="0.5 * min(1, (step + 1) / 10)", schedule=lambda step, _: 0.5 * min(1, (step + 1) / 10), **ONE),
    optimizer("schedule_by_epoch", "momentum", about="momentum, a rate that falls from epoch to epoch",
              rate="0.1 * 0.9^epoch", schedule=lambda _, epoch: 0.1 * 0.9**epoch),
    optimizer("schedule_adagrad", "adagrad", about="adagrad, a rate that is changed once", decay=0.01,
              rate="if(epoch < 5, 0.1, 0.02)", schedule=lambda _, epoch: 0.1 if epoch < 5 else 0.02),
    optimizer("schedule_adam", "adam", about="adam, warmed up, then falling exponentially", decay=0.01,
              rate="0.05 * if(step < 10, (step + 1) / 10, exp(-(step - 10) / 30))",
              schedule=lambda step, _: 0.05 * ((step + 1) / 10 if step < 10 else math.exp(-(step - 10) / 30))),
    optimizer("schedule_adamw", "adamw", about="adamw, a rate that falls with each update and each epoch",
              rate="0.1 / (1 + 0.1 * step + epoch)", schedule=lambda step, epoch: 0.1 / (1 + 0.1 * step + epoch)),
    # our own activations and losses
    hidden("own_activation", "bump", rate=0.2, defines=["activation bump(z) = exp(-(z^2))"]),
    output("own_loss", "linear", "quartic", rate=0.02, defines=["loss quartic(t, o) = (t - o)^4"]),
    output("own_activation_and_loss", "bent", "log_cosh", rate=0.1, batch=2, optimizer="momentum(0.5)",
           defines=["activation bent(z) = (sqrt(z^2 + 1) - 1) / 2 + z",
                    "loss log_cosh(t, o) = ln((exp(t - o) + exp(o - t)) / 2)"]),
    # order = sequential
    Case("sequential_classic", "the worked example, each layer updated before the one below it gets its deltas", 2,
         classic("shared fixed"), "squared", rate=0.5, order="sequential", **ONE),
    Case("sequential_deep", "sequential through three layers, several samples", 2,
         [L("p", 3, "tanh"), L("q", 3, "softmax", bias="shared"), L("y", 2, "linear")], rate=0.2, rows=3,
         order="sequential", spread=1.5),
    Case("sequential_schedule", "sequential, its learning rate warmed up", 2, classic("shared"), "squared",
         rate="0.5 * min(1, (step + 1) / 10)", schedule=lambda step, _: 0.5 * min(1, (step + 1) / 10),
         order="sequential", **ONE),
    optimizer("simultaneous_said", "sgd", batch=1, order="simultaneous", rate=0.4),
]
