package org.nnlang.syntax;

import static org.nnlang.syntax.NnParser.*;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.Block;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.DerivationFormat;
import org.nnlang.language.Expr;
import org.nnlang.language.NeuronsSpec;
import org.nnlang.language.Setting;
import org.nnlang.language.Spec;
import org.nnlang.language.Statement;
import org.nnlang.language.statement.*;
import org.nnlang.text.Problem;
import org.nnlang.text.SignWording;
import org.nnlang.text.Span;

/** Makes what a rule stands for, in the end the record of a statement, from its parts. */
final class TreeBuilder extends ExpressionBuilder {
    private static final List<Show.Table> TABLES = List.of(Show.Table.values());

    TreeBuilder(Tokens tokens) {
        super(tokens);
    }

    /** What a node stands for; null if it is a statement of a later version, itself if its parts are those of the node above. */
    Object value(Node n, int depth) {
        return switch (n.rule) {
            case RULE_statements -> n.all(Statement.class, 0);
            case RULE_block -> new Block(n.part(1), span(n));
            case RULE_declaration -> declaration(n);
            case RULE_neurons -> neurons(n, n.getParent().part(1));
            case RULE_method -> method(n);
            case RULE_setting -> setting(n);
            case RULE_sample -> new SetData.DataRow(n.part(0), n.part(2), n.after(COLON), span(n));
            case RULE_column -> n.part(0) instanceof ParserToken token ? column(token) : n.part(0);
            case RULE_columns -> new Expr.Matrix(List.of(n.all(Expr.class, 0)), false, span(n));
            case RULE_verb -> verb(n, depth);
            case RULE_prediction -> new PredictFile(csv(n), text(n.token(STRING)), span(n));
            case RULE_assignment -> new SetParameter(n.part(0), n.after(SET), n.has(FIXED), span(n));
            case RULE_value -> new Show(n.all(Show.Item.class, 0), span(n));
            case RULE_control -> control(n);
            case RULE_expression -> isShown(n.getParent()) ? item(n) : expression(n);
            case RULE_step -> n.getParent().rule == RULE_factor ? at(n, n.getParent()) : step(n);
            case RULE_picture -> picture(n);
            case RULE_plotted -> plotted(n);
            case RULE_clause -> clause(n);
            case RULE_interval -> new Clause.Interval(n.part(0), n.part(2), span(n));
            case RULE_row, RULE_numbers -> n.all(Expr.class, 0);
            case RULE_number -> n.has(MINUS) ? new Expr.Negation(number(n.token(NUMBER)), span(n)) : number(n.first());
            case RULE_got ->
                switch (n.first().getType()) {
                    case LEFT_BRACKET -> new Expr.Matrix(n.all(List.class, 0), n.has(LAST), span(n));
                    case NUMBERS -> n.first().numbers().expression();
                    default -> n.part(0);
                };
            case RULE_answer -> new Why.Got(n.part(0), n.after(SET), span(n));
            case RULE_answers -> n.all(Why.Got.class, 0);
            case RULE_parameter -> parameter(n);
            case RULE_name, RULE_toggle -> name(n.first());
            case RULE_sharing, RULE_samples, RULE_file, RULE_arguments, RULE_details, RULE_label, RULE_items -> n;
            default -> expression(n);
        };
    }

    // ------------------------------------------------------------------------------------------------------ statements

    private Statement declaration(Node n) {
        return switch (n.first().getType()) {
            case INPUT -> new DeclareInput(n.part(2), span(n));
            case LAYER -> new DeclareLayer(n.part(2), n.part(3), span(n));
            case LOSS ->
                n.has(SET) ? defineLoss(n.part(1), n.after(SET), span(n)) : new DeclareLoss(n.part(1), span(n));
            case OPTIMIZER ->
                n.part(2) instanceof Block lines
                        ? new DefineOptimizer(n.part(1), lines, span(n))
                        : new DeclareOptimizer(n.part(1), span(n));
            case ACTIVATION ->
                n.has(LEFT_PAREN)
                        ? new DefineFormula(n.part(1), List.of(n.<Expr.Name>part(3)), n.after(SET), span(n))
                        : new SetActivation(n.part(1), n.after(SET), span(n));
            default -> new Let(n.part(1), n.after(SET), span(n));
        };
    }

