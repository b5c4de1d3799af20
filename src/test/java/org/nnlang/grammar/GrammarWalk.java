package org.nnlang.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.AtomTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.SetTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.nnlang.syntax.NnParser;

/** Makes statements by walking the grammar at random: whatever it allows comes up. */
public final class GrammarWalk {
    /** The words that stand for a token in a place. */
    public interface Words {
        /**
         * The text of a name, a number, a text or a parameter.
         *
         * @param rules the rules that the place is in, the innermost first
         * @param before the statement so far
         */
        String of(int token, List<String> rules, String before);
    }

    private static final ATN ATN_OF_NN = Grammar.PARSER;
    /** From this depth on every rule takes its shortest way. */
    private static final int DEEP = 34;

    private static final int[] LEAST = least();

    private final SplittableRandom random;
    private final Words words;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> rules = new ArrayDeque<>();

    /** A walk that draws from a source of random numbers. */
    public GrammarWalk(SplittableRandom random, Words words) {
        this.random = random;
        this.words = words;
    }

    /** One statement. */
    public String statement() {
        text.setLength(0);
        rules.clear();
        rule(NnParser.RULE_statement);
        return text.toString();
    }

    private void rule(int index) {
        rules.push(NnParser.ruleNames[index]);
        ATNState state = ATN_OF_NN.ruleToStartState[index];
        while (!(state instanceof RuleStopState)) {
            Transition transition = next(state);
            switch (transition) {
                case RuleTransition call -> {
                    rule(call.ruleIndex);
                    state = call.followState;
                    continue;
                }
                case AtomTransition atom -> write(atom.label);
                case SetTransition set -> write(set.set.get(random.nextInt(set.set.size())));
                default -> {}
            }
            state = transition.target;
        }
        rules.pop();
    }

    private Transition next(ATNState state) {
        if (state.getNumberOfTransitions() == 1) {
            return state.transition(0);
        }
        List<Transition> ways = new ArrayList<>(Arrays.asList(state.getTransitions()));
        if (rules.size() > DEEP || random.nextInt(3) > 0 && rules.size() > 8) {
            int shortest = ways.stream().mapToInt(GrammarWalk::least).min().orElseThrow();
            ways.removeIf(way -> least(way) > shortest);
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private void write(int token) {
        String literal = NnParser.VOCABULARY.getLiteralName(token);
        String written = switch (token) {
            case NnParser.NEWLINE -> "\n";
            case NnParser.BOM, Token.EOF -> "";
            case NnParser.NAME, NnParser.NUMBER, NnParser.STRING, NnParser.PARAMETER, NnParser.RESERVED ->
                words.of(token, List.copyOf(rules), text.toString());
            case NnParser.NUMBERS -> rules.peek().equals("samples") ? "[ 1 , 0.5 -> 1 ]" : "[ 0.5 , 1 ; 2 , 3 ]";
            case NnParser.LAST -> "; ]";
            case NnParser.ELSE_IF -> "else if";
            case NnParser.OTHERWISE -> "else {";
            default -> literal.substring(1, literal.length() - 1);
        };
        text.append(text.isEmpty() || written.equals("\n") ? "" : " ").append(written);
    }

    private static int least(Transition way) {
        int own = way instanceof AtomTransition || way instanceof SetTransition ? 1 : 0;
        return way instanceof RuleTransition call
                ? LEAST[call.target.stateNumber] + LEAST[call.followState.stateNumber]
                : own + LEAST[way.target.stateNumber];
    }

    /** The fewest tokens from each state to the end of its rule. */
    private static int[] least() {
        int far = 1_000_000;
        int[] least = new int[ATN_OF_NN.states.size()];
        Arrays.fill(least, far);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (ATNState state : ATN_OF_NN.states) {
                int best = state instanceof RuleStopState ? 0 : far;
                for (Transition way : state instanceof RuleStopState ? new Transition[0] : state.getTransitions()) {
                    int own = way instanceof AtomTransition || way instanceof SetTransition ? 1 : 0;
                    int rest = way instanceof RuleTransition call
                            ? least[call.target.stateNumber] + least[call.followState.stateNumber]
                            : least[way.target.stateNumber];
                    best = Math.min(best, Math.min(far, own + rest));
                }
                if (best < least[state.stateNumber]) {
                    least[state.stateNumber] = best;
                    changed = true;
                }
            }
        }
        return least;
    }
}
