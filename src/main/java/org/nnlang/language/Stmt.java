package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.text.Span;

/** A statement. */
public sealed interface Stmt {
    /** Where it stands. */
    Span span();

    /** The blocks in a statement. */
    static List<Block> blocksOf(Stmt statement) {
        return switch (statement) {
            case Repeat s -> List.of(s.block);
            case For s -> List.of(s.block);
            case Train s -> s.block == null ? List.of() : List.of(s.block);
            case If s -> {
                List<Block> blocks =
                        new ArrayList<>(s.branches.stream().map(Branch::block).toList());
                if (s.otherwise != null) {
                    blocks.add(s.otherwise);
                }
                yield blocks;
            }
            default -> List.of();
        };
    }

    /** Statements between braces. */
    record Block(List<Stmt> statements, Span span) {}

    /** A script. */
    record Script(List<Stmt> statements) {}

    // declarations

    /** {@code input x[2]}. */
    record DeclareInput(NeuronsSpec neurons, Span span) implements Stmt {}

    /** {@code layer h[2] sigmoid}. */
    record DeclareLayer(NeuronsSpec neurons, Spec activation, Span span) implements Stmt {}

    /** {@code loss squared}. */
    record DeclareLoss(Spec loss, Span span) implements Stmt {}

    /** {@code optimizer adam}. */
    record DeclareOptimizer(Spec optimizer, Span span) implements Stmt {}

    /** {@code activation mish(z) = z * tanh(ln(1 + exp(z)))}. */
    record DefineActivation(Expr.Name name, Expr.Name variable, Expr value, Span span) implements Stmt {}

    /** {@code loss quartic(t, o) = (t - o)^4}: one output's share, of its target and its output. */
    record DefineLoss(Expr.Name name, Expr.Name target, Expr.Name output, Expr value, Span span) implements Stmt {}

    /** {@code let n = 3}. */
    record Let(Expr.Name name, Expr value, Span span) implements Stmt {}

    // settings

    /** {@code weights h = [1, 2] fixed}. */
    record SetWeights(Expr.Name layer, Start start, boolean fixed, Span span) implements Stmt {}

    /** {@code bias h = 0.35 shared fixed}. */
    record SetBias(Expr.Name layer, Start start, boolean shared, boolean fixed, Span span) implements Stmt {}

    /** Where the parameters of a layer start. */
    sealed interface Start {
        /** Where it stands. */
        Span span();

        /** From values. */
        record Values(Expr value) implements Start {
            @Override
            public Span span() {
                return value.span();
            }
        }

        /** By an initialiser. */
        record Drawn(Spec initializer) implements Start {
            @Override
            public Span span() {
                return initializer.span();
            }
        }

        /** {@code none}. */
        record None(Span span) implements Start {}
    }

    /** {@code w5 = 0.4}, {@code w(h1, y1) = 0.4}, {@code b1 = 0}. */
    record SetParameter(Expr parameter, Expr value, Span span) implements Stmt {}

    /** {@code activation h = tanh}. */
    record SetActivation(Expr.Name layer, Spec activation, Span span) implements Stmt {}

    /** {@code input = [1, 2]}. */
    record SetInput(Expr value, Span span) implements Stmt {}

    /** {@code target = [0, 1]}. */
    record SetTarget(Expr value, Span span) implements Stmt {}

    /** {@code data = [0, 0 -> 0; 0, 1 -> 1]}. */
    record SetData(List<DataRow> rows, Span span) implements Stmt {}

    /** One row of {@code data}. */
    record DataRow(List<Expr> inputs, List<Expr> targets, Span span) {}

    /** {@code data = csv("iris.csv", target: species)}. */
    record SetCsv(Spec csv, Span span) implements Stmt {}

    /** {@code learning rate = 0.5}, {@code seed = 7} and the like. */
    record SetNumber(NumberSetting setting, Expr value, Span span) implements Stmt {}

    /** The settings that are a number. */
    enum NumberSetting {
        LEARNING_RATE("learning rate"),
        BATCH("batch"),
        DECAY("decay"),
        SEED("seed"),
        DIGITS("digits"),
        ROUND("round");

        private final String text;

        NumberSetting(String text) {
            this.text = text;
        }

        /** How it is written. */
        public String text() {
            return text;
        }
    }

    /** {@code shuffle = on}, {@code engine = exact}, {@code batch = all} and the like. */
    record SetChoice(ChoiceSetting setting, Choice choice, Span span) implements Stmt {}

    /** The settings that are one of a few words. */
    enum ChoiceSetting {
        BATCH("batch", Choice.ALL),
        SHUFFLE("shuffle", Choice.ON, Choice.OFF),
        ENGINE("engine", Choice.AUTO, Choice.EXACT),
        PRECISION("precision", Choice.DOUBLE, Choice.SINGLE),
        ORDER("order", Choice.SIMULTANEOUS, Choice.SEQUENTIAL),
        ROUND("round", Choice.OFF);

