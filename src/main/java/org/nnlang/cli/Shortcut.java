package org.nnlang.cli;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.prompt.Pictures;

/**
 * Reads the usual command lines without the classes of the argument parser, which would take four times as long as the rest
 * of a short script.
 *
 * @param check whether to check the scripts instead of running them
 * @param interactive whether to read statements from the terminal or a pipe after the scripts
 * @param text a script on the command line, or null
 */
record Shortcut(boolean check, boolean interactive, Options options, List<String> files, String text) {
    /** Reads a command line of plain options and scripts; null for any other, which may still be right. */
    static Shortcut of(String[] args) {
        boolean json = false;
        boolean quiet = false;
        boolean interactive = args.length == 0;
        boolean check = args.length > 0 && args[0].equals("check");
        List<String> files = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = check || args.length > 0 && args[0].equals("run") ? 1 : 0; i < args.length; i++) {
            if (args[i].equals("--json")) {
                json = true;
            } else if (args[i].equals("--quiet")) {
                quiet = true;
            } else if (args[i].equals("-i")) {
                interactive = true;
            } else if (args[i].equals("-e") && i + 1 < args.length) {
                lines.add(args[++i]);
            } else if (isScript(args[i])) {
                files.add(args[i]);
            } else {
                return null;
            }
        }
        boolean odd = interactive ? check || files.contains("-") : files.isEmpty() && lines.isEmpty();
        String text = lines.isEmpty() ? null : String.join("\n", lines);
        Options options = new Options(json, quiet, Options.Color.auto, Pictures.Mode.auto);
        return odd ? null : new Shortcut(check, interactive, options, files, text);
    }

    private static boolean isScript(String argument) {
        return argument.equals("-") || argument.endsWith(".nn") && !argument.startsWith("-");
    }

    int run(Terminal terminal, Stop stop) {
        if (interactive) {
            return new Interactive(terminal, options, stop).run(files, text);
        }
        ScriptRunner runner = new ScriptRunner(terminal, options, stop);
        return check ? runner.check(files, text) : runner.run(files, text);
    }
}
