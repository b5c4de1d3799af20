package org.nnlang.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The common command lines, read without the classes of the argument parser: they would cost four times as much as the
 * rest of a short script.
 *
 * @param check the scripts are checked, not run
 */
record Shortcut(boolean check, Options options, List<String> files) {
    /** A command line of plain options and scripts; null for any other, which is not wrong for that. */
    static Shortcut of(String[] args) {
        boolean json = false;
        boolean quiet = false;
        boolean check = args.length > 0 && args[0].equals("check");
        List<String> files = new ArrayList<>();
        for (int i = check || args.length > 0 && args[0].equals("run") ? 1 : 0; i < args.length; i++) {
            if (args[i].equals("--json")) {
                json = true;
            } else if (args[i].equals("--quiet")) {
                quiet = true;
            } else if (isScript(args[i])) {
                files.add(args[i]);
            } else {
                return null;
            }
        }
        return files.isEmpty() ? null : new Shortcut(check, new Options(json, quiet, Options.Color.auto), files);
    }

    private static boolean isScript(String argument) {
        return argument.equals("-") || argument.endsWith(".nn") && !argument.startsWith("-");
    }

    int run(Terminal terminal, Stop stop) {
        ScriptRunner runner = new ScriptRunner(terminal, options, stop);
        return check ? runner.check(files) : runner.run(files);
    }
}
