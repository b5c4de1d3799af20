package org.nnlang.syntax;

import static org.nnlang.syntax.NnParser.*;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.nnlang.language.Block;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Expr;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.*;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Span;

/** Makes the record of a statement from the tree that the grammar's rules make of it. */
final class TreeBuilder extends ExpressionBuilder {
    TreeBuilder(Tokens tokens) {
        super(tokens);
    }

    // ------------------------------------------------------------------------------------------------------ statements

    /** The statement of a node, or null for one of a later version. */
    Statement statement(ParserRuleContext node) {
        Span span = tokens.from(node.start.getStartIndex());
        return switch (node.getRuleIndex()) {
            case RULE_declaration -> declaration((DeclarationContext) node, span);
            case RULE_setting -> setting((SettingContext) node, span);
            case RULE_verb -> verb((VerbContext) node, span);
            case RULE_prediction -> {
                PredictionContext c = (PredictionContext) node;
                yield new PredictFile(csv(token(c.CSV()), c.details()), (Expr.Text) c.value, span);
            }
            case RULE_control -> control((ControlContext) node, span);
            case RULE_assignment -> assignment((AssignmentContext) node, span);
            default -> new Show(List.of(item(((ValueContext) node).expression())), span);
        };
    }

    private Statement declaration(DeclarationContext c, Span span) {
        return switch (c.start.getType()) {
            case INPUT -> new DeclareInput(neurons(c), span);
            case LAYER -> new DeclareLayer(neurons(c), spec(c.method()), span);
            case LOSS -> c.SET() == null ? new DeclareLoss(spec(c.method()), span) : defineLoss(c, span);
            case OPTIMIZER -> new DeclareOptimizer(spec(c.method()), span);
            case ACTIVATION ->
                c.LEFT_PAREN() == null
                        ? new SetActivation(name(c.name(0)), spec(c.method()), span)
                        : new DefineActivation(name(c.name(0)), name(c.name(1)), expression(c.expression()), span);
            default -> new Let(name(c.name(0)), expression(c.expression()), span);
        };
    }

    private Statement defineLoss(DeclarationContext c, Span span) {
        Spec defined = spec(c.method());
        return new DefineLoss(
                new Expr.Name(defined.name(), defined.nameSpan()),
                (Expr.Name) defined.arguments().getFirst().value(),
                (Expr.Name) defined.arguments().getLast().value(),
                expression(c.expression()),
                span);
    }

    private NeuronsSpec neurons(DeclarationContext c) {
        Expr.Name name = name(c.name(0));
        NeuronsContext neurons = c.neurons();
        Span span = name.span().to(span(neurons));
        return neurons.expression() == null
                ? new NeuronsSpec.Named(
                        name, neurons.name().stream().map(this::name).toList(), span)
                : new NeuronsSpec.Sized(name, expression(neurons.expression()), span);
    }

    private Statement setting(SettingContext c, Span span) {
        Expr value = c.expression() == null ? null : expression(c.expression());
        return switch (c.start.getType()) {
            case WEIGHTS -> new SetWeights(name(c.name()), StartSpec.of(value), c.FIXED() != null, span);
            case BIAS -> bias(c, value, span);
            case INPUT -> new SetInput(value, span);
            case TARGET -> new SetTarget(value, span);
            case DATA ->
                c.file() == null
                        ? new SetData(rows(c.samples()), span)
                        : new SetCsv(csv((ParserToken) c.file().start, c.file().details()), span);
            default -> {
                Expr set = value == null ? name((ParserToken) c.stop) : value;
                yield new SetSetting(Expectations.setting(c), set, span);
            }
        };
    }

    private Statement bias(SettingContext c, Expr value, Span span) {
        SharingContext sharing = c.sharing();
        return new SetBias(
                name(c.name()),
                value == null ? new StartSpec.None(tokens.span(token(c.NONE()))) : StartSpec.of(value),
                sharing != null && sharing.SHARED() != null,
                sharing != null && sharing.FIXED() != null,
                span);
    }

    private static List<SetData.DataRow> rows(SamplesContext c) {
        return c.NUMBERS() == null ? kept(c) : token(c.NUMBERS()).numbers.data();
    }

    /** Replaces the node of a row of data by its record. */
    void keep(SampleContext c) {
        SamplesContext samples = (SamplesContext) c.parent;
        samples.children.removeLast();
        if (samples.value == null) {
            samples.value = new ArrayList<>();
        }
        Expr weight = c.expression() == null ? null : expression(c.expression());
        kept(samples).add(new SetData.DataRow(row(c.row(0)), row(c.row(1)), weight, span(c)));
    }

