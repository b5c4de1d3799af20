package org.nnlang.repl;

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
import org.nnlang.help.Help;

/** Completes words by their place, and names of files within quotes. */
final class Completion implements Completer {
    private static final int MOST_FILES = 200;

    private final Conversation conversation;
    private Help help;

    Completion(Conversation conversation) {
        this.conversation = conversation;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Place place = Place.at(line.line(), line.cursor() - line.word().length());
        int width = Math.max(20, reader.getTerminal().getSize().getColumns() - 4);
        if (place.inText()) {
            for (String file : files(line.word())) {
                boolean folder = file.endsWith("/");
                candidates.add(new Candidate(file, file, null, null, folder ? null : "\"", null, false, candidates.size()));
            }
            return;
        }
        for (Choices.Choice choice : choices(place, line.word())) {
            String meaning = choice.meaning().isEmpty() ? null : cut(choice.meaning(), width - choice.text().length());
            candidates.add(new Candidate(
                    choice.text(), choice.text(), null, meaning, null, null, !choice.goesOn(), candidates.size()));
        }
    }

    List<Choices.Choice> choices(Place place, String typed) {
        if (help == null) {
            help = Help.load();
        }
        return new Choices(help, conversation.outline(), conversation.watched(), typed).at(place);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    private static List<String> files(String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                String name = folder + file.getFileName() + (Files.isDirectory(file) ? "/" : "");
                boolean hidden = file.getFileName().toString().startsWith(".");
                if (name.startsWith(typed) && !(hidden && typed.endsWith("/")) && !(hidden && typed.isEmpty())) {
                    names.add(name);
                }
            }
        } catch (IOException | InvalidPathException none) {
            names.clear(); // nothing to complete, then
        }
        names.sort(null);
        return names.subList(0, Math.min(MOST_FILES, names.size()));
    }
}
