package org.nnlang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nnlang.explain.NamedFormula;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Setting;
import org.nnlang.math.Formula;
import org.nnlang.network.Activation;
import org.nnlang.network.Catalogue;
import org.nnlang.network.Optimizers;
import org.nnlang.render.FormulaText;
import org.nnlang.syntax.Keywords;

/** The tables of the reference name all that the program knows, and nothing else. */
class ReferenceTest {
    private static final Pattern FIRST_CELL = Pattern.compile("\\| `([^`]*)` \\|.*");

    private final Document page = Document.read(Path.of("docs/language.md"));

    @Test
    void activations() {
        check("## Activations", Catalogue.ACTIVATIONS);
        for (int i = 0; i < Catalogue.ACTIVATIONS.size(); i++) {
            Activation activation = Catalogue.ACTIVATIONS.get(i).standard();
            if (activation.elementwise()) {
                assertThat(formulas("## Activations", i))
                        .containsExactly(text(activation.value()), text(activation.derivative()));
            }
        }
    }

    @Test
    void losses() {
        check("## Losses", Catalogue.LOSSES);
        for (int i = 0; i < Catalogue.LOSSES.size(); i++) {
            List<String> stated = NamedFormula.of(Catalogue.LOSSES.get(i).standard()).stream()
                    .map(statement -> text(statement.formula()))
                    .toList();
            assertThat(formulas("## Losses", i)).isEqualTo(stated);
        }
    }

    /** A formula as {@code show} prints it, but for letters and bars that a table has no room for. */
    private static String text(Formula formula) {
        return FormulaText.of(formula, 9)
                .replace("sigmoid(", "σ(")
                .replace("α", "alpha")
                .replace("δ", "delta")
                .replaceAll("\\|([^|]*)\\|", "abs($1)");
    }

    /** The formulas in a row of a section's first table. */
    private List<String> formulas(String heading, int row) {
        String line = page.section(heading).stream()
                .filter(each -> FIRST_CELL.matcher(each).matches())
                .toList()
                .get(row);
        return List.of(line.split(" \\| ")).subList(1, 3).stream()
                .map(cell -> cell.replace(" |", ""))
                .toList();
    }

    @Test
    void optimizers() {
        check("## Optimizers", Optimizers.ALL);
    }

    @Test
    void initialisers() {
        check("## Initialisers", Catalogue.INITIALIZERS);
    }

    @Test
    void functions() {
        List<String> names = new ArrayList<>();
        for (String form : firstCells("### Functions")) {
            names.add(form.substring(0, form.indexOf('(')));
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(BuiltInNames.FUNCTIONS);
    }

    @Test
    void settings() {
        Set<String> documented =
                new TreeSet<>(List.of("optimizer", "absolute decay")); // which has a section of its own
        for (String form : firstCells("## Settings")) {
            documented.add(form.replaceFirst(" *=.*", ""));
        }
        String section = String.join("\n", page.section("## Settings"));
        for (Setting<?> setting : Setting.ALL) {
            assertThat(documented.remove(setting.name())).as(setting.name()).isTrue();
            setting.words().forEach(word -> assertThat(section).contains("`" + word.text() + "`"));
        }
        assertThat(documented).isEmpty();
    }

    @Test
    void reservedWords() {
        assertThat(words("Reserved:")).containsExactlyInAnyOrderElementsOf(Keywords.RESERVED);
        Set<String> others = new TreeSet<>(BuiltInNames.ALL);
        others.removeAll(Keywords.RESERVED);
        assertThat(words("Taken:")).containsExactlyInAnyOrderElementsOf(others);
        assertThat(words("Later:")).containsAll(Keywords.LATER);
    }

    /** The words in backticks of the paragraph that begins so. */
    private List<String> words(String label) {
        List<String> section = page.section("## Words of the language");
        int start = 0;
        while (!section.get(start).startsWith(label)) {
            start++;
        }
        List<String> words = new ArrayList<>();
        for (int i = start; i < section.size() && !section.get(i).isBlank(); i++) {
            Matcher word = Pattern.compile("`([^`]*)`").matcher(section.get(i));
            while (word.find()) {
                words.add(word.group(1));
            }
        }
        return words;
    }

    private List<String> firstCells(String heading) {
        List<String> cells = new ArrayList<>();
        for (String line : page.section(heading)) {
            Matcher row = FIRST_CELL.matcher(line);
            if (row.matches()) {
                cells.add(row.group(1));
            }
        }
        return cells;
    }

    private <T> void check(String heading, List<Catalogue.Entry<T>> entries) {
        Set<String> variants = entries.stream()
                .flatMap(entry -> entry.parameters().stream())
                .filter(Catalogue.Parameter::variant)
                .map(Catalogue.Parameter::name)
                .collect(Collectors.toSet());
        List<String> documented = new ArrayList<>();
        Set<String> variantsDocumented = new HashSet<>();
        for (String cell : firstCells(heading)) {
            String first = cell.substring(cell.indexOf('(') + 1, Math.max(cell.indexOf(':'), cell.indexOf('(') + 1));
            if (variants.contains(first)) {
                variantsDocumented.add(first);
            } else {
                documented.add(normal(cell));
            }
        }
        List<String> known = entries.stream().map(ReferenceTest::form).toList();
        assertThat(documented).containsExactlyElementsOf(known);
        assertThat(variantsDocumented).isEqualTo(variants);
    }

    /** An entry as the tables write it: {@code adamw(decay: 0.01, beta1: 0.9)}, {@code uniform(a, b)}; variants have rows of their own. */
    private static String form(Catalogue.Entry<?> entry) {
        List<String> parameters = entry.parameters().stream()
                .filter(p -> !p.variant())
                .map(p -> p.required() ? p.name() : p.name() + ": " + p.standard())
                .toList();
        return parameters.isEmpty() ? entry.name() : entry.name() + "(" + String.join(", ", parameters) + ")";
    }

    /** A form with its numbers as Java writes them. */
    private static String normal(String form) {
        int open = form.indexOf('(');
        if (open < 0) {
            return form;
        }
        List<String> parameters = Arrays.stream(
                        form.substring(open + 1, form.length() - 1).split(", "))
                .map(p -> p.contains(": ")
                        ? p.substring(0, p.indexOf(' ') + 1) + Double.parseDouble(p.substring(p.indexOf(' ') + 1))
                        : p)
                .toList();
        return form.substring(0, open) + "(" + String.join(", ", parameters) + ")";
    }
}
