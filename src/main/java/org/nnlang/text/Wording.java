package org.nnlang.text;

import java.util.List;

/** Words every problem, family by family; nothing else does. */
final class Wording {
    private Wording() {}

    static Message of(Problem problem) {
        return switch (problem) {
            case Problem.InText p -> TextWording.of(p);
            case Problem.InNames p -> NameWording.of(p);
            case Problem.InShapes p -> ShapeWording.of(p);
            case Problem.InSetup p -> SetupWording.of(p);
            case Problem.InRun p -> RunWording.of(p);
            case Problem.InFiles p -> FileWording.of(p);
            case Problem.InDocuments p -> DocumentWording.of(p);
            case Problem.InMachine p -> machine(p);
        };
    }

    private static Message machine(Problem.InMachine problem) {
        return switch (problem) {
            case Problem.OutOfMemory p ->
                Message.of("not enough memory for " + p.what(), "give Java a larger heap: JAVA_OPTS=-Xmx8g");
            case Problem.Internal p ->
                Message.of("a bug in nn itself: " + p.what()).note("please report it, with the script");
        };
    }

    static Message near(String title, String near) {
        return Message.of(title, near == null ? "" : "did you mean `" + near + "`?");
    }

    static String count(int n, String noun) {
        return n + " " + (n == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s");
    }

    static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
