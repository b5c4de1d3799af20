package org.nnlang.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;

/**
 * The keys that terminals send as escape sequences: {@code ESC [ 1 ; 3 D}, {@code ESC O H}. Reads each sequence to its end,
 * in the form of ECMA-48 and its relatives, so that a sequence without a meaning leaves nothing behind.
 */
final class KeySequences {
    /** Overwrite mode, which Insert must not start: nothing shows the mode, and users press Insert by accident. */
    private static final Binding OVERWRITE = new Reference(LineReader.OVERWRITE_MODE);

    private static final Set<String> MENU_KEYS = Set.of(
            LineReader.MENU_COMPLETE,
            LineReader.REVERSE_MENU_COMPLETE,
            LineReader.UP_LINE_OR_HISTORY,
            LineReader.DOWN_LINE_OR_HISTORY,
            LineReader.FORWARD_CHAR,
            LineReader.BACKWARD_CHAR);

    private static final char ESC = '\u001b';

    /** The milliseconds in which a terminal sends the rest of a sequence. */
    private static final long REST = 200;

    private static final int LONGEST = 32;
    private static final int ALT = 2;
    private static final int CTRL = 4;

    private final LineReader reader;
    private final LongToIntFunction peek;
    private final Supplier<Integer> next;
    private final Map<String, Binding> atPrompt = new HashMap<>();
    private final Map<String, Binding> inMenu = new HashMap<>();

    /** Binds all keys; {@code peek} waits some milliseconds for a character, {@code next} reads it. */
    KeySequences(LineReader reader, LongToIntFunction peek, Supplier<Integer> next) {
        this.reader = reader;
        this.peek = peek;
        this.next = next;
        Map<String, KeyMap<Binding>> maps = reader.getKeyMaps();
        KeyMap<Binding> keys = withIntroducers(maps.get(LineReader.EMACS), atPrompt);
        Widget nothing = () -> true;
        for (char c = ' '; c <= '~'; c++) {
            if (keys.getBound("" + ESC + c) == null) {
                keys.bind(nothing, "" + ESC + c); // Alt with a key that has no meaning
            }
        }
        maps.put(LineReader.EMACS, keys);
        maps.put(LineReader.MAIN, keys);
        maps.put(LineReader.MENU, withIntroducers(maps.get(LineReader.MENU), inMenu));
    }

    /** Moves a map's sequences to {@code known}, and returns the other keys. */
    private KeyMap<Binding> withIntroducers(KeyMap<Binding> all, Map<String, Binding> known) {
        KeyMap<Binding> keys = new KeyMap<>();
        keys.setUnicode(all.getUnicode());
        keys.setNomatch(all.getNomatch());
        all.getBoundKeys().forEach((sequence, binding) -> {
            if (!sequence.startsWith("\u001b[") && !sequence.startsWith("\u001bO")) {
                keys.bind(binding, sequence);
            } else if (!binding.equals(OVERWRITE)) {
                known.put(sequence, binding);
            }
        });
        for (String introducer : new String[] {ESC + "[", ESC + "O"}) {
            keys.bind(new Introducer(introducer, 0), introducer);
            keys.bind(new Introducer(introducer, ALT), ESC + introducer); // as PuTTY and rxvt send Alt with a key
        }
        return keys;
    }

    /** A key binding for the beginning of a sequence. */
    private final class Introducer implements Widget {
        private final String text;
        private final int modifiers;

        Introducer(String text, int modifiers) {
            this.text = text;
            this.modifiers = modifiers;
        }

        /** Reads the rest; returns the meaning of the whole sequence, or null. */
        private Binding read(Map<String, Binding> known) {
            String sequence = text + rest(text.charAt(1) == '[');
            String widget = widget(sequence, modifiers);
            return widget == null ? known.get(sequence) : new Reference(widget);
        }

        @Override
        public boolean apply() {
            switch (read(atPrompt)) {
                case Reference reference -> reader.callWidget(reference.name());
                case Widget widget -> widget.apply();
                case null, default -> {}
            }
            return true;
        }
    }

