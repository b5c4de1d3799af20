package org.nnlang.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.assist.Completions;
import org.nnlang.assist.HelpText;
import org.nnlang.assist.Place;
import org.nnlang.language.BuiltInNames;
import org.nnlang.language.Event;
import org.nnlang.language.Machine;
import org.nnlang.language.Reference;
import org.nnlang.language.Value;
import org.nnlang.session.Result;
import org.nnlang.session.ScriptException;
import org.nnlang.session.Session;
import org.nnlang.syntax.Keywords;
import org.nnlang.syntax.Syntax;
import org.nnlang.syntax.Syntax.Token;
import org.nnlang.text.Source;
import org.teavm.jso.JSExport;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSPromise;

/**
 * nn's sessions for JavaScript. A session, and a moment of it, is a number that this class gives out.
 *
 * <p>Runs take turns with JavaScript: what else is asked for while a training run pauses sees its state at that moment.
 */
public final class Engine {
    private static final int HELP_WIDTH = 72;

    private static final Map<Integer, Session> SESSIONS = new HashMap<>();
    private static final Map<Integer, Machine.Checkpoint> MOMENTS = new HashMap<>();
    private static final int[] LAST = {0};
    private static final Reference REFERENCE = new Reference(ReferenceText.page(), ReferenceText.examples());

    private Engine() {}

    /** Nothing runs before JavaScript calls. */
    public static void main(String[] args) {}

    /** Opens a session whose scripts read and write these files. */
    @JSExport
    public static int open(PageFiles files) {
        SESSIONS.put(++LAST[0], new Session(new MemoryHost(files)));
        return LAST[0];
    }

    /** Forgets a session. */
    @JSExport
    public static void close(int session) {
        SESSIONS.remove(session);
    }

    /**
     * Runs a script in a session: as a file, which is checked as a whole first, or, with {@code typed}, statement by statement
     * up to the first that fails.
     *
     * @param name the file's name in diagnostics, which other files' paths are relative to
     * @param prefix what ids in the HTML of this run begin with
     * @param forms which forms of a result to make, as in {@code FORMS} of nn.js
     * @return the exit status of the command line: 0, 1, 2, or 130 if it was stopped
     */
    @JSExport
    public static JSPromise<JSNumber> run(
            int session, String name, String text, boolean typed, String prefix, int forms, Client client) {
        return JSPromise.callAsync(() -> {
            Relay relay = new Relay(client, prefix, forms);
            Source source = new Source(name, text);
            Session own = SESSIONS.get(session);
            Result result = typed ? own.runEach(source, relay, relay, relay) : own.load(source, relay, relay, relay);
            return JSNumber.valueOf(result.status());
        });
    }

    /** Runs statements that only show something, even while a run of the session pauses. */
    @JSExport
    public static JSPromise<JSBoolean> look(int session, String text, String prefix, int forms, Client client) {
        return JSPromise.callAsync(() ->
                JSBoolean.valueOf(SESSIONS.get(session).look(new Source("", text), new Relay(client, prefix, forms))));
    }

    /** Finds the errors in a script as the session stands, without running it; returns 0 or 2. */
    @JSExport
    public static int check(int session, String name, String text, Client client) {
        return SESSIONS.get(session)
                .check(new Source(name, text), new Relay(client, "", 0))
                .status();
    }

    /** The numbers of a quantity or an expression, row after row; null if it has no value. */
    @JSExport
    public static double[] values(int session, String expression) {
        try {
            return SESSIONS.get(session).vector(expression);
        } catch (ScriptException none) {
            return null;
        }
    }

    /** A value as a sentence of a document shows it; {@code digits} is 0 for the session's. Null if it isn't one value. */
    @JSExport
    public static String shown(int session, String expression, int digits) {
        List<String> shown = new ArrayList<>();
        Result result = SESSIONS.get(session).run(new Source("", "show " + expression), event -> {
            if (event instanceof Event.Shown one) {
                Value value = one.value();
                shown.add(digits == 0 ? value.text(one.digits()) : value.padded(digits));
            }
        });
        return result == Result.FINE && shown.size() == 1 ? shown.getFirst() : null;
    }

    /** Notes the present moment of a session, to go back to. */
    @JSExport
    public static int mark(int session) {
        MOMENTS.put(++LAST[0], SESSIONS.get(session).checkpoint());
        return LAST[0];
    }

    /** Brings a session back to a moment. */
    @JSExport
    public static void goTo(int session, int moment) {
        SESSIONS.get(session).restore(MOMENTS.get(moment));
    }

    /** Goes back to a step, or to the first one if that is later. */
    @JSExport
    public static void goBack(int session, double step) {
        SESSIONS.get(session).goBack((long) step);
    }

    /** Forgets a moment. */
    @JSExport
    public static void forget(int moment) {
        MOMENTS.remove(moment);
    }

    /** The network and the names that exist now, as JSON: its layers with their neurons. */
    @JSExport
    public static String outline(int session) {
        return Answers.json(SESSIONS.get(session).outline());
    }

    /** The words that fit at an offset, each with its meaning, as JSON; and where the word that they replace begins. */
    @JSExport
    public static String completions(int session, String text, int offset) {
        int from = Place.wordStart(text, offset);
        Place place = Place.at(text, from);
        Completions completions =
                new Completions(REFERENCE, SESSIONS.get(session).outline(), List.of(), text.substring(from, offset));
        return Answers.json(from, place.inText() ? List.of() : completions.at(place));
    }

    /** What to show about the word at an offset, as JSON: its value now, and what help says; null for nothing. */
    @JSExport
    public static String hover(int session, String text, int offset) {
        return new Hover(SESSIONS.get(session), new HelpText(REFERENCE, HELP_WIDTH)).at(text, offset);
    }

    /** What help says about a word, or about the language if it is empty; null for what is no word of the language. */
    @JSExport
    public static String help(String word) {
        return new HelpText(REFERENCE, HELP_WIDTH).of(word);
    }

    /** The tokens of a text: start, end and style of each, one after another. */
    @JSExport
    public static int[] tokens(String text) {
        List<Token> tokens = Syntax.tokens(new Source("", text));
        int[] all = new int[3 * tokens.size()];
        int at = 0;
        for (Token token : tokens) {
            all[at++] = token.start();
            all[at++] = token.end();
            all[at++] = style(token, text);
        }
        return all;
    }

    /** The styles, in the order of {@code STYLES} in nn.js. */
    private static int style(Token token, String text) {
        return switch (token.kind()) {
            case COMMENT -> 1;
            case NUMBER -> 2;
            case TEXT -> 3;
            case WORD -> {
                String word = text.substring(token.start(), token.end());
                yield Keywords.RESERVED.contains(word) ? 4 : BuiltInNames.ALL.contains(word) ? 5 : 0;
            }
            case UNREADABLE -> 6;
            default -> 0;
        };
    }
}
