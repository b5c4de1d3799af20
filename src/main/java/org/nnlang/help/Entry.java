package org.nnlang.help;

import java.util.List;

/**
 * A row of one of the reference's tables.
 *
 * @param section the heading that the table stands under
 * @param forms how it is written: {@code train N}, {@code adam(beta1: 0.9, …)}
 * @param columns what the table's other columns are called
 * @param cells what they say
 */
public record Entry(String section, List<String> forms, List<String> columns, List<String> cells) {
    /** The words that it is found under. */
    public List<String> words() {
        return forms.stream().map(Entry::head).distinct().toList();
    }

    /** The word that a form begins with: {@code train} of {@code train N}; of one that begins with a placeholder, its sign. */
    static String head(String form) {
        int end = 0;
        while (end < form.length() && (Character.isLetterOrDigit(form.charAt(end)) || form.charAt(end) == '_')) {
            end++;
        }
        String word = form.substring(0, end);
        boolean placeholder = !word.isEmpty() && word.equals(word.toUpperCase(java.util.Locale.ROOT));
        return placeholder && form.contains(" @ ") ? "@" : word;
    }

    /** What it means, in one line. */
    public String meaning() {
        int column = columns.indexOf("meaning");
        return cells.get(column >= 0 ? column : 0);
    }
}