    private static Statement defineLoss(Spec defined, Expr value, Span span) {
        List<Expr.Name> variables = defined.arguments().stream()
                .map(argument -> (Expr.Name) argument.value())
                .toList();
        return new DefineFormula(defined.asName(), variables, value, span);
    }

    private NeuronsSpec neurons(Node n, Expr.Name name) {
        Span span = name.span().to(span(n));
        return n.has(LEFT_BRACKET)
                ? new NeuronsSpec.Sized(name, n.part(1), span)
                : new NeuronsSpec.Named(name, n.all(Expr.Name.class, 0), span);
    }

    private Statement setting(Node n) {
        Object value = n.after(SET);
        return switch (n.first().getType()) {
            case WEIGHTS -> new SetWeights(n.part(1), StartSpec.of((Expr) value), n.has(FIXED), span(n));
            case BIAS -> {
                StartSpec start = value instanceof ParserToken none
                        ? new StartSpec.None(tokens.span(none))
                        : StartSpec.of((Expr) value);
                yield new SetBias(n.part(1), start, n.has(SHARED), n.has(FIXED), span(n));
            }
            case INPUT, TARGET -> new SetSample(n.first().getType() == TARGET, (Expr) value, span(n));
            case DATA -> n.has(CSV) ? new SetCsv(csv(n), span(n)) : new SetData(rows(n), span(n));
            default -> {
                Expr set = value instanceof ParserToken word ? name(word) : (Expr) value;
                String clause = n.has(EACH) ? "each" : n.has(WEIGHTS) ? "weights" : "";
                yield new SetSetting(n.has(ABSOLUTE) ? Setting.ABSOLUTE_DECAY : settingOf(n), set, clause, span(n));
            }
        };
    }

    /** The setting that a node sets; null if it sets a part of the network or samples. */
    static Setting<?> settingOf(Node n) {
        return Setting.find(n.has(RATE) ? "learning rate" : n.first().getText());
    }

    private static List<SetData.DataRow> rows(Node n) {
        return n.has(NUMBERS) ? n.token(NUMBERS).numbers().data() : n.all(SetData.DataRow.class, 0);
    }

    private Picture picture(Node n) {
        List<Clause> clauses = n.all(Clause.class, 0);
        if (n.has(PLOT)) {
            return new Plot(n.all(Expr.class, 0), clauses, span(n));
        }
        Draw.Shown shown = n.has(GRADIENTS)
                ? Draw.Shown.GRADIENTS
                : n.has(UPDATE) ? Draw.Shown.UPDATE : n.has(PATH) ? Draw.Shown.PATH : Draw.Shown.NETWORK;
        return new Draw(shown, n.after(PATH), n.after(AT), clauses, span(n));
    }

    /** What is plotted: an expression, or the boundary, which is written like a quantity. */
    private Expr plotted(Node n) {
        if (!n.has(BOUNDARY)) {
            return n.part(0);
        }
        Expr.Name word = name(n.token(BOUNDARY));
        Expr boundary = word;
        if (n.has(LEFT_PAREN)) {
            Span span = word.span().to(tokens.span(n.token(RIGHT_PAREN)));
            boundary = new Expr.Call(word.name(), word.span(), List.of(n.<Expr>after(LEFT_PAREN)), span);
        }
        return n.has(AT) ? new Expr.At(boundary, n.after(AT), span(n)) : boundary;
    }

