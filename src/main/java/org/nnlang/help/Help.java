package org.nnlang.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.text.Nearest;

/** What is to be known of each word of the language. */
public final class Help {
    private final List<Entry> entries;
    private final String rules;
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byWord = new LinkedHashMap<>();

    private Help(Reference reference, String examples) {
        entries = reference.entries();
        rules = reference.rules();
        for (Entry entry : entries) {
            entry.words()
                    .forEach(word ->
                            byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry));
        }
        examples.lines().filter(line -> line.contains(": ")).forEach(this::addExample);
    }

    private void addExample(String line) {
        int colon = line.indexOf(": ");
        examples.put(line.substring(0, colon), line.substring(colon + 2));
    }

    /** Reads it; that takes some milliseconds. */
    public static Help load() {
        return new Help(new Reference(read("language.md")), read("examples.txt"));
    }

    private static String read(String name) {
        try (InputStream in = Help.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** The rules of the language, in a paragraph. */
    public String rules() {
        return rules;
    }

    /** All entries, as the reference has them. */
    public List<Entry> entries() {
        return entries;
    }

    /** What is written with a word; empty where it is none of the language's. */
    public List<Entry> of(String word) {
        return byWord.getOrDefault(word, List.of());
    }

    /** A statement with the word, or null. */
    public String example(String word) {
        return examples.get(word);
    }

    /** The words that can be asked for. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>(byWord.keySet());
        words.addAll(examples.keySet());
        words.remove("");
        return words;
    }

    /** The word that was probably meant, or null. */
    public String near(String word) {
        return Nearest.to(word, words());
    }

    /** What a word means in a section, in one line; empty where the section does not have it. */
    public String meaning(String word, List<String> sections) {
        for (String section : sections) {
            for (Entry entry : of(word)) {
                if (entry.section().equals(section)) {
                    return entry.meaning();
                }
            }
        }
        return "";
    }
}
