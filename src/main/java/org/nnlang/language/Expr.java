package org.nnlang.language;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.text.Span;

/** An expression. Operators of one precedence form a flat chain, so that long sums don't nest deeply. */
public sealed interface Expr {
    /** Its position in the script. */
    Span span();

    /** The expressions in it. */
    default List<Expr> parts() {
        return switch (this) {
            case Number _, Text _, Name _, Numbers _ -> List.of();
            case Call e -> e.arguments;
            case Index e -> e.indices;
            case Negation e -> List.of(e.operand);
            case Chain e -> {
                List<Expr> operands = new ArrayList<>(List.of(e.first));
                e.rest.forEach(link -> operands.add(link.operand));
                yield operands;
            }
            case Power e -> List.of(e.base, e.exponent);
            case Comparison e -> List.of(e.left, e.right);
            case Junction e -> e.operands;
            case Not e -> List.of(e.operand);
            case If e -> List.of(e.condition, e.then, e.otherwise);
            case Matrix e -> e.rows.stream().flatMap(List::stream).toList();
            case At e -> List.of(e.quantity, e.step);
        };
    }

    /** {@code 0.5}, {@code 20%}. */
    record Number(double value, Span span) implements Expr {}

    /** {@code "text"}. */
    record Text(String value, Span span) implements Expr {}

    /** {@code error}, {@code w5}, {@code h1}, {@code pi}. */
    record Name(String name, Span span) implements Expr {}

    /** {@code net(h1)}, {@code d(error, w5)}, {@code exp(1)}. */
    record Call(String name, Span nameSpan, List<Expr> arguments, Span span) implements Expr {}

    /** {@code h[1]}, {@code m[1, 2]}. */
    record Index(Name of, List<Expr> indices, Span span) implements Expr {}

    /** {@code -a}. */
    record Negation(Expr operand, Span span) implements Expr {}

    /** {@code a + b - c}, {@code a * b / c}: from left to right. */
    record Chain(Expr first, List<Link> rest, Span span) implements Expr {}

    /** An operator of a chain and the operand after it. */
    record Link(Operator operator, Expr operand) {}

    /** The operators of a chain. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** How it is written. */
        public String sign() {
            return sign;
        }
    }

    /** {@code a ^ b}. */
    record Power(Expr base, Expr exponent, Span span) implements Expr {}

    /** {@code a < b}. */
    record Comparison(Relation relation, Expr left, Expr right, Span span) implements Expr {}

    /** The comparisons. */
    enum Relation {
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** Whether it is {@code ==} or {@code !=}. */
        boolean isEquality() {
            return this == EQUAL || this == NOT_EQUAL;
        }

        /** How it is written. */
        public String sign() {
            return sign;
        }
    }

    /** {@code a and b and c} or {@code a or b or c}. */
    record Junction(boolean and, List<Expr> operands, Span span) implements Expr {}

    /** {@code not a}. */
    record Not(Expr operand, Span span) implements Expr {}

    /** {@code if(condition, a, b)}: a if the condition holds, else b; the other is not evaluated. */
    record If(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {}

    /**
     * {@code [a, b; c, d]} with an element that isn't a plain number.
     *
     * @param closed whether a semicolon follows the last row too: {@code [a, b;]} is a matrix of one row
     */
    record Matrix(List<List<Expr>> rows, boolean closed, Span span) implements Expr {}

    /**
     * {@code [1, 2; 3, 4]} or {@code [[1, 2], [3, 4]]} of plain numbers only, in compact form: a weight matrix can have
     * millions.
     *
     * @param values row after row
     * @param rowEnds where each row ends in {@code values}
     * @param matrix whether it is a matrix, even of one row: {@code [1, 2;]}, {@code [[1, 2]]}
     */
    record Numbers(double[] values, int[] rowEnds, boolean matrix, Span span) implements Expr {}

    /** {@code Q @ n}. */
    record At(Expr quantity, Expr step, Span span) implements Expr {}
}
