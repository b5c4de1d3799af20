package org.nnlang.render;

import java.util.List;

/** A formula as it is set on a page, whatever language sets it: what stands beside, above and below what. */
sealed interface Notation {
    /** How far apart the lines may be broken before a sign: sums first. */
    enum Break {
        SUM,
        PRODUCT,
        NONE
    }

    /** How wide it is, roughly, in digits. */
    double width();

    /** A name: of one letter slanted, of more upright. */
    record Name(String text) implements Notation {
        @Override
        public double width() {
            return text.length();
        }
    }

    /** A function's name, in front of its brackets. */
    record Operator(String text) implements Notation {
        @Override
        public double width() {
            return text.length() + 0.5;
        }
    }

    /** The digits of a number, without its sign. */
    record Digit(String text) implements Notation {
        @Override
        public double width() {
            return text.length();
        }
    }

    /** A sign between two things. */
    record Sign(String text, Break kind) implements Notation {
        @Override
        public double width() {
            return 2.5;
        }
    }

    /** A minus sign in front of something. */
    record Minus() implements Notation {
        @Override
        public double width() {
            return 1.5;
        }
    }

    /** A bracket alone, where what it holds is broken into lines. */
    record Bracket(String text, boolean opens, boolean tall) implements Notation {
        @Override
        public double width() {
            return 1;
        }
    }

    /** Words, with their blanks. */
    record Words(String text) implements Notation {
        @Override
        public double width() {
            return text.length();
        }
    }

    /** One after the other. */
    record Line(List<Notation> parts) implements Notation {
        public Line {
            parts = List.copyOf(parts);
        }

        @Override
        public double width() {
            return parts.stream().mapToDouble(Notation::width).sum();
        }
    }

    /** Something in brackets. */
    record Brackets(String open, Notation of, String close) implements Notation {
        @Override
        public double width() {
            return of.width() + 2;
        }

        /** Whether the brackets have to be larger than a letter. */
        boolean tall() {
            return isTall(of);
        }
    }

    record Fraction(Notation above, Notation below) implements Notation {
        @Override
        public double width() {
            return Math.max(above.width(), below.width()) + 0.5;
        }
    }

    /** {@code base} with an index or an exponent, or both; either may be null. */
    record Scripts(Notation base, Notation low, Notation high) implements Notation {
        @Override
        public double width() {
            double scripts = Math.max(low == null ? 0 : low.width(), high == null ? 0 : high.width());
            return base.width() + 0.75 * scripts;
        }
    }

    record Root(Notation of) implements Notation {
        @Override
        public double width() {
            return of.width() + 1.5;
        }
    }

    /** A letter with a mark above it: m̂, ḡ. */
    record Accent(String letter, String mark) implements Notation {
        @Override
        public double width() {
            return 1;
        }
    }

    /** What holds if, and what holds otherwise, below each other. */
    record Cases(Notation then, Notation condition, Notation otherwise) implements Notation {
        @Override
        public double width() {
            return Math.max(then.width() + condition.width() + 4, otherwise.width() + 10);
        }
    }

    static Notation line(Notation... parts) {
        return new Line(List.of(parts));
    }

    /** Whether it is higher than a line of letters. */
    private static boolean isTall(Notation notation) {
        return switch (notation) {
            case Fraction _, Cases _ -> true;
            case Line line -> line.parts().stream().anyMatch(Notation::isTall);
            case Brackets b -> isTall(b.of());
            case Scripts s -> isTall(s.base());
            case Root r -> isTall(r.of());
            case Name _, Operator _, Digit _, Sign _, Minus _, Bracket _, Words _, Accent _ -> false;
        };
    }
}
