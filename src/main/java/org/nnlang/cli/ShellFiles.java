package org.nnlang.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a shell and {@code man} need to know of the command line, as text that is written from the commands themselves. */
enum ShellFiles {
    bash {
        @Override
        String of(CommandLine line) {
            return AutoComplete.bash(line.getCommandName(), line);
        }
    },

    zsh {
        @Override
        String of(CommandLine line) {
            StringBuilder text = new StringBuilder("#compdef " + line.getCommandName() + "\n");
            zsh("_" + line.getCommandName(), line, text);
            return text + "_" + line.getCommandName() + " \"$@\"\n";
        }
    },

    fish {
        @Override
        String of(CommandLine line) {
            StringBuilder text = new StringBuilder();
            fish("complete -c " + line.getCommandName() + " -n ", "__fish_use_subcommand", "", line, text);
            return text.toString();
        }
    },

    man {
        @Override
        String of(CommandLine line) {
            StringBuilder text = new StringBuilder();
            CommandSpec spec = line.getCommandSpec();
            text.append(".TH NN 1\n.SH NAME\nnn \\- " + roff(summary(line)) + "\n");
            text.append(".SH SYNOPSIS\n.B nn\n" + roff(synopsis(line)) + "\n");
            text.append(".SH OPTIONS\n");
            arguments(spec, text);
            text.append(".SH COMMANDS\n");
            commands(line, text);
            text.append(".SH NOTES\n");
            for (String part : spec.usageMessage().footer()) {
                text.append(part.isEmpty() ? "" : roff(part) + "\n");
            }
            return text.toString();
        }
    };

    /** The file's text for a command line. */
    abstract String of(CommandLine line);

    private static String summary(CommandLine line) {
        return String.join(" ", line.getCommandSpec().usageMessage().description());
    }

    /** Writes a function that completes the words after a command, and those for its subcommands. */
    private static void zsh(String function, CommandLine line, StringBuilder text) {
        line.getSubcommands().forEach((name, command) -> zsh(function + "_" + name, command, text));
        text.append(function + "() {\n  local -a commands options\n  commands=(");
        line.getSubcommands()
                .forEach((name, command) -> text.append(
                        "\n    " + zshQuoted(name + ":" + summary(command).replace(":", "\\:"))));
        text.append(")\n  options=(");
        for (OptionSpec option : line.getCommandSpec().options()) {
            for (String name : option.names()) {
                String help = description(option)
                        .replace("[", "\\[")
                        .replace("]", "\\]")
                        .replace(":", "\\:");
                String values = String.join(" ", candidates(option));
                String value = option.arity().max() == 0
                        ? ""
                        : ":" + option.paramLabel() + ":" + (values.isEmpty() ? "_files" : "(" + values + ")");
                text.append("\n    " + zshQuoted(name + "[" + help + "]" + value));
            }
        }
        text.append(")\n");
        for (String name : line.getSubcommands().keySet()) {
            text.append("  if [[ $words[2] == " + name + " ]] && (( CURRENT > 2 )); then\n");
            text.append("    shift words; (( CURRENT-- )); " + function + "_" + name + "; return\n  fi\n");
        }
        text.append("  (( CURRENT == 2 )) && (( $#commands )) && _describe -t commands command commands\n");
        text.append("  _arguments $options " + zshQuoted("*:file:" + files(line)) + "\n}\n");
    }

    /** What a command's arguments can be: their values, or files. */
    private static String files(CommandLine line) {
        for (PositionalParamSpec parameter : line.getCommandSpec().positionalParameters()) {
            List<String> values = candidates(parameter);
            if (!values.isEmpty()) {
                return "(" + String.join(" ", values) + ")";
            }
        }
        return "_files";
    }

    private static List<String> candidates(ArgSpec argument) {
        List<String> values = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(values::add);
        }
        return values;
    }

    private static String zshQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Writes what can follow a command: {@code here} holds while no subcommand of it was named, {@code seen} names the command. */
    private static void fish(String start, String here, String seen, CommandLine line, StringBuilder text) {
        for (OptionSpec option : line.getCommandSpec().options()) {
            text.append(start + quoted(here));
            for (String name : option.names()) {
                text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            List<String> values = candidates(option);
            if (!values.isEmpty()) {
                text.append(" -x -a " + quoted(String.join(" ", values)));
            } else if (option.arity().max() > 0) {
                text.append(" -r");
            }
            text.append(" -d " + quoted(description(option)) + "\n");
        }
        for (PositionalParamSpec parameter : line.getCommandSpec().positionalParameters()) {
            if (!candidates(parameter).isEmpty()) {
                text.append(start + quoted(here) + " -f -a " + quoted(String.join(" ", candidates(parameter))) + "\n");
            }
        }
        line.getSubcommands().forEach((name, command) -> {
            text.append(start + quoted(here) + " -a " + name + " -d " + quoted(summary(command)) + "\n");
            String below = seen + (seen.isEmpty() ? "" : "; and ") + "__fish_seen_subcommand_from " + name;
            fish(start, below, below, command, text);
        });
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description()).strip();
    }

    /** The usage without the command's name. */
    private static String synopsis(CommandLine line) {
        String whole = line.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
        return whole.substring(line.getCommandSpec().qualifiedName().length()).strip();
    }

    private static void commands(CommandLine line, StringBuilder text) {
        for (CommandLine command : line.getSubcommands().values()) {
            String name = command.getCommandSpec().qualifiedName();
            text.append(".SS " + name + " " + roff(synopsis(command)) + "\n" + roff(summary(command)) + "\n");
            arguments(command.getCommandSpec(), text);
            commands(command, text);
        }
    }

    private static void arguments(CommandSpec spec, StringBuilder text) {
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            text.append(".TP\n.I " + roff(parameter.paramLabel()) + "\n" + roff(description(parameter)) + "\n");
        }
        for (OptionSpec option : spec.options()) {
            String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            text.append(".TP\n.B " + roff(String.join(", ", option.names()) + value) + "\n");
            text.append(roff(description(option)) + "\n");
        }
    }

    /** Text that roff shows as it is. */
    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
