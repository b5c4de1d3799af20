package org.nnlang.prompt;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Size;
import org.nnlang.assist.Choice;
import org.nnlang.assist.Completions;
import org.nnlang.assist.LazyHelp;
import org.nnlang.assist.Place;
import org.nnlang.text.Printable;
import org.nnlang.text.TextWidth;

/** Completes words by their position, and file names within quotes. */
final class Completion implements Completer {
    private static final int MOST_FILES = 200;

    /** The gap between columns. */
    private static final int BETWEEN = 3;

    /** The least width for a meaning; a list with less has fewer columns, and scrolls. */
    private static final int LEAST = 24;

    private static final String DIM = "\u001b[90m";
    private static final String PLAIN = "\u001b[0m";

    private final Conversation conversation;
    private final boolean color;

    Completion(Conversation conversation, boolean color) {
        this.conversation = conversation;
        this.color = color;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Place place = Place.at(line.line(), line.cursor() - line.word().length());
        if (place.inText()) {
            for (String file : files(line.word())) {
                boolean folder = file.endsWith("/");
                candidates.add(
                        new Candidate(file, file, null, null, folder ? null : "\"", null, false, candidates.size()));
            }
            return;
        }
        List<Choice> choices = choices(place, line.word());
        Size window = reader.getTerminal().getSize();
        List<String> shown = shown(choices, window.getColumns(), window.getRows());
        for (int i = 0; i < shown.size(); i++) {
            Choice choice = choices.get(i);
            candidates.add(new Candidate(choice.text(), shown.get(i), null, null, null, null, !choice.goesOn(), i));
        }
    }

    /** Each choice with its meaning, in as few columns as fit into the window, if the meanings fit too. */
    private List<String> shown(List<Choice> choices, int width, int height) {
        int name = choices.stream()
                .mapToInt(choice -> TextWidth.of(choice.text()))
                .max()
                .orElse(0);
        int columns = 1;
        while ((choices.size() + columns - 1) / columns > height - 3 && room(width, columns + 1, name) >= LEAST) {
            columns++;
        }
        int room = room(width, columns, name);
        List<String> shown = new ArrayList<>();
        for (Choice choice : choices) {
            String text = choice.text();
            String meaning = cut(choice.meaning(), room);
            String blank = " ".repeat(name - TextWidth.of(text) + 2);
            shown.add(meaning.isEmpty() ? text : text + blank + (color ? DIM + meaning + PLAIN : meaning));
        }
        return shown;
    }

    /** The width left for a meaning next to its name, in {@code columns} columns. */
    private static int room(int width, int columns, int name) {
        return (width - 1) / columns - BETWEEN - name - 2;
    }

    List<Choice> choices(Place place, String typed) {
        return new Completions(LazyHelp.get(), conversation.outline(), conversation.watched(), typed).at(place);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : width < 2 ? "" : text.substring(0, width - 1) + "…";
    }

    private static List<String> files(String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                String name = folder + file.getFileName() + (Files.isDirectory(file) ? "/" : "");
                boolean hidden = file.getFileName().toString().startsWith(".");
                boolean shown =
                        Printable.line(name).equals(name); // a control character in a name would reach the terminal
                if (shown
                        && name.startsWith(typed)
                        && !(hidden && typed.endsWith("/"))
                        && !(hidden && typed.isEmpty())) {
                    names.add(name);
                }
            }
        } catch (IOException | InvalidPathException none) {
            names.clear(); // then there is nothing to complete
        }
        names.sort(null);
        return names.subList(0, Math.min(MOST_FILES, names.size()));
    }
}
