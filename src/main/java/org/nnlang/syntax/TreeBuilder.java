package org.nnlang.syntax;

import static org.nnlang.syntax.NnParser.*;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.nnlang.language.Block;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Expr;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.NumberText;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.CheckGradients;
import org.nnlang.language.statement.DeclareInput;
import org.nnlang.language.statement.DeclareLayer;
import org.nnlang.language.statement.DeclareLoss;
import org.nnlang.language.statement.DeclareOptimizer;
import org.nnlang.language.statement.DefineActivation;
import org.nnlang.language.statement.DefineLoss;
import org.nnlang.language.statement.Expect;
import org.nnlang.language.statement.ExpectAbout;
import org.nnlang.language.statement.Explain;
import org.nnlang.language.statement.ForEach;
import org.nnlang.language.statement.IfElse;
import org.nnlang.language.statement.Include;
import org.nnlang.language.statement.Let;
import org.nnlang.language.statement.Narrate;
import org.nnlang.language.statement.New;
import org.nnlang.language.statement.Predict;
import org.nnlang.language.statement.PredictFile;
import org.nnlang.language.statement.Print;
import org.nnlang.language.statement.Repeat;
import org.nnlang.language.statement.Reset;
import org.nnlang.language.statement.Save;
import org.nnlang.language.statement.SelectSample;
import org.nnlang.language.statement.SetActivation;
import org.nnlang.language.statement.SetBias;
import org.nnlang.language.statement.SetCsv;
import org.nnlang.language.statement.SetData;
import org.nnlang.language.statement.SetInput;
import org.nnlang.language.statement.SetParameter;
import org.nnlang.language.statement.SetSetting;
import org.nnlang.language.statement.SetTarget;
import org.nnlang.language.statement.SetWeights;
import org.nnlang.language.statement.Show;
import org.nnlang.language.statement.StartSpec;
import org.nnlang.language.statement.Train;
import org.nnlang.language.statement.Undo;
import org.nnlang.language.statement.Why;
import org.nnlang.text.Problem;
import org.nnlang.text.Source;
import org.nnlang.text.Span;

/** Makes the record of a statement of the tree that the grammar's rules make of it. */
final class TreeBuilder {
    private static final List<String> INITIALIZERS =
            List.of("xavier", "xavier_normal", "he", "he_normal", "uniform", "normal", "zeros", "ones");

    private final Tokens tokens;
    private final Source source;

