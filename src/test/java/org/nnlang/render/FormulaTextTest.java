package org.nnlang.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.math.Formula.absolute;
import static org.nnlang.math.Formula.call;
import static org.nnlang.math.Formula.cases;
import static org.nnlang.math.Formula.difference;
import static org.nnlang.math.Formula.named;
import static org.nnlang.math.Formula.negation;
import static org.nnlang.math.Formula.number;
import static org.nnlang.math.Formula.power;
import static org.nnlang.math.Formula.product;
import static org.nnlang.math.Formula.quotient;
import static org.nnlang.math.Formula.square;
import static org.nnlang.math.Formula.sum;
import static org.nnlang.math.Formula.variable;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.nnlang.explain.Examples;
import org.nnlang.math.Derivative;
import org.nnlang.math.Formula;
import org.nnlang.math.FormulaSyntax;
import org.nnlang.math.Function;
import org.nnlang.math.Reason.Relation;
import org.nnlang.network.Activation;
import org.nnlang.network.Activations;
import org.nnlang.network.Layer;
import org.nnlang.network.Loss;
import org.nnlang.network.Losses;
import org.nnlang.network.OwnFunctions;
import org.nnlang.network.Quantity;

/** Functions and their derivatives as a textbook prints them. */
class FormulaTextTest {
    private static final Formula Z = variable("z");
    private static final Formula T = variable("t");
    private static final Formula O = variable("o");
    private static final Formula ONE = number(1);
    private static final Formula ERROR = difference(T, O);

    /** With all digits that a number can have been written with. */
    private static String text(Formula formula) {
        return FormulaText.of(formula, 15);
    }

    private static void prints(Formula formula, String variable, String text, String derivative) {
        assertThat(text(formula)).isEqualTo(text);
        assertThat(text(Derivative.of(formula, variable))).isEqualTo(derivative);
    }

    private static void prints(Function function, Formula of, String derivative) {
        Formula call = call(function, of);
        prints(call, "z", function.name().toLowerCase(Locale.ROOT) + "(" + text(of) + ")", derivative);
    }

    private static Formula exp(Formula of) {
        return call(Function.EXP, of);
    }

    @Test
    void smoothActivations() {
        prints(
                OwnFunctions.MISH.value(),
                "z",
                "z · tanh(ln(1 + e^z))",
                "tanh(ln(1 + e^z)) + z · (1 − tanh(ln(1 + e^z))²) · sigmoid(z)");
        prints(
                quotient(Z, sum(ONE, exp(negation(Z)))),
                "z",
                "z / (1 + e^−z)",
                "sigmoid(z) + z · sigmoid(z) · (1 − sigmoid(z))");
        prints(quotient(Z, sum(ONE, absolute(Z))), "z", "z / (1 + |z|)", "1 / (1 + |z|)²");
        prints(exp(negation(square(Z))), "z", "e^(−z²)", "−2 · z · e^(−z²)");
        prints(power(Z, number(3)), "z", "z³", "3 · z²");
        prints(power(Z, named("p", 2.5)), "z", "z^p", "p · z^(p − 1)");
        prints(power(number(2), Z), "z", "2^z", "2^z · ln(2)");
        prints(power(Z, Z), "z", "z^z", "z^z · (ln(z) + 1)");
        prints(call(Function.LN, sum(ONE, square(Z))), "z", "ln(1 + z²)", "2 · z / (1 + z²)");
        prints(quotient(Z, new Formula.Root(sum(ONE, square(Z)))), "z", "z / √(1 + z²)", "1 / (1 + z²)^1.5");
        prints(quotient(square(Z), sum(ONE, square(Z))), "z", "z² / (1 + z²)", "2 · z / (1 + z²)²");
        prints(
                quotient(difference(exp(Z), exp(negation(Z))), sum(exp(Z), exp(negation(Z)))),
                "z",
                "(e^z − e^−z) / (e^z + e^−z)",
                "1 − tanh(z)²");
        prints(quotient(exp(Z), sum(ONE, exp(Z))), "z", "e^z / (1 + e^z)", "sigmoid(z) · (1 − sigmoid(z))");
        prints(Function.SIN, Z, "cos(z)");
        prints(Function.COS, product(number(2), Z), "−2 · sin(2 · z)");
        prints(Function.TAN, quotient(Z, number(4)), "(1 + tan(z / 4)²) / 4");
        prints(Function.TANH, Z, "1 − tanh(z)²");
        prints(
                sum(product(number(2), Z), product(number(3), Z), product(Z, Z), negation(number(4))),
                "z",
                "2 · z + 3 · z + z · z − 4",
                "5 + 2 · z");
    }