    private Clause clause(Node n) {
        return switch (n.first().getType()) {
            case ACROSS -> new Clause.Over(n.all(Expr.class, 0), span(n));
            case FROM -> new Clause.From(n.all(Clause.Interval.class, 0), span(n));
            case EVERY -> new Clause.Every(n.part(1), span(n));
            case BESIDE -> new Clause.At(n.part(1), span(n));
            case AS -> new Clause.As(n.part(1), n.after(BY), span(n));
            case LOG -> new Clause.Log(span(n));
            default -> new Clause.To(text(n.token(STRING)), span(n));
        };
    }

    private Statement verb(Node n, int depth) {
        int verb = n.first().getType();
        Expr.Text text = n.has(STRING) && verb != PRINT ? text(n.token(STRING)) : null;
        return switch (verb) {
            case FORWARD -> new Narrate(Narrate.Narration.FORWARD, span(n));
            case BACKWARD -> new Narrate(Narrate.Narration.BACKWARD, span(n));
            case UPDATE -> new Narrate(Narrate.Narration.UPDATE, span(n));
            case NEXT -> new Narrate(Narrate.Narration.NEXT, span(n));
            case RESET -> new Reset(span(n));
            case NEW -> new New(span(n));
            case TRAIN -> {
                Expr count = n.part(1) instanceof Expr given ? given : null;
                Block block = n.has(EVERY) ? n.part(n.count() - 1) : null;
                yield new Train(count, n.after(UNTIL), n.after(FOR), n.after(EVERY), block, span(n));
            }
            case SAMPLE -> new SelectSample(n.part(1), span(n));
            case PREDICT -> new Predict(n.part(1), n.has(RAW), span(n));
            case SHOW -> new Show(n.all(Show.Item.class, 0), span(n));
            case EXPLAIN -> new Explain(n.part(1), n.has(FULL), format(n), span(n));
            case EXPECT ->
                n.has(ABOUT)
                        ? new ExpectAbout(n.part(1), n.after(ABOUT), n.after(WITHIN), span(n))
                        : new Expect(n.part(1), span(n));
            case WHY -> {
                List<Why.Got> asked = text == null ? n.part(1) : List.of();
                yield new Why(asked, n.has(GIVEN) ? n.after(GIVEN) : List.of(), text, span(n));
            }
            case NUDGE -> new Nudge(n.part(1), n.after(BY), span(n));
            case TIE -> new Tie(n.all(Expr.class, 1), span(n));
            case CHECK -> new CheckGradients(span(n));
            case PRINT -> new Print(template(n.token(STRING), depth), span(n));
            case INCLUDE -> new Include(text, span(n));
            case SAVE -> new Save(text, n.has(TRAINING), span(n));
            case RESUME -> new Resume(n.all(Spec.Argument.class, 0), span(n));
            case UNDO -> new Undo(n.part(1), span(n));
            case ANIMATE -> new Animate(n.part(1), span(n));
            case PLOT, DRAW -> n.part(0);
            default -> null; // export
        };
    }

    private static boolean isShown(Node above) {
        return above.rule == RULE_items || above.rule == RULE_value;
    }

    /** A table or a value. */
    private Show.Item item(Node n) {
        Expr value = expression(n);
        if (value instanceof Expr.Name name && name.span().equals(span(n))) {
            for (Show.Table table : TABLES) {
                if (table.text().equals(name.name())) {
                    return new Show.Item.Overview(table, name.span());
                }
            }
        }
        return new Show.Item.Value(value);
    }

    private static DerivationFormat format(Node n) {
        ParserToken word = n.after(AS);
        for (DerivationFormat format : DerivationFormat.values()) {
            if (n.has(AS) && format.text().equals(word.getText())) {
                return format;
            }
        }
        return DerivationFormat.TEXT;
    }

