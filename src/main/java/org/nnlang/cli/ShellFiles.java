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
        /** The script for bash, which zsh can run. */
        @Override
        String of(CommandLine line) {
            String name = line.getCommandName();
            return "#compdef " + name + "\n" + bash.of(line) + "\n_complete_" + name + "\n";
        }
    },

    fish {
        @Override
        String of(CommandLine line) {
            StringBuilder text = new StringBuilder();
            String start = "complete -c " + line.getCommandName();
            fish(start + " -n __fish_use_subcommand", line, text);
            line.getSubcommands().forEach((name, command) -> {
                text.append(start + " -n __fish_use_subcommand -a " + name + " -d " + quoted(summary(command)) + "\n");
                String seen = start + " -n '__fish_seen_subcommand_from " + name + "'";
                fish(seen, command, text);
                command.getSubcommands()
                        .forEach((inner, below) ->
                                text.append(seen + " -a " + inner + " -d " + quoted(summary(below)) + "\n"));
            });
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

    private static void fish(String start, CommandLine line, StringBuilder text) {
        for (OptionSpec option : line.getCommandSpec().options()) {
            text.append(start);
            for (String name : option.names()) {
                text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            List<String> values = new ArrayList<>();
            if (option.completionCandidates() != null) {
                option.completionCandidates().forEach(values::add);
            }
            if (!values.isEmpty()) {
                text.append(" -x -a " + quoted(String.join(" ", values)));
            } else if (option.arity().max() > 0) {
                text.append(" -r");
            }
            text.append(" -d " + quoted(description(option)) + "\n");
        }
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
