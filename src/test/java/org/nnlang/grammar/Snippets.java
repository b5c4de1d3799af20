package org.nnlang.grammar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.nnlang.syntax.Keywords;

/** What is nn and what is not, section by section of the language. A row is a script; ⏎ and ␍ stand for line ends. */
final class Snippets {
    private Snippets() {}

    static List<Snippet> all() {
        return Stream.of(
                        accepted(ACCEPTED_LAYOUT, ACCEPTED_WORDS, ACCEPTED_DECLARATIONS, ACCEPTED_SETTINGS),
                        accepted(ACCEPTED_QUANTITIES, ACCEPTED_EXPRESSIONS, ACCEPTED_VERBS, ACCEPTED_CONTROL),
                        Stream.of(new Snippet(WORKED_EXAMPLE, true), new Snippet(XOR, true)),
                        rejected(REJECTED_LAYOUT, REJECTED_WORDS, REJECTED_DECLARATIONS, REJECTED_SETTINGS),
                        rejected(REJECTED_EXPRESSIONS, REJECTED_VERBS, REJECTED_CONTROL))
                .flatMap(snippets -> snippets)
                .toList();
    }

    private static Stream<Snippet> accepted(String... sections) {
        return Stream.of(sections).flatMap(rows -> Snippet.rows(true, rows));
    }

    private static Stream<Snippet> rejected(String... sections) {
        return Stream.of(sections).flatMap(rows -> Snippet.rows(false, rows));
    }

    /** Words that nothing can be declared by and that name no quantity of their own. */
    static final Set<String> RESERVED = new TreeSet<>(Keywords.RESERVED);

    /** Words that nothing can be declared by, but that name a quantity. */
    static final List<String> QUANTITIES = words("input target data loss weights");

    static {
        RESERVED.removeAll(QUANTITIES);
    }

    /** Words that mean something in one place and are names in every other. */
    static final List<String> CHOICES = words("""
            simultaneous sequential auto exact double single full latex markdown mathml text csv inputs test scale standard
            minmax rate raw
            """);

    private static List<String> words(String words) {
        return List.of(words.strip().split("\\s+"));
    }

    static final String WORKED_EXAMPLE = """
            # 2-2-2 network, sigmoid, half squared error, one sample
            input x[2]
            layer h[2] sigmoid
            layer y[2] sigmoid
            loss squared

            weights h = [0.15, 0.20;        # w1, w2 into h1
                         0.25, 0.30]        # w3, w4 into h2
            weights y = [0.40, 0.45;        # w5, w6 into y1
                         0.50, 0.55]        # w7, w8 into y2
            bias h = 0.35 shared fixed      # b1, one number for the layer, never trained
            bias y = 0.60 shared fixed      # b2

            input  = [0.05, 0.10]
            target = [0.01, 0.99]
            learning rate = 0.5

            show net(h1), out(h1), error    # 0.3775, 0.593269992, 0.298371109
            explain grad(w5)
            train 1
            expect w5 ~ 0.35891648
            expect w1 ~ 0.149780716
            expect error ~ 0.291027774
            """;

    static final String XOR = """
            input x(a, b); layer h[4] tanh
            layer y[1] sigmoid
            loss binary_cross_entropy
            optimizer adam(0.05,
                           beta1: 0.8)
            data = [
              0, 0 -> 0;    # both off
              0, 1 -> 1;
              1, 0 -> 1;
              1, 1 -> 0
            ]
            seed = 7
            train 2000 until accuracy == 1 and
                             loss < 0.01 every 100 {
              show loss, accuracy
              print "after {epoch} epochs"
            }
            if accuracy < 1 {
              print "no luck"
            } else if loss > 0.1 {
              print "barely"
            }
            # a remark between
            else {
              for n in [0, 1, 10] { show error @ n }
            }
            """;

