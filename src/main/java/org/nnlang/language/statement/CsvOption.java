package org.nnlang.language.statement;

import java.util.List;
import java.util.Locale;

/** The options of {@code csv}, each with what completion says about it and the words that it can be. */
public enum CsvOption {
    TARGET("the column of the targets"),
    INPUTS("the columns of the inputs"),
    TEST("the fraction of the rows held out for testing"),
    SCALE("how the inputs are scaled", "none", "standard", "minmax"),
    HEADER("whether the first line names the columns", "none", "first"),
    MISSING("what becomes of cells without a value", "skip", "mean", "keep"),
    SEPARATOR("what separates cells", "tab", "blanks"),
    DECIMAL("what is before decimals"),
    THOUSANDS("what is between groups of three digits"),
    ENCODING("how characters are written", "utf8", "utf16", "latin1"),
    COMMENT("what begins a line to skip");

    private final String meaning;
    private final List<String> words;

    CsvOption(String meaning, String... words) {
        this.meaning = meaning;
        this.words = List.of(words);
    }

    /** How it is written. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, in one line. */
    public String meaning() {
        return meaning;
    }

    /** The words that it can be. */
    public List<String> words() {
        return words;
    }

    /** The option of that name, or null. */
    static CsvOption find(String name) {
        for (CsvOption option : values()) {
            if (option.text().equals(name)) {
                return option;
            }
        }
        return null;
    }
}
