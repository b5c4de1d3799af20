package org.nnlang.web.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nnlang.language.Event;
import org.nnlang.language.Listener;
import org.nnlang.render.JsonPrinter;
import org.nnlang.render.TextPrinter;
import org.nnlang.render.TextRenderer;
import org.nnlang.session.Result;
import org.nnlang.session.Session;
import org.nnlang.text.DiagnosticRenderer;
import org.nnlang.text.Json;
import org.nnlang.text.Source;
import org.nnlang.web.MemoryHost;
import org.nnlang.web.PageFiles;

/** Runs the scripts in folders on Java, with the files that a page has, and writes what each prints, as JSON. */
public final class Expected {
    /** The files of the folders, by their paths. */
    private record Folder(Map<String, String> texts) implements PageFiles {
        @Override
        public String read(String path) {
            return texts.get(path);
        }

        @Override
        public String names() {
            return texts.keySet().stream().map(name -> name + "\n").collect(Collectors.joining());
        }

        @Override
        public void write(String path, String text) {
            texts.put(path, text);
        }
    }

    /** What a run prints: results as text and as JSON, and diagnostics. */
    private static final class Printed implements Listener {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder json = new StringBuilder();
        private final StringBuilder diagnostics = new StringBuilder();
        private final TextPrinter textPrinter = new TextPrinter(TextRenderer.PAGE);
        private final JsonPrinter jsonPrinter = new JsonPrinter();

        @Override
        public void on(Event event) {
            if (event instanceof Event.Reported reported) {
                diagnostics.append(diagnostics.isEmpty() ? "" : "\n");
                diagnostics.append(new DiagnosticRenderer(false).render(reported.diagnostic()));
            } else {
                text.append(textPrinter.print(event));
                json.append(jsonPrinter.print(event));
            }
        }
    }

    private Expected() {}

    /** The arguments: the file to write, and the folders, relative to the present one. */
    public static void main(String[] args) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String folder : Arrays.asList(args).subList(1, args.length)) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(file -> texts.put(file.toString(), read(file)));
            }
        }
        String runs = texts.keySet().stream()
                .filter(file -> file.endsWith(".nn") && !file.contains("/parts/"))
                .map(file -> Json.text(file) + ":" + run(file, texts))
                .collect(Collectors.joining(",\n", "{", "}"));
        String files = texts.entrySet().stream()
                .map(file -> Json.text(file.getKey()) + ":" + Json.text(file.getValue()))
                .collect(Collectors.joining(",\n", "{", "}"));
        Files.writeString(Path.of(args[0]), "{\"files\":" + files + ",\"runs\":" + runs + "}\n");
    }

    /** Bytes as characters for files that are no text: scripts that read them say so. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException binary) {
            try {
                return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
    }

    private static String run(String file, Map<String, String> texts) {
        Printed printed = new Printed();
        Session session = new Session(new MemoryHost(new Folder(new TreeMap<>(texts))));
        Result result = session.run(new Source(file, texts.get(file)), printed);
        return "{\"text\":" + Json.text(printed.text.toString()) + ",\"json\":" + Json.text(printed.json.toString())
                + ",\"diagnostics\":" + Json.text(printed.diagnostics.toString()) + ",\"status\":" + result.status()
                + "}";
    }
}