    private static final String ACCEPTED_LAYOUT = """
            # only a remark
            ⏎⏎show w1⏎⏎
            ␍
            show w1␍⏎show w2␍⏎
            show w1␍show w2
            show w1 # remark␍show w2
            \uFEFFshow w1
            \uFEFF
            show w1; show w2
            ;; show w1 ;⏎; show w2;;
            show w1 # why; not⏎show w2
            \t show\tw1 \t
            show w1 +⏎ w2
            show w1 + # more to come⏎⏎  # and more⏎ w2
            show w1,⏎w2,⏎⏎w3
            plot loss,⏎ loss(test) to "loss.svg"
            let n =⏎ 4
            w5 =⏎0.4
            expect w5 ~⏎ 0.4
            why w5 =⏎ 0.4
            expect accuracy ==⏎1 or⏎ loss <⏎ 1 and⏎ w1 >⏎0
            show error @⏎ 3
            show 2 ^⏎ 3 *⏎ 4 /⏎ 5 -⏎ 6
            show net(⏎h1⏎)⏎
            show (w1⏎+ w2⏎- w3)
            show [1,⏎2⏎;⏎3, 4 # four⏎]
            show max(⏎(1⏎), [2⏎, 3])
            weights h = [⏎⏎1, 2;⏎⏎3, 4⏎⏎]
            input x[⏎2⏎]
            layer y(⏎cat,⏎dog⏎) softmax
            repeat 3 {⏎train 1⏎show w1⏎}
            repeat 3 { train 1; show w1; }
            repeat 3 { # three times⏎⏎train 1 }
            show h1⏎[1, 2]
            show w1⏎-w2
            show w1⏎(w2)
            """;

    private static final String ACCEPTED_WORDS = """
            let größe = 1
            let δ_1 = 0.5
            let 重み = 2
            let कि = 3
            let नेट = 3
            let 𝜎 = 1
            let x٣ = 1
            let _ = 1
            let _private2 = 1
            let W5 = 1
            let w5a = 1
            let w_5 = 1
            let b = 1
            let e = 1
            let training = 1
            let Train = 1
            show 1, 0.5, .5, 1e-3, 1E+3, 1e3, 1_000_000, 0.000_1, 20%, 12.5%, .5e-2%, 1e−3, 007
            show −w1 · 2 × 3 − −4
            print "a \\"quoted\\" word, a \\\\ and \\n\\t"
            print ""
            print "\\{ and \\}"
            show\u00A0w1 + (\u00A0w2)
            print "# no remark; 'no' end {w1} ümlaut"
            """;

    private static final String ACCEPTED_DECLARATIONS = """
            input x[2]
            input x [n * 2]
            input x(a, b)
            layer h[2] sigmoid
            layer h1[16] relu
            layer y(cat, dog) softmax
            layer y(cat) sigmoid
            layer h[4] leaky_relu(0.1)
            layer h[4] elu(alpha: 1.0)
            layer h[4] relu()
            layer h[4] step
            loss squared
            loss huber(0.5)
            loss huber(delta: 1 / 2)
            loss quartic(t, o) = (t - o)^4
            loss quartic(t, o)
            loss test
            optimizer sgd
            optimizer momentum(0.9)
            optimizer adam(beta1: 0.8)
            optimizer adam(0.01, 0.8, epsilon: 1e-8)
            optimizer adamw(decay: 0.01)
            optimizer momentum(0.9, classic: on, average: off)
            optimizer adam(on, off: 1, on: off); layer h[2] elu(on)
            optimizer mine(p, g, mu: 0.9) { v = mu * v + g;  p = p - rate * v }
            optimizer rate(p, g) {⏎m = 0.9 * m + g # memory⏎⏎p = p -⏎rate * m⏎}
            optimizer adamw(weights: 1, rate: 2, none: 3, w: 4, and: 5, w5: 6)
            activation swish(z) = z * sigmoid(z)
            activation text(test) = max(0, test)
            activation hinge(z) = if(z > 0 and not (z > 1), z,⏎0.01 * z)
            activation hinge(z) =⏎if(z > 0, z, 0)
            loss q(t, o) = if(t == o, 0, (t - o)^2)
            let n = 4
            let A = [1, 2; 3, 4]
            let small = error < 0.1 and not (loss > 1)
            """;

