package org.nnlang.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.nnlang.language.Host;
import org.nnlang.prompt.Pictures;
import org.nnlang.text.Json;
import org.nnlang.text.Printable;
import org.nnlang.text.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that write the playground's page: {@code nn playground} and {@code nn play}. */
abstract class PageCommand implements Callable<Integer> {
    /** The page without a script, as the build of {@code web/} makes it. */
    private static final FrontFile PAGE = new FrontFile("web", "nn-playground.html");

    /** The page's element for a script, empty and as it is filled. */
    private static final String EMPTY = "<script type=\"application/json\" id=\"given\">null</script>";

    private final Terminal terminal;
    private final Stop stop;
    private final Path folder;
    private final boolean plays;

    @Option(names = "-o", paramLabel = "PAGE", required = true, description = "The file to write, such as page.html.")
    private String page;

    private PageCommand(Terminal terminal, Stop stop, Path folder, boolean plays) {
        this.terminal = terminal;
        this.stop = stop;
        this.folder = folder;
        this.plays = plays;
    }

    @Command(
            name = "playground",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = {
                "Writes a web page in which scripts can be changed and run, without a server or a network.",
                "With a script, the page begins with it, and has the files that it reads."
            },
            footer = {
                "",
                "Exit status: 0 fine; 1 nn couldn't write the page; 2 wrong usage, a wrong script, or no page to begin with."
            })
    static final class Playground extends PageCommand {
        @Parameters(paramLabel = "SCRIPT", arity = "0..1", description = "The script (default: the worked example).")
        private String script;

        Playground(Terminal terminal, Stop stop, Path folder) {
            super(terminal, stop, folder, false);
        }

        @Override
        public Integer call() {
            return write(script);
        }
    }

    @Command(
            name = "play",
            mixinStandardHelpOptions = true,
            versionProvider = Commands.Version.class,
            description = {
                "Writes a web page that tells a script's training one line of arithmetic at a time, and shows in the network",
                "what each line computes."
            },
            footer = {
                "",
                "Exit status: 0 fine; 1 nn couldn't write the page; 2 wrong usage, a wrong script, or no page to begin with."
            })
    static final class Play extends PageCommand {
        @Parameters(paramLabel = "FILE", description = "The script.")
        private String script;

        Play(Terminal terminal, Stop stop, Path folder) {
            super(terminal, stop, folder, true);
        }

        @Override
        public Integer call() {
            return write(script);
        }
    }

    /** Writes the page with a script; with the playground's own if it is null. */
    int write(String script) {
        Path template = PAGE.find(folder);
        if (template == null) {
            return failed(2, "the playground's page is not installed", PAGE.help());
        }
        try {
            ScriptFiles files = new ScriptFiles();
            String given = "null";
            if (script != null) {
                Options options = new Options(false, true, Options.Color.auto, Pictures.Mode.off);
                AtomicReference<Source> source = new AtomicReference<>();
                int status = new ScriptRunner(terminal, options, stop, files).checked(script, source::set);
                if (status != 0) {
                    return status;
                }
                given = given(source.get(), files.texts(script));
            }
            String html = files.read(template.toString());
            if (!html.contains(EMPTY)) {
                return failed(2, template + " is not the page of this version of nn", "build it again");
            }
            files.write(page, html.replace(EMPTY, EMPTY.replace("null", given)));
            return 0;
        } catch (Host.Unreadable unreadable) {
            return failed(2, unreadable.problem().title(), unreadable.problem().label());
        } catch (Host.FileTrouble trouble) {
            return failed(1, "can't write " + page + ": " + trouble.getMessage(), "");
        }
    }

    /** What the page is told of a script: its name and text, its files, and whether to play it at once. */
    private String given(Source script, Map<String, String> files) {
        String name = script.name().substring(script.name().replace('\\', '/').lastIndexOf('/') + 1);
        String texts = files.entrySet().stream()
                .map(file -> text(file.getKey()) + ":" + text(file.getValue()))
                .collect(Collectors.joining(","));
        return "{\"name\":" + text(name) + ",\"script\":" + text(script.text()) + ",\"files\":{" + texts
                + "},\"plays\":" + plays + "}";
    }

    /** A JSON string that ends no element of HTML. */
    private static String text(String text) {
        return Json.text(text).replace("<", "\\u003c");
    }

    private int failed(int status, String what, String help) {
        terminal.err().write("error: " + Printable.line(what) + "\n");
        if (!help.isEmpty()) {
            terminal.err().write("  = " + Printable.line(help) + "\n");
        }
        return status;
    }
}
