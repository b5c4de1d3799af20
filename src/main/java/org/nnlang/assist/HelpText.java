package org.nnlang.assist;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Reference;
import org.nnlang.slips.Belief;
import org.nnlang.slips.Beliefs;
import org.nnlang.syntax.Keywords;
import org.nnlang.text.Message;
import org.nnlang.text.Nearest;
import org.nnlang.text.Problem;
import org.nnlang.text.TextLines;

/** What {@code help} says, at the prompt and on the command line. */
public final class HelpText {
    /** The headings of the overview, each with its sections of the reference. */
    private enum Group {
        DECLARE("declare", "The network"),
        SET("set", "Parameters", "Samples", "Settings"),
        ASK("ask", "Quantities"),
        LOOK("look", "Looking"),
        TRAIN("train", "Training", "Going back"),
        CHECK("check", "Checking", "Finding a slip"),
        CONTROL("control, files", "Control", "Starting again", "Files"),
        ACTIVATIONS("activations", "Activations"),
        LOSSES("losses", "Losses"),
        OPTIMIZERS("optimizers", "Optimizers"),
        INITIALISERS("initialisers", "Initialisers"),
        FUNCTIONS("functions", "Functions"),
        PROMPT("the prompt", "The prompt");

        private final String title;
        private final List<String> sections;

        Group(String title, String... sections) {
            this.title = title;
            this.sections = List.of(sections);
        }
    }

    private static final int TITLE = 20;
    private static final int WIDEST = 100;

    private final Reference help;
    private final int width;

    /** For a page of {@code width} columns. */
    public HelpText(Reference help, int width) {
        this.help = help;
        this.width = Math.clamp(width, 30, WIDEST);
    }

    /** What is said of a word, of {@code slips}, or of the language if {@code asked} is empty; null if there is no such word. */
    public String of(String asked) {
        if (asked.isEmpty()) {
            return overview();
        }
        if (asked.equals("slips")) {
            return slips();
        }
        String word = find(asked);
        return word == null ? null : about(word);
    }

    /** The problem with a word that there is no help about. */
    public Message unknown(String asked) {
        String near = Nearest.to(asked, help.words());
        return near == null
                ? Problem.EXPECTED.with("a word of the language, which `help` lists,", "`" + asked + "`", null)
                : Problem.UNKNOWN_ENTRY.with("word", asked, near, null);
    }

    /** The word of the language that the user asks about, or null. */
    private String find(String asked) {
        boolean name = asked.length() == 1 && Character.isLetter(asked.charAt(0));
        if (help.words().contains(asked) || !name && !help.of(asked).isEmpty() || Keywords.RESERVED.contains(asked)) {
            return asked;
        }
        String head = head(asked);
        if (BuiltInNames.isParameter(head)) {
            return "w";
        }
        return help.words().contains(head) ? head : null;
    }

    /** The text up to the first space or parenthesis. */
    private static String head(String text) {
        int end = 0;
        while (end < text.length() && " (".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The slips that {@code why} knows by name, each with what is right instead. */
    private String slips() {
        StringBuilder text = new StringBuilder();
        for (Belief belief : Beliefs.all()) {
            text.append(belief.name()).append('\n').append(wrapped(belief.why(), "  "));
        }
        return text.toString();
    }

    private String overview() {
        StringBuilder text = new StringBuilder(wrapped(help.rules(), ""));
        text.append('\n');
        for (Group group : Group.values()) {
            List<String> words = help.topics().stream()
                    .filter(topic -> group.sections.contains(topic.section()))
                    .flatMap(topic -> topic.words().stream())
                    .filter(HelpText::isWord)
                    .distinct()
                    .toList();
            String title = "  " + group.title + " ".repeat(TITLE - 2 - group.title.length());
            text.append(title)
                    .append(wrapped(String.join(" ", words), " ".repeat(TITLE)).substring(TITLE));
        }
        return text + "\n"
                + wrapped(
                        "help WORD explains a word: help train, help sigmoid, help grad; help slips lists slips that why knows",
                        "");
    }

    private static boolean isWord(String word) {
        return Keywords.RESERVED.contains(word) || BuiltInNames.ALL.contains(word);
    }

    /** The forms of a word, their meanings, and an example. */
    private String about(String word) {
        if (help.of(word).isEmpty()) {
            return word + "\n  is planned for a later version\n";
        }
        StringBuilder text = new StringBuilder();
        for (Reference.Topic topic : help.of(word)) {
            text.append(text.isEmpty() ? "" : "\n").append(topic(topic, word));
        }
        String example = help.example(head(word));
        if (example != null && example.contains(word)) {
            text.append(text.isEmpty() ? "" : "\n").append("for example\n");
            for (String statement : statements(example)) {
                text.append("  ").append(statement).append('\n');
            }
        }
        return text.toString();
    }

    /** The statements of an example, one for each line. */
    private static List<String> statements(String example) {
        List<String> statements = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < example.length(); i++) {
            char c = example.charAt(i);
            depth += c == '[' || c == '{' || c == '(' ? 1 : c == ']' || c == '}' || c == ')' ? -1 : 0;
            if (c == ';' && depth == 0) {
                statements.add(example.substring(start, i).strip());
                start = i + 1;
            }
        }
        statements.add(example.substring(start).strip());
        return statements;
    }

    private String topic(Reference.Topic topic, String word) {
        List<String> own = topic.forms().stream()
                .filter(form -> topic.words().size() == 1 || help.of(word).size() == 1 || about(form, word))
                .toList();
        StringBuilder text = new StringBuilder(String.join(", ", own.isEmpty() ? topic.forms() : own)).append('\n');
        for (int i = 0; i < topic.cells().size(); i++) {
            String column = topic.columns().get(i);
            boolean plain = column.equals("meaning") || topic.cells().size() == 1;
            String cell = topic.cells().get(i);
            if (!cell.isEmpty()) {
                text.append(wrapped((plain ? "" : column + ": ") + cell, "  "));
            }
        }
        return text.toString();
    }

    private static boolean about(String form, String word) {
        return form.startsWith(word) || Reference.Topic.contains(form, word);
    }

    private String wrapped(String text, String indent) {
        return String.join("\n", TextLines.wrapped(indent, text, indent, width)) + "\n";
    }
}