    private static final String ACCEPTED_SETTINGS = """
            weights h = [0.15, 0.20; 0.25, 0.30]
            weights h = he
            weights h = uniform(-0.5, 0.5) fixed
            weights y = A fixed
            weights y = [1]
            bias h = 0.35
            bias h = 0.35 shared
            bias h = 0.35 fixed
            bias h = 0.35 shared fixed
            bias h = 0.35 fixed shared
            bias h = [0.1, 0.2]
            bias h = zeros
            bias h = zeros * 2 shared
            weights h = he + 1
            bias h = none
            n = 4
            h1 = 0.5
            error = 0
            learning_rate =⏎a
            w5 = 0.4
            w0 = 1
            w(h1, y1) = 0.4
            w5 = 0.4 fixed
            w(h1, y1) = n * 2 fixed
            bias(h1) =⏎0.3 fixed
            w(h[1], y[2]) = -w(h[1], y[1])
            b1 = 0.3
            bias(h1) = 0.3
            tie w1, w5
            tie w(h1, y1), bias(h1),⏎b2
            activation h = tanh
            activation h = leaky_relu(0.1)
            input = [0.05, 0.10]
            target = [0.01, 0.99]
            target = 1
            data = [0, 0 -> 0; 0, 1 -> 1; 1, 0 -> 1; 1, 1 -> 0]
            data = [0 -> 0]
            data = [0, 0 -> 0 : 2; 0, 1 -> n : n; 1, 0 -> 1:1e-3; h[1] -> [1, 2] : (2); 1 -> sum([n]) : n * 2;]
            data = [1 -> 2 :⏎ 3; ]
            data = [0->0,1;1->-1,n*2]
            data = csv("iris.csv")
            data = csv("iris.csv", target: species, test: 20%, scale: standard)
            data = csv("a.csv", inputs: [a, "b c", order, w5], target: [weights, none])
            data = csv("a.csv", scale: none, target: "the class", test: 1 / n)
            data = csv(⏎"a.csv",⏎scale⏎: minmax⏎)
            data = csv
            data = csv()
            data = csv(iris, "iris.csv", order, w5)
            data = csv("a.csv", tset: 20%, scale: "none", inputs: [a; b])
            data = csv("a.csv", inputs: [1, 2] + 1, target: w(h1, y1), test: not a)
            data = csv("a.csv", inputs: ["a"], target: [a, w5, and, none, "b", loss, c])
            learning rate = 0.5
            learning  rate = n / 2
            batch = 32
            batch = all
            shuffle = on
            shuffle = off
            decay = 1e-4
            decay = 1e-4 weights
            decay = n / 2 absolute
            clip = 1
            clip =⏎n * 2 each
            clip = off
            loss absolute
            let each = 1
            order = simultaneous
            order = sequential
            round = 3
            round = off
            round = 2 + n
            seed = 42
            engine = auto
            engine = exact
            precision = double
            precision = single
            digits = 4
            """;

    private static final String ACCEPTED_QUANTITIES = """
            x1
            h1
            h[1]
            h[n + 1]
            A[1, 2]
            A [1, 2]
            out(h1)
            net(h1); delta(h1); bias(h1); grad(w5); grad(b1)
            memory(v, w5) @ 3; memory(auto, bias(h1))
            w5
            w(h1, y1)
            b1
            target
            target(y1)
            target[1]
            input
            input[2]
            show error, error(y1)
            error(y1)
            d(error, w5)
            d(net(h1), out(x1)) * d(loss, w(h[1], y1))
            loss
            loss(test)
            loss - loss(test)
            loss @ 3
            accuracy; accuracy(test)
            weights
            weights(h)
            weights(h) @ 3 - weights(h)
            biases; biases(h); net(h); out(h); delta(h); grad(h); h
            show weights, biases, network, data, settings
            show weights + 1, weights @ 2, data[1], network - settings
            weights and input or loss
            input and data or target
            step; epoch
            error @ 0 - error
            error @ n
            error @ (step - 1)
            (error - loss) @ 2
            -error @ 1e3 ^ 2
            [1, 2] @ 3
            """;

