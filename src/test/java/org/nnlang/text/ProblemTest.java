package org.nnlang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final String PROBLEM = Problem.class.getName().replace('.', '/');

    private final Set<Problem> used = EnumSet.noneOf(Problem.class);
    private final List<String> wrong = new ArrayList<>();

    /** Reads the compiled program: Java doesn't check what is passed for the gaps of a problem's words. */
    @Test
    void everyProblemIsUsedWithAllItsGaps() throws IOException {
        List<Path> classes;
        try (var files = Files.walk(Path.of("target/classes"))) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            var model = ClassFile.of().parse(file);
            if (!model.thisClass().asInternalName().equals(PROBLEM)) {
                model.methods().forEach(method -> read(file, method));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(used).containsExactly(Problem.values());
    }

    /** Finds each array of gaps, whose size comes right after the problem, or after one of several. */
    private void read(Path file, MethodModel method) {
        List<Problem> named = new ArrayList<>();
        boolean asked = false;
        int number = -1;
        for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
            switch (element) {
                case FieldInstruction field
                when isProblem(field) -> named.add(Problem.valueOf(field.name().stringValue()));
                case ConstantInstruction constant -> number = constant.constantValue() instanceof Integer n ? n : -1;
                case NewReferenceArrayInstruction _ -> {
                    if (asked) {
                        wrong.add(file + ": passes a problem without the message that it is from");
                    }
                    for (Problem problem : named) {
                        used.add(problem);
                        int gaps = problem.with().names().size();
                        if (gaps != number) {
                            wrong.add(file + ": " + problem + " has " + gaps + " gaps, not " + number);
                        }
                    }
                    named.clear();
                }
                case BranchInstruction branch when branch.opcode().name().startsWith("IF_ACMP") -> named.clear();
                case InvokeInstruction call when call.owner().asInternalName().equals(PROBLEM) -> named.clear();
                default -> {}
            }
            if (element instanceof Instruction && !(element instanceof ConstantInstruction)) {
                asked = element instanceof InvokeInstruction call
                        && call.name().equalsString("problem")
                        && call.typeSymbol().returnType().descriptorString().equals("L" + PROBLEM + ";");
            }
        }
    }

    private static boolean isProblem(FieldInstruction field) {
        return field.owner().asInternalName().equals(PROBLEM)
                && field.type().stringValue().equals("L" + PROBLEM + ";");
    }

    @Test
    void fillsTheGapsOfItsWords() {
        Message message = Problem.WEIGHTS_SHAPE.with("h", 2, 1, "neuron of x", 3, 4);
        assertThat(message.title())
                .isEqualTo("weights h needs 2 rows, one for each neuron of h, of 1 number, one for each neuron of x; "
                        + "this has 3 rows of 4");
        assertThat(message.gap("source")).isEqualTo("neuron of x");
        assertThat(message.label()).isEmpty();
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void leavesOutWhatHasNothingToSay() {
        Message near = Message.unknown("loss", "squred", List.of("squared", "mse"), List.of("squared", "mse"));
        assertThat(near.label()).isEqualTo("did you mean `squared`?");
        assertThat(near.notes()).isEmpty();
        Message far = Message.unknown("loss", "xyz", List.of("squared", "mse"), List.of("squared", "mse"));
        assertThat(far.label()).isEmpty();
        assertThat(far.notes()).containsExactly("there are squared and mse");
        assertThat(Problem.EXPECTED_ELEMENTS.with("v", 2, List.of("a", "b")).notes())
                .containsExactly("a", "b");
    }
}
