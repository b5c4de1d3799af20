package org.nnlang.source;

/** The words for problems with how a script is written. */
final class TextWording {
    private TextWording() {}

    static Message of(Problem.InText problem) {
        return switch (problem) {
            case Problem.UnknownCharacter p ->
                Message.of("unknown character `" + p.character() + "`", "nothing in nn is written with this");
            case Problem.UnclosedText _ ->
                Message.of("this text is not closed", "a text ends with `\"` on the same line");
            case Problem.BadEscape p ->
                Message.of("unknown escape `" + p.escape() + "`", "there are \\\" \\\\ \\n \\t \\{ and \\}");
            case Problem.BadNumber p -> badNumber(p.text());
            case Problem.NumberTooLarge _ ->
                Message.of("this number is too large", "the largest double is about 1.797e308");
            case Problem.Unclosed p ->
                Message.of("this `" + p.bracket() + "` is never closed", p.closing() + " is missing");
            case Problem.Expected p -> Message.of("expected " + p.what() + " but found " + p.found());
            case Problem.EmptyBrackets _ -> Message.of("empty brackets", "a vector has at least one number");
            case Problem.TooDeep p ->
                Message.of("nested more than " + p.limit() + " deep", "give the inner part a name with `let`");
            case Problem.ComparisonChain _ -> Message.of("comparisons can't be chained", "write `a < b and b < c`");
            case Problem.AssignmentInExpression _ ->
                Message.of("`=` can't stand here", "`=` sets a value; `==` compares, and `~` is about equal");
            case Problem.AboutOutsideExpect _ ->
                Message.of("`~` can't stand here", "it goes with `expect`: `expect w5 ~ 0.3589`");
            case Problem.UnknownStatement p -> Wording.near("unknown statement `" + p.word() + "`", p.near());
            case Problem.ReservedName p ->
                Message.of("`" + p.name() + "` is a word of the language", "choose another name");
            case Problem.NotYet p ->
                Message.of("`" + p.what() + "` is not part of this version of nn", "the word is reserved for it");
            case Problem.TooManyErrors p ->
                Message.of("more than " + p.count() + " errors", "the rest of the script was not looked at");
        };
    }

    private static Message badNumber(String text) {
        boolean name = text.matches("[0-9]+[\\p{L}_].*");
        return Message.of(
                "`" + text + "` is not a number",
                name
                        ? "a name can't begin with a digit; a product is written with `*`"
                        : "like 1, 0.5, .5, 1e-3, 1_000 or 20%");
    }
}