    private static final String ACCEPTED_EXPRESSIONS = """
            1 + 2 - 3 * 4 / 5
            -2^2
            2^-1
            2^--1
            2^3^2
            2^-3^2
            - -1
            --1
            1 - -1
            2 * -3
            not a and not b or c
            not not a
            not a == b
            a + 1 < b * 2
            a <= b and b >= c and c != d and d == e
            (a < b) == (b < c)
            (not a) + 1
            exp(1) + ln(2) + sqrt(2) + abs(-1) + sin(pi) + max(1, 2, 3)
            ((((((1))))))
            if(a, b, c)
            if(a < b, 1, 2) + 1
            if (⏎a,⏎b,⏎c)
            (if(a, b, c))
            -if(a, b, c) ^ if(a, b, c) @ 2
            1 +⏎if(a, b, c)
            if(if(a, b, c), if(a, b, c), if(a, b, c))
            [if(a, 1, 2), 3]
            h[if(a, 1, 2)]
            [1, 2, 3]
            [1, 2; 3, 4]
            [[1, 2], [3, 4]]
            [1, 2;]
            [1, 2; 3, w5;⏎]
            data = [0, 0 -> 0; 0, 1 -> 1;]
            transpose([[1, 2], [3, 4]])
            let log = 2; let sum = log
            [a < b, -1, h[1]; not c, (2), max(1, 2)]
            [1,2]+[3,4]
            0.5 - .5
            h [1]
            out (h1)
            """;

    private static final String ACCEPTED_VERBS = """
            forward
            forward; backward; update; next
            train
            train 100
            train 2 * n
            train until loss < 0.1
            train until loss(test) rises for 10
            train 100 until 1 - accuracy rises for n + 1 every 10 { show error }
            let rises = 1
            show rises, rises(1)
            train 100 until error < 1e-4
            train 100 every 10 { show error }
            train every 10 { show error }
            train 100 until error < 1e-4 every 10 { show error }
            train 100 until error < 1e-4 and not (loss > 1) every n + 1 {⏎show error⏎if a { undo }⏎}
            train (n) every (10) {}
            sample 2
            predict [0, 1]
            predict (x) @ 3
            show w5
            show w5, error @ 3, [1, 2]
            explain grad(w5)
            explain grad(w5) as latex
            explain error @ 1 as markdown
            explain d(error, w1) as mathml
            explain loss as text
            explain text as text
            explain grad(w5) in full
            explain grad(w5) @ 1 in full as latex
            explain full in full as text
            expect A ~ B
            expect w5 ~ 0.35891648
            expect w5 ~ 0.359 within 1e-3
            expect weights(h) ~ [0.149780716, 0.199561432; 0.24975114, 0.29950229]
            expect w5 + 1 ~ -w6 * 2 within 10%
            expect loss < 0.01
            expect accuracy == 1 and error != 0
            why grad(w5) = 0.0411
            why w5 = -0.36
            why w(h1, y1) @ 1 - w5 = − 2e-3
            why w1 = 0.1498, w2 @ 1 = −0.2
            why w1 = 0.1498,⏎⏎ error = 0.29 given net(y2) =⏎ 0.185, b1 = 1
            why out(h) = [0.59, -0.6], weights(h) = [1, 2; 3, 4]
            why weights(h) = [[1, 2], [3, − 4]] given biases(h) = [1 ;]
            why given = 3 given given = 4
            why "answers.txt"
            let given = 3
            show given + 1, (given)
            input given[2]
            check gradients
            plot loss
            plot loss, loss(test), accuracy
            plot w5 to "w5.svg"
            plot boundary
            plot boundary to "plane.png"
            draw
            draw to "net.svg"
            print "text {w5 + 1}"
            undo
            undo 3
            undo n - 1
            reset
            new
            new; input x[1]
            repeat 2 { new }
            include "other.nn"
            save "here.nn"
            save "here.nn" with training
            let with = training
            resume(step: 100)
            resume(step: 10 * n, epoch: 50,⏎sample: 3, m: [0.1, 0.2], v: [1, 2])
            resume(100)
            resume()
            export "net.onnx"
            """;