    TreeBuilder(Tokens tokens) {
        this.tokens = tokens;
        this.source = tokens.source();
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
            case WEIGHTS -> new SetWeights(name(c.name()), start(value), c.FIXED() != null, span);
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
                value == null ? new StartSpec.None(span(token(c.NONE()))) : start(value),
                sharing != null && sharing.SHARED() != null,
                sharing != null && sharing.FIXED() != null,
                span);
    }

    /** Values, or an initialiser, which looks like a name or a call. */
    private static StartSpec start(Expr value) {
        return switch (value) {
            case Expr.Name name
            when INITIALIZERS.contains(name.name()) ->
                new StartSpec.Drawn(new Spec(name.name(), name.span(), List.of(), name.span()));
            case Expr.Call call
            when INITIALIZERS.contains(call.name()) ->
                new StartSpec.Drawn(new Spec(
                        call.name(),
                        call.nameSpan(),
                        call.arguments().stream()
                                .map(argument -> new Spec.Argument(null, argument, argument.span()))
                                .toList(),
                        call.span()));
            default -> new StartSpec.Values(value);
        };
    }

    private static List<SetData.DataRow> rows(SamplesContext c) {
        return c.NUMBERS() == null ? kept(c) : token(c.NUMBERS()).numbers().data();
    }

    /** Keeps the record of a row of data in place of its node. */
    void keep(SampleContext c) {
        SamplesContext samples = (SamplesContext) c.parent;
        samples.children.removeLast();
        if (samples.value == null) {
            samples.value = new ArrayList<>();
        }
        kept(samples).add(new SetData.DataRow(row(c.row(0)), row(c.row(1)), span(c)));
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
        int until = counted ? 1 : 0;
        int every = c.UNTIL() == null ? until : until + 1;
        return new Train(
                counted ? expression(c.expression(0)) : null,
                c.UNTIL() == null ? null : expression(c.expression(until)),
                c.EVERY() == null ? null : expression(c.expression(every)),
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
            String word = tokens.text(((ParserToken) c.stop).token());
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
        return new SetParameter(place, expression(c.expression()), span);
    }

    // ------------------------------------------------------------------------------------------ names with arguments

    private Expr.Name name(NameContext c) {
        return name((ParserToken) c.start);
    }

    private Expr.Name name(ParserToken token) {
        Span span = span(token);
        return new Expr.Name(span.text(), span);
    }

    private Spec spec(MethodContext c) {
        List<Spec.Argument> arguments = new ArrayList<>();
        for (ArgumentContext argument : c.argument()) {
            String name = argument.LABEL() == null
                    ? null
                    : tokens.text(token(argument.LABEL()).token());
            arguments.add(new Spec.Argument(name, expression(argument.expression()), span(argument)));
        }
        Expr.Name name = name(c.name());
        return new Spec(name.name(), name.span(), arguments, span(c));
    }

    @SuppressWarnings("unchecked")
    private Spec csv(ParserToken word, DetailsContext details) {
        if (details == null) {
            return new Spec("csv", span(word), List.of(), span(word));
        }
        ParserToken close = token((TerminalNode)
                details.getParent().getChild(details.getParent().children.indexOf(details) + 1));
        return new Spec(
                "csv",
                span(word),
                (List<Spec.Argument>) details.value,
                span(word).to(span(close)));
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

    Expr.Text text(ParserToken token) {
        return new Expr.Text(TextReader.plain(tokens, token), span(token));
    }

    // -------------------------------------------------------------------------------- checks as soon as a part is read

    /** Fails unless the arguments of a loss that is defined are two names. */
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

    /** What is wrong with the left side of the definition of an activation. */
    SyntaxError definitionForm(MethodContext c) {
        return definitionForm("activation", "(z) = …", spec(c));
    }

    private static SyntaxError definitionForm(String what, String variables, Spec defined) {
        String form = what + " " + defined.name() + variables;
        return new SyntaxError(defined.span(), new Problem.DefinitionForm(what, form));
    }

    /** What is wrong with the number of arguments of {@code w} or {@code bias}. */
    SyntaxError miscounted(ParameterContext c, RowContext arguments, ParserToken close) {
        boolean weight = c.start.getType() == W;
        Span span = new Span(source, c.start.getStartIndex(), close.end());
        String word = tokens.text(((ParserToken) c.start).token());
        return new SyntaxError(
                span,
                new Problem.WrongArgumentCount(
                        word,
                        weight ? "`w(from, to)`" : "`bias(neuron)`",
                        arguments.expression().size()));
    }

    /** Fails if what stands before {@code ~} is a condition. */
    void refuseCondition(ExpressionContext c) {
        Expr actual = (Expr) c.value;
        boolean condition =
                actual instanceof Expr.Comparison || actual instanceof Expr.Junction || actual instanceof Expr.Not;
        if (condition && actual.span().start() == c.start.getStartIndex()) {
            throw tokens.error(tokens.current(), new Problem.AboutCondition());
        }
    }

    /** What is wrong with a value before {@code =}: it is no weight, no bias and no name. */
    SyntaxError notSettable(ValueContext c) {
        Expr expression = expression(c.expression());
        return switch (expression) {
            case Expr.Call call when isNew(call) -> new SyntaxError(call.span(), new Problem.FunctionForm(call.name()));
            case Expr.Name _, Expr.Call _, Expr.Index _ -> {
                Span span = expression.span();
                String what = Lexer.quoted(source.text(), span.start(), span.end());
                yield new SyntaxError(span, new Problem.CantBeSet(what));
            }
            default -> tokens.error(tokens.current(), new Problem.AssignmentInExpression());
        };
    }

    /** Whether a call looks like the definition of a function of one's own. */
    private static boolean isNew(Expr.Call call) {
        return !BuiltInNames.ALL.contains(call.name())
                && !Keywords.RESERVED.contains(call.name())
                && call.arguments().stream().allMatch(Expr.Name.class::isInstance);
    }

    // ----------------------------------------------------------------------------------------------------- expressions

    /** The expression of a node of any of the rules for them. */
    Expr expression(ParserRuleContext of) {
        ParserRuleContext node = of;
        while (true) {
            if (((LL1Parser.Node) node).value instanceof Expr made) {
                return made;
            }
            if (node.getChildCount() > 1 || node.getRuleIndex() == RULE_operand) {
                break;
            }
            node = (ParserRuleContext) node.getChild(0);
        }
        return switch (node.getRuleIndex()) {
            case RULE_expression -> new Expr.Junction(false, below(node), span(node));
            case RULE_conjunction -> new Expr.Junction(true, below(node), span(node));
            case RULE_condition -> condition((ConditionContext) node);
            case RULE_sum, RULE_product -> chain(node);
            case RULE_factor -> factor((FactorContext) node);
            default -> operand((OperandContext) node);
        };
    }

    /** The expressions right below a node. */
    private List<Expr> below(ParserRuleContext node) {
        List<Expr> expressions = new ArrayList<>();
        for (ParseTree child : node.children) {
            if (child instanceof ParserRuleContext operand) {
                expressions.add(expression(operand));
            }
        }
        return expressions;
    }

    private List<Expr> row(RowContext c) {
        return below(c);
    }

    private Expr condition(ConditionContext c) {
        if (c.NOT() != null) {
            return new Expr.Not(expression(c.condition()), span(c));
        }
        Expr.Relation relation = switch (token((TerminalNode) c.getChild(1)).getType()) {
            case BELOW -> Expr.Relation.LESS;
            case AT_MOST -> Expr.Relation.AT_MOST;
            case ABOVE -> Expr.Relation.GREATER;
            case AT_LEAST -> Expr.Relation.AT_LEAST;
            case EQUAL -> Expr.Relation.EQUAL;
            default -> Expr.Relation.NOT_EQUAL;
        };
        return new Expr.Comparison(relation, expression(c.sum(0)), expression(c.sum(1)), span(c));
    }

    private Expr chain(ParserRuleContext c) {
        List<Expr.Link> rest = new ArrayList<>();
        Expr.Operator operator = null;
        for (int i = 1; i < c.getChildCount(); i++) {
            if (c.getChild(i) instanceof ParserRuleContext operand) {
                rest.add(new Expr.Link(operator, expression(operand)));
            } else {
                operator = switch (token((TerminalNode) c.getChild(i)).getType()) {
                    case PLUS -> Expr.Operator.PLUS;
                    case MINUS -> Expr.Operator.MINUS;
                    case TIMES -> Expr.Operator.TIMES;
                    case OVER -> Expr.Operator.OVER;
                    default -> operator; // a line end
                };
            }
        }
        return new Expr.Chain(expression((ParserRuleContext) c.getChild(0)), rest, span(c));
    }

    private Expr factor(FactorContext c) {
        if (c.MINUS() != null) {
            return new Expr.Negation(expression(c.factor()), span(c));
        }
        Expr value = expression(c.operand());
        StepContext step = c.step();
        if (step != null) {
            value = new Expr.At(value, step(step), span((ParserToken) c.start).to(span(step)));
        }
        return c.factor() == null ? value : new Expr.Power(value, expression(c.factor()), span(c));
    }

    private Expr step(StepContext c) {
        if (c.expression() != null) {
            return expression(c.expression());
        }
        return c.NUMBER() == null ? name(c.name()) : number(token(c.NUMBER()));
    }

    private Expr.Number number(ParserToken token) {
        return new Expr.Number(NumberText.value(source.text(), token.start(), token.end()), span(token));
    }

    private Expr operand(OperandContext c) {
        ParserToken first = (ParserToken) c.start;
        return switch (first.getType()) {
            case NUMBER -> number(first);
            case LEFT_PAREN -> expression(c.expression(0));
            case LEFT_BRACKET -> new Expr.Matrix(c.row().stream().map(this::row).toList(), c.LAST() != null, span(c));
            case NUMBERS -> first.numbers().expression();
            case IF -> {
                List<Expr> parts = below(c);
                yield new Expr.If(parts.get(0), parts.get(1), parts.get(2), span(c));
            }
            case PARAMETER, W, BIAS -> parameter(c.parameter());
            default -> named(c, name(first));
        };
    }

    private Expr parameter(ParameterContext c) {
        Expr.Name name = name((ParserToken) c.start);
        return c.PARAMETER() == null ? new Expr.Call(name.name(), name.span(), below(c), span(c)) : name;
    }

    private Expr named(OperandContext c, Expr.Name name) {
        if (c.LEFT_PAREN() != null) {
            return new Expr.Call(name.name(), name.span(), row(c.row(0)), span(c));
        }
        if (c.LEFT_BRACKET() == null) {
            return name;
        }
        List<Expr> indices = c.expression().stream().map(this::expression).toList();
        return new Expr.Index(name, indices, span(c));
    }

    // ---------------------------------------------------------------------------------------------------------- places

    Span span(ParserRuleContext node) {
        return new Span(source, node.start.getStartIndex(), ((ParserToken) node.stop).end());
    }

    private Span span(ParserToken token) {
        return tokens.span(token);
    }

    private static ParserToken token(TerminalNode leaf) {
        return (ParserToken) leaf.getSymbol();
    }
}
