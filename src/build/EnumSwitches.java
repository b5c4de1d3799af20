import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the switches of a class over an enum use the ordinals of its constants.
 *
 * <p>For each class with such switches, javac makes another class with an array that maps ordinals to the numbers in the
 * switch, as an enum may be compiled anew. Here all classes are compiled together.
 */
final class EnumSwitches {
    private static final String ARRAY = "$SwitchMap$";

    private final Path root;
    private final String self;
    /** For each switch that has begun, the ordinals of its numbers. */
    private final Deque<Map<Integer, Integer>> begun = new ArrayDeque<>();

    private boolean afterOrdinal;
    private boolean beforeSwitch;

    /** Looks at a class; the others are in the folder {@code root}. */
    EnumSwitches(Path root, ClassModel model) {
        this.root = root;
        self = model.thisClass().asInternalName();
    }

    /** Replaces an element of a method if it belongs to a switch over an enum; returns whether it does. */
    boolean replaces(CodeBuilder code, CodeElement element) {
        if (!(element instanceof Instruction)) {
            return false;
        }
        boolean index = afterOrdinal;
        afterOrdinal = false;
        switch (element) {
            case FieldInstruction field
            when isArray(field) && !field.owner().asInternalName().equals(self) -> {
                Map<Integer, Integer> ordinals = ordinals(field);
                if (ordinals != null) {
                    begun.push(ordinals);
                }
                return ordinals != null;
            }
            case InvokeInstruction call
            when call.name().equalsString("ordinal") -> {
                afterOrdinal = !begun.isEmpty();
                return false;
            }
            case ArrayLoadInstruction _
            when index -> {
                beforeSwitch = true;
                return true;
            }
            case TableSwitchInstruction old when beforeSwitch -> replace(code, old.defaultTarget(), old.cases());
            case LookupSwitchInstruction old when beforeSwitch -> replace(code, old.defaultTarget(), old.cases());
            default -> {
                if (beforeSwitch) {
                    throw new IllegalStateException("an array of numbers with an index of ordinal()");
                }
                return false;
            }
        }
        return true;
    }

    private void replace(CodeBuilder code, Label otherwise, List<SwitchCase> old) {
        beforeSwitch = false;
        Map<Integer, Integer> ordinals = begun.pop();
        List<SwitchCase> cases = new ArrayList<>();
        for (SwitchCase one : old) {
            if (ordinals.containsKey(one.caseValue())) { // else the table is only filled up
                cases.add(SwitchCase.of(ordinals.get(one.caseValue()), one.target()));
            }
        }
        cases.sort(Comparator.comparingInt(SwitchCase::caseValue));
        code.tableswitch(cases.getFirst().caseValue(), cases.getLast().caseValue(), otherwise, cases);
    }

    private static boolean isArray(FieldInstruction field) {
        return field.opcode() == Opcode.GETSTATIC && field.name().stringValue().startsWith(ARRAY);
    }

    /** The ordinals of the numbers that an array maps to; null for an enum that is not of these classes. */
    private Map<Integer, Integer> ordinals(FieldInstruction array) {
        Map<Integer, Integer> ordinals = new HashMap<>();
        String filled = "";
        FieldInstruction constant = null;
        int number = 0;
        var code = read(array.owner().asInternalName()).methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .findFirst()
                .orElseThrow()
                .code()
                .orElseThrow();
        for (CodeElement element : code) {
            switch (element) {
                case FieldInstruction field
                when isArray(field) -> filled = field.name().stringValue();
                case FieldInstruction field -> constant = field;
                case ConstantInstruction value when value.constantValue() instanceof Integer n -> number = n;
                case ArrayStoreInstruction _ -> {
                    String owner = constant.owner().asInternalName();
                    if (!filled.equals(array.name().stringValue())) {
                        continue;
                    }
                    if (!Files.exists(file(owner))) {
                        return null;
                    }
                    ordinals.put(
                            number, constants(owner).indexOf(constant.name().stringValue()));
                }
                default -> {}
            }
        }
        return ordinals;
    }

    private List<String> constants(String type) {
        return read(type).fields().stream()
                .filter(field -> field.flags().has(AccessFlag.ENUM))
                .map(field -> field.fieldName().stringValue())
                .toList();
    }

    private Path file(String type) {
        return root.resolve(type + ".class");
    }

    private ClassModel read(String type) {
        try {
            return ClassFile.of().parse(file(type));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