    private static final String ACCEPTED_CONTROL = """
            repeat 3 { train 1 }
            repeat n * 2 {}
            repeat 2 { repeat 2 { train 1 } ; show w1 }
            repeat 2 { repeat 2 { train 1 }⏎show w1 }
            for a in [1, 2, 3] { learning rate = a; train 1 }
            for test in [1] { show test }
            for a in A[1] + [1] { }
            for a in h { show a }
            if error < 0.1 { show w1 }
            if a { } else { }
            if a { }⏎else { }
            if a { } # yes⏎⏎# or⏎else { }
            if a { } else if b { } else { }
            if a { }⏎else if b { }⏎else if c { }
            if a { if b { } else { } } else { }
            if a { if b { } }⏎else { }
            if a { };⏎show w1
            if (⏎a⏎) { }
            if (a) == (b) { }
            if max(a, b) > [1, 2] { }
            if (max(a, b)) { }
            if if(a, b, c) { } else if if(a, b, c) { }
            if (if(a, b, c)) { }
            if(a, b, c); if a { }
            show if(a, b, c), if(a, b, c)
            let a = if(a, b, c)
            if a or⏎b { }
            """;

    private static final String REJECTED_LAYOUT = """
            show if(a, b)
            show if(a)
            show if()
            show if(a, b, c, d)
            show if(a; b; c)
            show if a, b, c
            show if a { b } else { c }
            show if (a) b else c
            show b if a else c
            show if
            show if⏎(a, b, c)
            show if(a, b, c)(d)
            show if(a, b, c)[1]
            if(a, b)
            if(a, b, c, d)
            if(a, b, c) { }
            if (a, b) { }
            let if = 1
            let a =⏎if (a) { }
            let a =⏎if a { }
            show w1 show w2
            show⏎w1
            show w1⏎+ w2
            show w1⏎, w2
            show w1 +
            show w1 + ; w2
            show w1,
            show w1,⏎train 1
            show -⏎w1
            show not⏎a
            show net⏎(h1), w1⏎)
            show (w1
            show w1)
            show [1, 2
            show 1, 2]
            show (1]
            show [1)
            show (1; 2)
            show [(1; 2)]
            show net(h1; h2)
            show [1; 2
            show { 1 }
            show (if a { })
            show w1 }
            { show w1 }
            repeat 3 { train 1
            learning⏎rate = 0.5
            let n⏎= 4
            train 100⏎until error < 1
            train 100 until⏎error < 1
            expect w5 ~ 1⏎within 2
            check⏎gradients
            repeat 3⏎{ train 1 }
            repeat⏎3 { train 1 }
            repeat 2 { } show w1
            show w1 \uFEFF
            show w1⏎\uFEFFshow w2
            show\u2003w1
            show \fw1
            show w1 /* remark */
            show w1 // remark
            show w1 \\⏎ + w2
            """;

    private static final String REJECTED_WORDS = """
            show 1.
            show 1..2
            show 1.2.3
            show 1_
            show 1__000
            show _1_000 2
            show 1e
            show 1e+
            show 2x
            show 0x10
            show 20 %
            show 20%%
            show 1,5 2,5
            show 1e-3e
            train 100until error < 1
            train 20%until error < 1
            let 2x = 1
            let h' = 1
            let ै = 1
            let x₁ = 1
            let a.b = 1
            let a-b = 1
            let w5 = 1
            let b1 = 1
            print "open
            print "two⏎lines"
            print "two␍lines"
            print 'text'
            print "bad \\q"
            print "bad \\
            print "bad \\"
            print "a" "b"
            print “text”
            show $w1
            show w1 & w2
            show w1 ? w2 : w3
            show w1 == = w2
            SHOW w1
            Show w1
            """;