    @Test
    void kinkedActivations() {
        prints(OwnFunctions.LEAKY.value(), "z", "z if z > 0, else 0.01 · z", "1 if z > 0, else 0.01");
        prints(Function.RELU, Z, "1 if z > 0, else 0");
        prints(call(Function.MAX, number(0), Z), "z", "max(0, z)", "1 if z > 0, else 0 if z < 0, else ½");
        prints(
                OwnFunctions.HARD_TANH.value(),
                "z",
                "max(−1, min(1, z))",
                "1 if −1 < z < 1, else 0 if z < −1 or z > 1, else ½");
        prints(absolute(Z), "z", "|z|", "sign(z)");
        prints(
                product(
                        named("s", 1.05),
                        cases(Z, Relation.ABOVE, number(0), Z, product(named("a", 2), difference(exp(Z), ONE)))),
                "z",
                "s · (z if z > 0, else a · (e^z − 1))",
                "s if z > 0, else s · a · e^z");
    }

    @Test
    void losses() {
        prints(power(ERROR, number(4)), "o", "(t − o)⁴", "4 · (o − t)³");
        prints(product(number(0.5), square(ERROR)), "o", "½ · (t − o)²", "o − t");
        prints(quotient(square(ERROR), variable("n")), "o", "(t − o)² / n", "2 · (o − t) / n");
        prints(OwnFunctions.LOG_COSH.share(), "o", "ln((e^(t − o) + e^(o − t)) / 2)", "tanh(o − t)");
        prints(negation(product(T, call(Function.LN, O))), "o", "−t · ln(o)", "−t / o");
    }

    /** Their values' own output is named where that saves working it out again. */
    @Test
    void byTheOutput() {
        assertThat(text(OwnFunctions.LOGISTIC.derivative())).isEqualTo("out · (1 − out)");
        assertThat(text(OwnFunctions.GAUSSIAN.derivative())).isEqualTo("−2 · z · out");
    }

    @Test
    void inScripts() {
        assertThat(FormulaSyntax.text(OwnFunctions.MISH.value())).isEqualTo("z * tanh(ln(1 + exp(z)))");
        assertThat(FormulaSyntax.text(OwnFunctions.LEAKY.value())).isEqualTo("if(z > 0, z, 0.01 * z)");
        assertThat(FormulaSyntax.text(OwnFunctions.GAUSSIAN.value())).isEqualTo("exp(-z^2)");
        assertThat(FormulaSyntax.text(OwnFunctions.LOSSES.getFirst().share())).isEqualTo("0.5 * (t - o)^2");
        assertThat(FormulaSyntax.text(OwnFunctions.LOSSES.get(5).share()))
                .isEqualTo("max(q * (t - o), (q - 1) * (t - o))");
        assertThat(FormulaSyntax.text(power(power(Z, number(2)), negation(Z)))).isEqualTo("(z^2)^(-z)");
        assertThat(FormulaSyntax.text(quotient(Z, quotient(Z, number(3))))).isEqualTo("z / (z / 3)");
        assertThat(FormulaSyntax.text(difference(Z, difference(Z, ONE)))).isEqualTo("z - (z - 1)");
        assertThat(FormulaSyntax.text(product(Z, negation(Z), number(1e-5)))).isEqualTo("z * (-z) * 1e-5");
    }

