package org.nnlang.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text copied from a conversation, with its prompts. */
final class Pasted {
    private static final Pattern PROMPT = Pattern.compile("[ \\t]*(?:nn(?: @ \\d+)?|\\.\\.\\.)>(?: (.*)|)");

    private Pasted() {}

    /**
     * Removes the prompts and the results from a conversation: keeps the lines with a prompt. The first line may lack its
     * prompt if the copy begins after it. Returns any other text unchanged.
     */
    static String withoutPrompts(String text) {
        if (text.indexOf("> ") < 0 && !text.strip().endsWith(">")) {
            return text;
        }
        List<String> typed = new ArrayList<>();
        boolean prompts = false;
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            Matcher prompt = PROMPT.matcher(line);
            if (prompt.matches()) {
                prompts = true;
                typed.add(prompt.group(1) == null ? "" : prompt.group(1));
            } else if (first) {
                typed.add(line);
            }
            first &= line.isBlank();
        }
        return prompts ? String.join("\n", typed).strip() : text;
    }
}