    private static final String REJECTED_DECLARATIONS = """
            input x
            input x[]
            input x()
            input x(2)
            input x[2, 2]
            input x[2] y[2]
            input x(a, b,)
            input x(a b)
            input x(a, train)
            input x(a, loss)
            input x(w1, w2)
            input [2] x
            input train[2]
            layer h[2]
            layer h sigmoid
            layer [2] sigmoid
            layer h[2] sigmoid tanh
            layer h[2] "sigmoid"
            layer h[2] w5
            layer h[2] sigmoid = 3
            layer w1[2] sigmoid
            layer
            layer h(2) sigmoid
            loss quartic(t, o) =
            loss quartic(t) = t^2
            loss quartic(t, o, p) = t
            loss quartic = t^4
            loss quartic(2, o) = o
            loss quartic(t, o) = (t - o)^4 fixed
            loss mse + 1
            optimizer
            optimizer adam(
            optimizer adam(,)
            optimizer adam(0.1,)
            optimizer adam(beta1 = 0.8)
            optimizer adam(beta1: )
            optimizer adam(: 0.8)
            optimizer adam("fast")
            optimizer adam(beta1: none)
            optimizer adam(1: 2)
            optimizer adam(eps_inside: on + 1)
            optimizer adam(eps_inside: -on)
            let a = f(on)
            let b = [on]
            optimizer mine(p, g) { p = p - }
            optimizer mine { p = }
            optimizer mine(p, g)⏎{ p = p }
            optimizer = adam
            activation swish(z, a) = z
            activation swish() = 1
            activation swish(z)
            activation swish = z * 2
            let n
            let n =
            let n 4
            let n == 4
            let n = "text"
            let n = none
            let f(x) = x
            let pi, e = 3
            (w5) = 4
            w5 @ 1 = 4
            """;

    private static final String REJECTED_SETTINGS = """
            weights h
            weights = he
            weights h = he fixed fixed
            weights h = he shared
            weights h = none
            weights(h) = he
            weights h[1] = [1, 2]
            weights h, y = he
            weights h = [1, 2;;]
            weights h = [1, 2,]
            weights h = [1 2; 3 4]
            weights h = [; 1]
            weights h = []
            weights h = he()
            weights h = uniform(a: -1, b: 1)
            bias h = none shared
            bias h = 0.1 shared shared
            bias h = 0.1 fixed fixed
            bias h = 0.1 fixed shared fixed
            bias h = 0.1 shared fixed shared
            bias = 0.1
            bias
            w = 3
            w
            w(h1) = 0.4
            w(h1, y1, z1) = 0.4
            w(h1, y1) = 0.4 fixed fixed
            w5 = 0.4 shared
            w5 = w6 = 0.4
            w5 == 0.4 = 1
            w5 := 0.4
            grad(w5) = 1
            activation h =
            activation h = 3
            activation h = tanh fixed
            input x = [1, 2]
            target(y1) = 1
            data = [0, 0 -> 0;;]
            data = [0, 0 -> 0 -> 1]
            data = [0, 0 -> ]
            data = [-> 0]
            data = [0, 1; 2, 3]
            data = [0, 0 -> 0; 1, 1]
            data = 0 -> 0
            data = rows
            data = csv("a.csv", inputs: [])
            data = csv("a.csv", inputs: [a; order])
            data = csv("a.csv", inputs: [a, "b"] + 1)
            data = csv("a.csv", inputs: [1, "b"])
            data = csv("a.csv", inputs: ["a",])
            data = csv("a.csv", inputs: "a" "b")
            data = csv("a.csv", inputs: order + 1)
            data = csv("a.csv", inputs: (order))
            data = csv("a.csv", test = 20%)
            data = csv("a.csv", : 20%)
            data = csv("a.csv",)
            data = csv "a.csv"
            data = xls("a.xls")
            let d = [0, 0 -> 0]
            learning = 0.5
            learning rate 0.5
            batch = none
            batch 32
            batch = all 3
            shuffle = yes
            shuffle = 1
            shuffle on
            order = fast
            order = "sequential"
            round = off 3
            round =
            order = off
            engine = fast
            precision = 2
            digits =
            seed
            show batch
            show learning rate
            """;

    private static final String REJECTED_EXPRESSIONS = """
            1 +
            + 1
            1 + + 2
            1 * / 2
            a < b < c
            a == b == c
            a == not b
            1 + not a
            - not a
            not
            a and
            a or or b
            a && b
            !a
            a <> b
            a =< b
            a ~ b
            a -> b
            2 ^
            2 ** 3
            2 % 3
            a @
            a @ -1
            a @ w5
            a @ loss
            a @ 1 @ 2
            a @ [1]
            a @ f(1)
            a @ n[1]
            @ 3
            ()
            []
            [1, ]
            [, 1]
            [1; ; 2]
            [[1, 2], ]
            [1;; 2]
            [1, 2 -> 3]
            h[]
            h[1, 2, 3]
            h[1][2]
            h[1; 2]
            h[1
            out(h)[1]
            out(h1)(h2)
            out()
            out(h1,)
            out(h1 h2)
            out(name: h1)
            (a, b)
            (a)(b)
            2(a)
            2 a
            w5(a)
            w5[1]
            w(h1)
            w(h1, y1, z1)
            bias(h1, h2)
            bias[1]
            show (train)
            show [none]
            show (all)
            "text"
            show (a = b)
            a b
            a.b
            |a|
            a!
            """;