    @SuppressWarnings("unchecked")
    private static List<SetData.DataRow> kept(SamplesContext c) {
        return (List<SetData.DataRow>) c.value;
    }

    private Statement verb(VerbContext c, Span span) {
        List<ExpressionContext> values = c.expression();
        Expr first = values.isEmpty() ? null : expression(values.getFirst());
        return switch (c.start.getType()) {
            case FORWARD -> new Narrate(Narrate.Narration.FORWARD, span);
            case BACKWARD -> new Narrate(Narrate.Narration.BACKWARD, span);
            case UPDATE -> new Narrate(Narrate.Narration.UPDATE, span);
            case NEXT -> new Narrate(Narrate.Narration.NEXT, span);
            case RESET -> new Reset(span);
            case NEW -> new New(span);
            case TRAIN -> train(c, span);
            case SAMPLE -> new SelectSample(first, span);
            case PREDICT -> new Predict(first, c.RAW() != null, span);
            case SHOW ->
                new Show(c.items().expression().stream().map(this::item).toList(), span);
            case EXPLAIN -> new Explain(first, c.FULL() != null, format(c), span);
            case EXPECT -> c.ABOUT() == null ? new Expect(first, span) : expectAbout(c, first, span);
            case WHY -> new Why(expression(c.sum(0)), number(token(c.NUMBER())), c.MINUS() != null, span);
            case NUDGE -> new Nudge(expression(c.sum(0)), expression(c.sum(1)), span);
            case CHECK -> new CheckGradients(span);
            case PRINT -> new Print(parts(c), span);
            case INCLUDE -> new Include((Expr.Text) c.value, span);
            case SAVE -> new Save((Expr.Text) c.value, span);
            case UNDO -> new Undo(first, span);
            default -> null; // plot, draw and export
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Expr> parts(VerbContext c) {
        return (List<Expr>) c.value;
    }

    private Statement expectAbout(VerbContext c, Expr actual, Span span) {
        Expr tolerance = c.WITHIN() == null ? null : expression(c.sum(1));
        return new ExpectAbout(actual, expression(c.sum(0)), tolerance, span);
    }

    private Statement train(VerbContext c, Span span) {
        boolean counted = c.getChildCount() > 1 && c.getChild(1) instanceof ExpressionContext;
        Iterator<ExpressionContext> values = c.expression().iterator();
        return new Train(
                counted ? expression(values.next()) : null,
                c.UNTIL() == null ? null : expression(values.next()),
                c.RISES() == null ? null : expression(values.next()),
                c.EVERY() == null ? null : expression(values.next()),
                c.block() == null ? null : block(c.block()),
                span);
    }

    /** A table or a value. */
    private Show.Item item(ExpressionContext c) {
        Expr value = expression(c);
        if (c.start == c.stop && value instanceof Expr.Name name) {
            for (Show.Table table : Show.Table.values()) {
                if (table.text().equals(name.name())) {
                    return new Show.Item.Overview(table, name.span());
                }
            }
        }
        return new Show.Item.Value(value);
    }

    private DerivationFormat format(VerbContext c) {
        if (c.AS() != null) {
            String word = tokens.text((ParserToken) c.stop);
            for (DerivationFormat format : DerivationFormat.values()) {
                if (format.text().equals(word)) {
                    return format;
                }
            }
        }
        return DerivationFormat.TEXT;
    }

    private Statement control(ControlContext c, Span span) {
        return switch (c.start.getType()) {
            case REPEAT -> new Repeat(expression(c.expression(0)), block(c.block(0)), span);
            case FOR -> new ForEach(name(c.name()), expression(c.expression(0)), block(c.block(0)), span);
            default -> {
                List<IfElse.Branch> branches = new ArrayList<>();
                List<BlockContext> blocks = c.block();
                for (ExpressionContext condition : c.expression()) {
                    branches.add(new IfElse.Branch(expression(condition), block(blocks.get(branches.size()))));
                }
                yield new IfElse(branches, otherwise(c), span);
            }
        };
    }

    private Block otherwise(ControlContext c) {
        if (c.OTHERWISE() == null) {
            return null;
        }
        int brace = token(c.OTHERWISE()).end() - 1;
        return new Block(statements(c.statements()), new Span(source, brace, span(c).end()));
    }

    private static Block block(BlockContext c) {
        return (Block) c.value;
    }

    @SuppressWarnings("unchecked")
    List<Statement> statements(StatementsContext c) {
        return (List<Statement>) c.value;
    }

    private Statement assignment(AssignmentContext c, Span span) {
        Expr place = c.name() == null ? parameter(c.parameter()) : name(c.name());
        return new SetParameter(place, expression(c.expression()), c.FIXED() != null, span);
    }

    // ------------------------------------------------------------------------------------------ names with arguments

    private Spec spec(MethodContext c) {
        List<Spec.Argument> arguments = new ArrayList<>();
        for (ArgumentContext argument : c.argument()) {
            String name = argument.LABEL() == null ? null : tokens.text(token(argument.LABEL()));
            arguments.add(new Spec.Argument(name, expression(argument.expression()), span(argument)));
        }
        Expr.Name name = name(c.name());
        return new Spec(name.name(), name.span(), arguments, span(c));
    }

    @SuppressWarnings("unchecked")
    private Spec csv(ParserToken word, DetailsContext details) {
        if (details == null) {
            return new Spec("csv", tokens.span(word), List.of(), tokens.span(word));
        }
        ParserToken close = token((TerminalNode)
                details.getParent().getChild(details.getParent().children.indexOf(details) + 1));
        return new Spec(
                "csv",
                tokens.span(word),
                (List<Spec.Argument>) details.value,
                tokens.span(word).to(tokens.span(close)));
    }

    /** The name of a column: a word, or a text. */
    Expr column(ColumnContext c) {
        return c.STRING() == null ? name((ParserToken) c.start) : text(token(c.STRING()));
    }

    /** The names of columns. */
    Expr columns(ColumnsContext c) {
        List<Expr> columns = c.column().stream().map(this::column).toList();
        return new Expr.Matrix(List.of(columns), false, span(c));
    }

    // -------------------------------------------------------------------------------- checks as soon as a part is read

    /** Fails unless a loss's definition has two names as arguments. */
    void refuseOtherThanNames(MethodContext c) {
        Spec defined = spec(c);
        if (defined.arguments().size() != 2 || !defined.arguments().stream().allMatch(TreeBuilder::isName)) {
            throw definitionForm("loss", "(t, o) = …", defined);
        }
    }

    private static boolean isName(Spec.Argument argument) {
        return argument.name() == null
                && argument.value() instanceof Expr.Name name
                && Keywords.isFree(Keywords.type(name.name(), false))
                && name.span().equals(argument.span());
    }

    /** The error in the left side of an activation's definition. */
    SyntaxError definitionForm(MethodContext c) {
        return definitionForm("activation", "(z) = …", spec(c));
    }

    private static SyntaxError definitionForm(String what, String parentheses, Spec defined) {
        String form = what + " " + defined.name() + parentheses;
        String variables = what.equals("loss")
                ? "a loss has two variables, the target and the output"
                : "an activation has one variable, the net";
        return new SyntaxError(defined.span(), Problem.DEFINITION_FORM, what, form, variables);
    }

    /** The error that {@code w} or {@code bias} has a wrong number of arguments. */
    SyntaxError miscounted(ParameterContext c, RowContext arguments, ParserToken close) {
        boolean weight = c.start.getType() == W;
        Span span = new Span(source, c.start.getStartIndex(), close.end());
        String word = tokens.text((ParserToken) c.start);
        return new SyntaxError(
                span,
                Problem.WRONG_ARGUMENT_COUNT,
                word,
                arguments.expression().size(),
                weight ? "`w(from, to)`" : "`bias(neuron)`");
    }

    /** Fails if there is a condition before {@code ~}. */
    void refuseCondition(ExpressionContext c) {
        Expr actual = (Expr) c.value;
        boolean condition =
                actual instanceof Expr.Comparison || actual instanceof Expr.Junction || actual instanceof Expr.Not;
        if (condition && actual.span().start() == c.start.getStartIndex()) {
            throw tokens.error(tokens.current(), Problem.ABOUT_CONDITION.with());
        }
    }

    /** The error that a value before {@code =} isn't a weight, a bias or a name. */
    SyntaxError notSettable(ValueContext c) {
        Expr expression = expression(c.expression());
        return switch (expression) {
            case Expr.Call call when isNew(call) -> new SyntaxError(call.span(), Problem.FUNCTION_FORM, call.name());
            case Expr.Name _, Expr.Call _, Expr.Index _ -> {
                Span span = expression.span();
                String what = Lexer.quoted(source.text(), span.start(), span.end());
                yield new SyntaxError(span, SignWording.cantBeSet(what));
            }
            default -> tokens.error(tokens.current(), Problem.ASSIGNMENT_IN_EXPRESSION.with());
        };
    }

    /** Whether a call looks like the definition of a new function. */
    private static boolean isNew(Expr.Call call) {
        return !BuiltInNames.ALL.contains(call.name())
                && !Keywords.RESERVED.contains(call.name())
                && call.arguments().stream().allMatch(Expr.Name.class::isInstance);
    }
}
