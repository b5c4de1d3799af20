package org.nnlang.text;

import java.util.List;

/** The words for problems with how a script is written. */
final class TextWording {
    private static final TextPattern NO_EXPONENT = new TextPattern("[0-9._]+[eE]");

    private TextWording() {}

    static Message of(Problem.InText problem) {
        return switch (problem) {
            case Problem.UnknownCharacter p -> SignWording.unknown(p.character());
            case Problem.UnclosedText _ -> Message.of("this string is not closed", "end it with `\"` on the same line");
            case Problem.BadEscape p ->
                Message.of("unknown escape `" + p.escape() + "`", "the escapes are \\\" \\\\ \\n \\t \\{ and \\}");
            case Problem.BadNumber p -> badNumber(p.text());
            case Problem.Unclosed p ->
                Message.of("this `" + p.bracket() + "` is never closed", p.closing() + " is missing");
            case Problem.Unopened p -> Message.of("this `" + p.bracket() + "` closes nothing", unopened(p.bracket()));
            case Problem.StrayBracket p -> strayBracket(p.bracket());
            case Problem.BraceInText p -> braceInText(p.brace());
            case Problem.EmptyBrackets _ -> Message.of("empty brackets", "a vector has at least one number");
            case Problem.Expected p -> expected(p);
            case Problem.ExpectedWord p ->
                Wording.near("expected " + alternatives(p.words()) + " but found " + p.found(), p.near());
            case Problem.NotTheEnd p -> notTheEnd(p);
            case Problem.TooDeep p ->
                Message.of("nested more than " + p.limit() + " deep", "give an inner part a name with `let`");
            case Problem.ComparisonChain _ -> Message.of("comparisons can't be chained", "write `a < b and b < c`");
            case Problem.AssignmentInExpression _ ->
                Message.of("`=` can't be here", "`=` sets a value; `==` compares, and `~` means about equal");
            case Problem.CantBeSet p -> cantBeSet(p);
            case Problem.AboutOutsideExpect _ ->
                Message.of("`~` can't be here", "it goes with `expect`: `expect w5 ~ 0.3589`");
            case Problem.AboutCondition _ ->
                Message.of("`~` can't be combined with other conditions", "give each its own `expect`");
            case Problem.ClauseOrder p ->
                Message.of(
                        "`" + p.first() + "` comes before `" + p.second() + "`",
                        "write `train N until … every K { … }`");
            case Problem.UnknownStatement p -> Wording.near("unknown statement `" + p.word() + "`", p.near());
            case Problem.MisplacedWord p ->
                Message.of("no statement begins with `" + p.word() + "`", SignWording.place(p.word()));
            case Problem.WordForValue p ->
                Message.of("`" + p.word() + "` is not a value", SignWording.instead(p.word()));
            case Problem.ReservedName p ->
                Message.of("`" + p.name() + "` is " + meaning(p.name()), "choose another name");
            case Problem.DefinitionForm p -> definitionForm(p);
            case Problem.FunctionForm p ->
                Message.of(
                        "unknown name `" + p.name() + "`",
                        "to define it, write `activation " + p.name() + "(z) = …` or `loss " + p.name()
                                + "(t, o) = …`");
            case Problem.ChoiceForm _ ->
                Message.of("`if` in an expression has a condition and two values", "write `if(condition, a, b)`");
            case Problem.NotYet p ->
                Message.of("`" + p.what() + "` is not part of this version of nn", "it is planned for a later version");
            case Problem.TooManyErrors p ->
                Message.of("more than " + p.count() + " errors", "nn did not read the rest of the script");
        };
    }

    private static Message definitionForm(Problem.DefinitionForm p) {
        return Message.of("this does not define a new " + p.what(), "write `" + p.form() + "`")
                .note(
                        p.what().equals("loss")
                                ? "a loss has two variables, the target and the output"
                                : "an activation has one variable, the net");
    }

    private static Message expected(Problem.Expected p) {
        boolean late = p.what().equals("`{`") && p.found().equals("the end of the line");
        String title = "expected " + p.what() + " but found " + p.found();
        return Message.of(title, late ? "open the block on the line of its statement" : "");
    }

    private static String meaning(String name) {
        boolean parameter = Character.isDigit(name.charAt(name.length() - 1));
        return !parameter ? "a word of the language" : name.startsWith("w") ? "a weight" : "a bias";
    }

    private static Message badNumber(String text) {
        boolean exponent = NO_EXPONENT.fits(text);
        boolean name =
                !exponent && text.codePoints().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E' || c == '…');
        return Message.of(
                "`" + text + "` is not a number",
                name
                        ? "a name can't begin with a digit; write a product with `*`"
                        : "write it like 1, 0.5, .5, 1e-3, 1_000 or 20%");
    }

    private static String unopened(String bracket) {
        return switch (bracket) {
            case ")" -> "remove it, or add the missing `(`";
            case "]" -> "remove it, or add the missing `[`";
            default -> "remove it, or add the missing `{`";
        };
    }

    private static Message strayBracket(String bracket) {
        return bracket.equals("[")
                ? Message.of("only a name can have elements in `[ ]`", "give this value a name with `let`")
                : Message.of("an operator is missing before this `(`", "write a product with `*`");
    }

    private static Message braceInText(String brace) {
        return brace.equals("{")
                ? Message.of("this `{` is never closed", "`{ }` holds a value; write a brace itself as `\\{`")
                : Message.of("this `}` closes nothing", "`{ }` holds a value; write a brace itself as `\\}`");
    }

    private static String alternatives(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String joint = i == 0 ? "" : i < words.size() - 1 ? ", " : " or ";
            text.append(joint).append('`').append(words.get(i)).append('`');
        }
        return text.toString();
    }

    private static Message notTheEnd(Problem.NotTheEnd p) {
        String title = "expected the end of the statement but found " + p.found();
        if (p.near() != null) {
            return Wording.near(title, p.near());
        }
        return Message.of(
                title,
                switch (p.found()) {
                    case "`{`" -> "a block goes with `repeat`, `for`, `if` or `every`";
                    case "`if`", "`else`" -> "to choose a value, write `if(condition, a, b)`";
                    case "`->`" -> "it goes with `data`: `data = [0, 1 -> 1]`";
                    case "`:`" -> "it goes after the name of an argument, in parentheses";
                    default -> "";
                });
    }

    private static Message cantBeSet(Problem.CantBeSet p) {
        return Message.of(
                "`" + p.what() + "` can't be set with `=`",
                switch (p.what()) {
                    case "loss" -> "declare a loss without `=`, like `loss squared`";
                    case "optimizer" -> "declare an optimizer without `=`, like `optimizer adam`";
                    case "activation" -> "name the layer, like `activation h = tanh`";
                    case "weights" -> "name the layer, like `weights h = he`";
                    default -> "settings and parameters like w5, w(h1, y1) and b1 can";
                });
    }
}