    private static final String REJECTED_VERBS = """
            forward 3
            backward h1
            train 100 200
            train 100 until
            train 100 every 10
            train 100 every { show error }
            train 100 every 10 { show error } until error < 1
            train 100 { show error }
            train 100 until a until b
            train 100 rises for 3
            clip = off each
            clip = 1 weights
            decay = 1 each
            let clip = 1
            tie
            tie h1, w2
            tie w1 w2
            tie w1, w2 + 1
            tie w1,
            train until a rises
            train until a rises for
            train until a rises for 3 until b
            train until a for 3
            train 100, 200
            train = 3
            sample
            sample 1, 2
            predict
            predict 0, 1
            predict [0, 1 -> 1]
            show
            show , w5
            show w5, , w6
            show "text"
            show train
            show none
            show w5 as latex
            show w5 to "file.svg"
            explain
            explain w5, w6
            explain w5 as
            explain w5 as html
            explain w5 in
            explain w5 in text
            explain w5 full
            explain w5 as text in full
            explain in full
            explain w5 as "latex"
            explain w5 to "file.tex"
            expect
            expect w5 ~
            expect ~ 3
            expect a ~ b ~ c
            expect a < b ~ c
            expect a ~ b < c
            expect not a ~ b
            expect a ~ b and c ~ d
            expect a ~ b within
            expect a ~ b, c ~ d
            expect a < b within 1
            expect a = b
            why
            why w5
            why w5 0.4
            why w5 == 0.4
            why w5 = n
            why w5 = 0.4 + 0.1
            why w5 = --1
            why w5 = -[1, 2]
            why w5 = [1, n]
            why w5 = [1, 2 -> 3]
            why w5 = [[1, 2], 3]
            why w5 = [[1; 2]]
            why w5 = []
            why w5 = 1,
            why w5 = 1 w6 = 2
            why w5 = 1⏎given w6 = 2
            why w5 = 1 given
            why w5 = 1 given⏎w6 = 2
            why w5 = 1 given w6 = 2 given w7 = 3
            why given w6 = 2
            why w5 = 1 given "answers.txt"
            why "answers.txt" given w5 = 1
            why "answers.txt", "more.txt"
            why answers.txt
            why a < b = 1
            check
            check gradient
            gradients
            plot
            plot loss to
            plot loss to file
            plot to "loss.svg"
            draw "net.svg"
            draw to net
            draw h
            print
            print w5
            print text
            print "a", "b"
            undo 1, 2
            reset 3
            new 1
            new input x[1]
            let new = 1
            reset all
            include
            include other
            include "a.nn", "b.nn"
            save
            save to "a.nn"
            save "a.nn" with
            save "a.nn" training
            save with training
            resume
            resume 100
            resume(step: 100
            resume(step: )
            resume(step: 100 epoch: 50)
            resume(step: 100) with training
            let resume = 1
            export onnx
            help
            quit
            """;

    private static final String REJECTED_CONTROL = """
            repeat { }
            repeat 3
            repeat 3 train 1
            repeat 3 { train 1 ) }
            repeat 3 { train 1 ]
            for a [1, 2] { }
            for in [1, 2] { }
            for a in { }
            for a in [1, 2]
            for w5 in [1, 2] { }
            for a, b in A { }
            for error[1] in A { }
            for train in A { }
            if { }
            if a
            if a⏎{ }
            if a show w1
            if a then { }
            if a { } else
            if a { }; else { }
            if a { } else⏎{ }
            if a { } else⏎if b { }
            if a { } else b { }
            if a { } else { } else { }
            if a { } else { } else if b { }
            if a { } elif b { }
            else { }
            if a = b { }
            """;
}