        private final String text;
        private final List<Choice> choices;

        ChoiceSetting(String text, Choice... choices) {
            this.text = text;
            this.choices = List.of(choices);
        }

        /** How it is written. */
        public String text() {
            return text;
        }

        /** What it may be. */
        public List<Choice> choices() {
            return choices;
        }
    }

    /** The words that a setting can have. */
    enum Choice {
        ALL("all"),
        ON("on"),
        OFF("off"),
        AUTO("auto"),
        EXACT("exact"),
        DOUBLE("double"),
        SINGLE("single"),
        SIMULTANEOUS("simultaneous"),
        SEQUENTIAL("sequential");

        private final String text;

        Choice(String text) {
            this.text = text;
        }

        /** How it is written. */
        public String text() {
            return text;
        }
    }

    // verbs

    /** {@code forward}, {@code backward}, {@code update}, {@code next}. */
    record Narrate(Narration what, Span span) implements Stmt {}

    /** What can be narrated. */
    enum Narration {
        FORWARD,
        BACKWARD,
        UPDATE,
        NEXT
    }

    /**
     * {@code train 100 until error < 0.1 every 10 { show error }}.
     *
     * @param epochs null without a number
     * @param until null without a condition
     * @param every null without one, as is {@code block}
     */
    record Train(Expr epochs, Expr until, Expr every, Block block, Span span) implements Stmt {}

    /** {@code sample 3}. */
    record Sample(Expr row, Span span) implements Stmt {}

    /**
     * {@code predict [1, 2]}.
     *
     * @param raw whether the input is in the units of the data file, so that it is to be scaled
     */
    record Predict(Expr input, boolean raw, Span span) implements Stmt {}

    /** {@code predict csv("new.csv") to "out.csv"}. */
    record PredictFile(Spec csv, Expr.Text to, Span span) implements Stmt {}

    /** {@code show w5, error}; also a bare expression. */
    record Show(List<Item> items, Span span) implements Stmt {}

    /** What {@code show} shows. */
    sealed interface Item {
        /** A value. */
        record Value(Expr value) implements Item {}

        /** A table. */
        record Overview(Table table, Span span) implements Item {}
    }

    /** The tables. */
    enum Table {
        WEIGHTS("weights"),
        BIASES("biases"),
        NETWORK("network"),
        DATA("data"),
        SETTINGS("settings");

        private final String text;

        Table(String text) {
            this.text = text;
        }

        /** How it is written. */
        public String text() {
            return text;
        }
    }

    /** {@code explain grad(w5) in full as latex}; {@code full} leaves nothing out. */
    record Explain(Expr quantity, boolean full, Format format, Span span) implements Stmt {}

    /** How a derivation is written. */
    enum Format {
        TEXT("text"),
        LATEX("latex"),
        MARKDOWN("markdown"),
        MATHML("mathml");

        private final String text;

        Format(String text) {
            this.text = text;
        }

        /** How it is called. */
        public String text() {
            return text;
        }
    }

    /**
     * {@code expect A ~ B within T}.
     *
     * @param tolerance null without one
     */
    record ExpectAbout(Expr actual, Expr expected, Expr tolerance, Span span) implements Stmt {}

    /** {@code expect a < b}. */
    record Expect(Expr condition, Span span) implements Stmt {}

    /**
     * {@code why w5 = 0.3589}.
     *
     * @param number as it is written
     * @param negative whether a minus sign stands before it
     */
    record Why(Expr quantity, Expr.Number number, boolean negative, Span span) implements Stmt {}

    /** {@code check gradients}. */
    record CheckGradients(Span span) implements Stmt {}

    /** {@code print "text {expr}"}: texts and expressions in turn. */
    record Print(List<Expr> parts, Span span) implements Stmt {}

    /** {@code undo 2}; {@code count} is null without a number. */
    record Undo(Expr count, Span span) implements Stmt {}

    /** {@code new}: what comes before it is forgotten; it stands at the top level of a script only. */
    record New(Span span) implements Stmt {}

    /** {@code reset}. */
    record Reset(Span span) implements Stmt {}

    /** {@code repeat 3 { … }}. */
    record Repeat(Expr count, Block block, Span span) implements Stmt {}

    /** {@code for a in [1, 2] { … }}. */
    record For(Expr.Name name, Expr values, Block block, Span span) implements Stmt {}

    /** {@code if c { … } else if d { … } else { … }}; {@code otherwise} is null without one. */
    record If(List<Branch> branches, Block otherwise, Span span) implements Stmt {
        /** Whether a statement is one that {@code else} may go on. */
        public static boolean isOpen(Stmt statement) {
            return statement instanceof If s && s.otherwise == null;
        }
    }

    /** One condition with its block. */
    record Branch(Expr condition, Block block) {}

    /** {@code include "file.nn"}. */
    record Include(Expr.Text path, Span span) implements Stmt {}

    /** {@code save "file.nn"}. */
    record Save(Expr.Text path, Span span) implements Stmt {}
}
