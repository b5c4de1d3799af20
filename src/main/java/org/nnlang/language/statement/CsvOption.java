package org.nnlang.language.statement;

import java.util.List;
import java.util.Locale;

/** The options of {@code csv}, each with its explanation for completion and the words that it accepts. */
public enum CsvOption {
    TARGET("the column of the targets"),
    INPUTS("the columns of the inputs"),
    WEIGHT("the column of what each sample's error is multiplied by"),
    TEST("the fraction of rows held out for testing"),
    SCALE("how nn scales the inputs", "none", "standard", "minmax"),
    HEADER("whether the first line names the columns", "none", "first"),
    MISSING("what nn does with missing cells", "skip", "mean", "keep"),
    SEPARATOR("the character between cells", "tab", "blanks"),
    DECIMAL("the decimal mark"),
    THOUSANDS("the mark between groups of three digits"),
    ENCODING("how the file encodes characters", "utf8", "utf16", "latin1"),
    COMMENT("the character that begins a line to skip");

    private final String meaning;
    private final List<String> words;

    CsvOption(String meaning, String... words) {
        this.meaning = meaning;
        this.words = List.of(words);
    }

    /** Its name in a script. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its explanation, on one line. */
    public String meaning() {
        return meaning;
    }

    /** The words that it accepts. */
    public List<String> words() {
        return words;
    }

    /** Finds an option by its name; null if there is none. */
    static CsvOption find(String name) {
        for (CsvOption option : values()) {
            if (option.text().equals(name)) {
                return option;
            }
        }
        return null;
    }
}