    /** h1 of a net, then y1 = −1.5 · h1 + 0.1, whose target is 1. */
    private static String explained(Activation hidden, Loss loss, double net, Quantity.Scalar quantity) {
        List<Layer> layers =
                List.of(Examples.layer("h", 1, hidden), Examples.layer("y", 1, Activations.LINEAR.standard()));
        return Examples.example(1, layers, loss, new double[] {0, net, -1.5, 0.1}, new double[] {2}, 1)
                .text(quantity);
    }

    private static String slope(Activation activation, double net) {
        Quantity.Scalar slope = new Quantity.Partial(new Quantity.Output(1, 0), new Quantity.Net(1, 0));
        return explained(activation, Losses.SQUARED.standard(), net, slope);
    }

    @Test
    void explainsActivations() {
        assertThat(slope(OwnFunctions.MISH, 1.25)).isEqualTo("""
                        ∂out(h1)/∂net(h1) = tanh(ln(1 + e^net(h1))) + net(h1) · (1 − tanh(ln(1 + e^net(h1)))²) · sigmoid(net(h1))
                                          = tanh(ln(1 + e^1.25)) + 1.25 · (1 − tanh(ln(1 + e^1.25))²) · sigmoid(1.25)
                                          = 1.08046309
                        """);
        assertThat(slope(OwnFunctions.ACTIVATIONS.get(1), 0))
                .contains("= sigmoid(beta · net(h1))", "= sigmoid(1.5 · 0) + 1.5 · 0 · sigmoid(1.5 · 0)");
        assertThat(slope(OwnFunctions.LOGISTIC, 0))
                .isEqualTo("∂out(h1)/∂net(h1) = out(h1) · (1 − out(h1)) = 0.5 · (1 − 0.5) = 0.25\n");
        assertThat(slope(OwnFunctions.LEAKY, 0.5))
                .isEqualTo("∂out(h1)/∂net(h1) = 1, as net(h1) > 0 = 1, as 0.5 > 0 = 1\n");
        assertThat(slope(OwnFunctions.HARD_TANH, 0.5)).startsWith("∂out(h1)/∂net(h1) = 1, as −1 < net(h1) < 1");
        assertThat(slope(OwnFunctions.HARD_TANH, 1.25)).startsWith("∂out(h1)/∂net(h1) = 0, as net(h1) > 1");
        assertThat(slope(OwnFunctions.HARD_TANH, -1.25)).startsWith("∂out(h1)/∂net(h1) = 0, as net(h1) < −1");
        assertThat(slope(OwnFunctions.HARD_TANH, -1)).startsWith("∂out(h1)/∂net(h1) = ½, as net(h1) = −1");
    }

    @Test
    void explainsLosses() {
        Activation linear = Activations.LINEAR.standard();
        Quantity.Scalar error = new Quantity.TotalError();
        Quantity.Scalar slope = new Quantity.Partial(error, new Quantity.Output(2, 0));
        assertThat(explained(linear, OwnFunctions.QUARTIC, 0.5, error))
                .isEqualTo("error = (target(y1) − out(y1))⁴ = (1 − (−0.65))⁴ = 7.41200625\n");
        assertThat(explained(linear, OwnFunctions.QUARTIC, 0.5, slope))
                .isEqualTo("∂error/∂out(y1) = 4 · (out(y1) − target(y1))³ = 4 · (−0.65 − 1)³ = −17.9685\n");
        assertThat(explained(linear, OwnFunctions.LOG_COSH, 0.5, slope))
                .isEqualTo("∂error/∂out(y1) = tanh(out(y1) − target(y1)) = tanh(−0.65 − 1) = −0.928857621\n");
        assertThat(explained(linear, OwnFunctions.MEAN, 0.5, slope))
                .isEqualTo("∂error/∂out(y1) = 2 · (out(y1) − target(y1)) = 2 · (−0.65 − 1) = −3.3\n");
        assertThat(explained(linear, OwnFunctions.LOSSES.get(6), 0.5, slope))
                .startsWith("∂error/∂out(y1) = −sign(target(y1) − out(y1)), as |target(y1) − out(y1)| > 1");
    }
}