    /** A key's meaning in a menu, which calls no widgets; null for a sequence without a meaning there. */
    Binding inMenu(Binding key) {
        if (!(key instanceof Introducer introducer)) {
            return key;
        }
        Binding bound = introducer.read(inMenu);
        return bound instanceof Reference reference && MENU_KEYS.contains(reference.name()) ? bound : null;
    }

    /** The rest after {@code ESC [} or {@code ESC O}, including the final character. */
    private String rest(boolean control) {
        StringBuilder rest = new StringBuilder();
        while (rest.length() < LONGEST && peek.applyAsInt(REST) >= 0) {
            char c = (char) (int) next.get();
            rest.append(c);
            boolean linux = control && rest.length() == 1 && c == '['; // ESC [ [ A is F1
            boolean parameter = c >= '0' && c <= '?' || control && c >= ' ' && c <= '/' && !endsKeyOfRxvt(rest, c);
            if (!linux && !parameter) {
                break;
            }
        }
        return rest.toString();
    }

    /** {@code ESC [ 7 $} is Shift-Home; elsewhere {@code $} comes before the final character. */
    private static boolean endsKeyOfRxvt(CharSequence rest, char c) {
        return c == '$' && rest.length() > 1 && Character.isDigit(rest.charAt(0));
    }

    /** The widget for a key, as most terminals encode it, or null. */
    static String widget(String sequence, int alt) {
        int end = sequence.length() - 1;
        char last = sequence.charAt(end);
        int[] parameters = parameters(sequence, end);
        if (parameters[0] < 0) {
            return null;
        }
        boolean word = ((modifiers(parameters, sequence, last) | alt) & (ALT | CTRL)) != 0;
        return switch (key(parameters[0], last)) {
            case 'A' -> LineReader.UP_LINE_OR_HISTORY;
            case 'B' -> LineReader.DOWN_LINE_OR_HISTORY;
            case 'C' -> word ? LineReader.FORWARD_WORD : LineReader.FORWARD_CHAR;
            case 'D' -> word ? LineReader.BACKWARD_WORD : LineReader.BACKWARD_CHAR;
            case 'H' -> LineReader.BEGINNING_OF_LINE;
            case 'F' -> LineReader.END_OF_LINE;
            case 'X' -> word ? LineReader.KILL_WORD : LineReader.DELETE_CHAR;
            default -> null;
        };
    }

    /** Arrows, Home and End by their final letter, the delete key as X. */
    private static char key(int number, char last) {
        return switch (last) {
            case 'A', 'B', 'C', 'D', 'H', 'F' -> last;
            case 'a', 'b', 'c', 'd' -> Character.toUpperCase(last);
            case '~', '$', '^', '@' ->
                switch (number) {
                    case 1, 7 -> 'H';
                    case 4, 8 -> 'F';
                    case 3 -> 'X';
                    default -> ' ';
                };
            default -> ' ';
        };
    }

    /** The first number and the last; 0 for a missing number, −1 if this is no such key. */
    private static int[] parameters(String sequence, int end) {
        int[] found = {0, 0};
        boolean second = false;
        for (int i = 2; i < end; i++) {
            char c = sequence.charAt(i);
            if (c == ';') {
                second = true;
                found[1] = 0;
            } else if (c >= '0' && c <= '9') {
                found[second ? 1 : 0] = found[second ? 1 : 0] * 10 % 1000 + c - '0';
            } else {
                return new int[] {-1, 0};
            }
        }
        return found;
    }

    private static int modifiers(int[] parameters, String sequence, char last) {
        boolean control = sequence.charAt(1) == '[';
        return switch (last) {
            case '^', '@' -> CTRL;
            case 'a', 'b', 'c', 'd' -> control ? 0 : CTRL;
            case 'A', 'B', 'C', 'D' -> Math.max(0, Math.max(parameters[1], parameters[0]) - 1);
            default -> Math.max(0, parameters[1] - 1);
        };
    }
}