    private Statement control(Node n) {
        return switch (n.first().getType()) {
            case REPEAT -> new Repeat(n.part(1), n.part(2), span(n));
            case FOR -> new ForEach(n.part(1), n.part(3), n.part(4), span(n));
            default -> {
                List<IfElse.Branch> branches = new ArrayList<>();
                int i = 0;
                while (n.part(i + 1) instanceof Expr condition) {
                    branches.add(new IfElse.Branch(condition, n.part(i + 2)));
                    i += 3;
                }
                yield new IfElse(branches, n.has(OTHERWISE) ? otherwise(n) : null, span(n));
            }
        };
    }

    private Block otherwise(Node n) {
        int brace = n.token(OTHERWISE).end() - 1;
        return new Block(n.after(OTHERWISE), new Span(source, brace, tokens.lastEnd()));
    }

    private Expr parameter(Node n) {
        Expr.Name name = name(n.first());
        return n.has(LEFT_PAREN) ? new Expr.Call(name.name(), name.span(), n.all(Expr.class, 0), span(n)) : name;
    }

    // ------------------------------------------------------------------------------------------ names with arguments

    private Spec method(Node n) {
        Expr.Name name = n.part(0);
        return new Spec(name.name(), name.span(), n.all(Spec.Argument.class, 0), span(n));
    }

    private Spec csv(Node n) {
        Span word = tokens.span(n.token(CSV));
        Span span = n.has(RIGHT_PAREN) ? word.to(tokens.span(n.token(RIGHT_PAREN))) : word;
        return new Spec("csv", word, n.all(Spec.Argument.class, 0), span);
    }

    /** The name of a column: a word, or a text. */
    private Expr column(ParserToken token) {
        return token.getType() == STRING ? text(token) : name(token);
    }

    // -------------------------------------------------------------------------------- checks as soon as a part is read

    /** Fails unless a loss's definition has two names as arguments. */
    void refuseOtherThanNames(Spec defined) {
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
    static SyntaxError activationForm(Spec defined) {
        return definitionForm("activation", "(z) = …", defined);
    }

    private static SyntaxError definitionForm(String what, String parentheses, Spec defined) {
        String form = what + " " + defined.name() + parentheses;
        String variables = what.equals("loss")
                ? "a loss has two variables, the target and the output"
                : "an activation has one variable, the net";
        return new SyntaxError(defined.span(), Problem.DEFINITION_FORM, what, form, variables);
    }

    /** Fails if an expression is a condition, before {@code ~}. */
    void refuseCondition(Node expression) {
        Expr actual = (Expr) expression.value;
        boolean condition =
                actual instanceof Expr.Comparison || actual instanceof Expr.Junction || actual instanceof Expr.Not;
        if (condition && actual.span().start() == expression.first().start()) {
            throw tokens.error(tokens.current(), Problem.ABOUT_CONDITION.with());
        }
    }

    /** The error that a value before {@code =} isn't a weight, a bias or a name. */
    SyntaxError notSettable(Show.Item shown) {
        if (shown instanceof Show.Item.Overview table) {
            return notSettable(table.span());
        }
        return switch (((Show.Item.Value) shown).value()) {
            case Expr.Call call when isNew(call) -> new SyntaxError(call.span(), Problem.FUNCTION_FORM, call.name());
            case Expr.Name name -> notSettable(name.span());
            case Expr.Call call -> notSettable(call.span());
            case Expr.Index index -> notSettable(index.span());
            default -> tokens.error(tokens.current(), Problem.ASSIGNMENT_IN_EXPRESSION.with());
        };
    }

    private SyntaxError notSettable(Span span) {
        return new SyntaxError(span, SignWording.cantBeSet(Lexer.quoted(source.text(), span.start(), span.end())));
    }

    /** Whether a call looks like the definition of a new function. */
    private static boolean isNew(Expr.Call call) {
        return !BuiltInNames.ALL.contains(call.name())
                && !Keywords.RESERVED.contains(call.name())
                && call.arguments().stream().allMatch(Expr.Name.class::isInstance);
    }
}
