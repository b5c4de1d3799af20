package org.nnlang.text;

import java.util.List;

/** What is wrong, as data; {@link Wording} puts it into words. A {@code near} is what was probably meant, or null. */
public sealed interface Problem {
    /** Whether it is an {@code expect} that did not hold: the script goes on. */
    default boolean isUnmet() {
        return this instanceof ExpectedValue || this instanceof ExpectedElements || this instanceof ExpectedCondition;
    }

    /** In how the script is written. */
    sealed interface InText extends Problem {}

    /** In the names it uses. */
    sealed interface InNames extends Problem {}

    /** In the kinds and shapes of its values. */
    sealed interface InShapes extends Problem {}

    /** Something is missing, or doesn't go together. */
    sealed interface InSetup extends Problem {}

    /** In the values, while it runs. */
    sealed interface InRun extends Problem {}

    /** In a file that it reads or writes. */
    sealed interface InFiles extends Problem {}

    /** In a document with scripts in it. */
    sealed interface InDocuments extends Problem {}

    /** In the machine, or in nn itself. */
    sealed interface InMachine extends Problem {}

    // the text

    record UnknownCharacter(String character) implements InText {}

    record UnclosedText() implements InText {}

    record BadEscape(String escape) implements InText {}

    record BadNumber(String text) implements InText {}

    record Unclosed(String bracket, String closing) implements InText {}

    record Expected(String what, String found) implements InText {}

    record EmptyBrackets() implements InText {}

    /** One of a few words is needed. */
    record ExpectedWord(List<String> words, String found, String near) implements InText {}

    /** A closing bracket that closes nothing. */
    record Unopened(String bracket) implements InText {}

    /** A bracket behind something that can't have it. */
    record StrayBracket(String bracket) implements InText {}

    /** A brace in a {@code print} that has no partner. */
    record BraceInText(String brace) implements InText {}

    /** A statement goes on where it should have ended. */
    record NotTheEnd(String found, String near) implements InText {}

    /** A word that only stands within a statement begins one. */
    record MisplacedWord(String word) implements InText {}

    /** A word of the language where a value should stand. */
    record WordForValue(String word) implements InText {}

    /** Something that {@code =} can't set, and that is no name. */
    record CantBeSet(String what) implements InText {}

    /** A new activation or loss without its arguments: {@code form} is how it is written. */
    record DefinitionForm(String what, String form) implements InText {}

    /** A definition that does not say of what: {@code f(z) = …}. */
    record FunctionForm(String name) implements InText {}

    /** An {@code if} in an expression that is no {@code if(condition, a, b)}. */
    record ChoiceForm() implements InText {}

    /** {@code ~} beside a condition: it joins values. */
    record AboutCondition() implements InText {}

    /** Clauses in the wrong order. */
    record ClauseOrder(String first, String second) implements InText {}

    record TooDeep(int limit) implements InText {}

    record ComparisonChain() implements InText {}

    record AssignmentInExpression() implements InText {}

    record AboutOutsideExpect() implements InText {}

    record UnknownStatement(String word, String near) implements InText {}

    record ReservedName(String name) implements InText {}

    /** Part of the language, but not of this version. */
    record NotYet(String what) implements InText {}

    record TooManyErrors(int count) implements InText {}

    // names

    /** {@code instead} is what to write, or empty. */
    record UnknownName(String name, String near, String instead) implements InNames {}

    /** No such activation, loss, optimizer, function…: {@code what} says which, {@code all} what there is. */
    record UnknownEntry(String what, String name, String near, List<String> all) implements InNames {}

    record NameTaken(String name, String meaning) implements InNames {}

    /** An activation or a loss whose definition comes only later: {@code place} is "in line 9". */
    record UsedBeforeDefinition(String name, String place) implements InNames {}

    /** A definition that uses what it defines. */
    record RecursiveDefinition(String name) implements InNames {}

    /** A name in a formula of these variables. */
    record UnknownInFormula(String name, String near, List<String> variables) implements InNames {}

    /** A quantity of the network in a formula of these variables. */
    record QuantityInFormula(String text, List<String> variables) implements InNames {}

    /** An element of a vector or a matrix in a formula. */
    record ElementInFormula(String text) implements InNames {}

    /** What is worked out from a whole layer, in a formula. */
    record OfALayer(String name, boolean activation) implements InNames {}

    /**
     * An activation, a loss or a function where its value is needed.
     *
     * @param example what it can be called with: {@code 0.5}; empty where it can't be called
     */
    record MethodForValue(String name, String kind, String example) implements InNames {}

    /** A call of an activation or a loss that is no function. */
    record NotAFunction(String name, String kind) implements InNames {}

    /** A call of a value; {@code hides}: its name is one of a function too. */
    record ValueCalled(String name, String meaning, boolean hides) implements InNames {}

    /** A loss where an activation is needed, and the like. */
    record OtherKind(String name, String kind, String needed) implements InNames {}

    /** Both variables of a loss have one name. */
    record VariableTwice(String name) implements InNames {}

    record NotALayer(String name, List<String> layers) implements InNames {}

    record NoSuchNeuron(String layer, int size, String index) implements InNames {}

    record BracketsOnly(String name, String bracketForm) implements InNames {}

    record NoSuchParameter(String name, String kind, int count) implements InNames {}

    record NoWeightBetween(String from, String to) implements InNames {}

    record NoBias(String neuron, String layer) implements InNames {}

    record InputHasNone(String name, String what) implements InNames {}

    // kinds and shapes

    /** Something of another kind is needed: {@code needed} and {@code found} are worded as "a number", "a vector". */
    record WrongKind(String needed, String found) implements InShapes {}

    record WrongArgumentCount(String name, String form, int found) implements InShapes {}

    record UnknownArgument(String of, String name, String near, List<String> all) implements InShapes {}

    record ArgumentTwice(String of, String name) implements InShapes {}

    /** Two options of a file's format name one sign. */
    record SameSign(String one, String other, String sign) implements InShapes {}

    /** An option of {@code csv} that is of the data, in rows to predict. */
    record NotWhenPredicting(String option) implements InShapes {}

    record PositionAfterName(String of) implements InShapes {}

    record TooManyArguments(String of, int most) implements InShapes {}

    /** Arguments of an activation or a loss of one's own. */
    record OwnArguments(String name) implements InShapes {}

    /** A formula that does not depend on its variable: {@code what} says what it is then. */
    record FormulaWithoutVariable(String name, String variable, boolean loss) implements InShapes {}

    record FormulaTooLarge(int most) implements InShapes {}

    record MissingArgument(String of, String name) implements InShapes {}

    record BadArgument(String of, String name, String range, String found) implements InShapes {}

    record NotAQuantity(String verb) implements InShapes {}

    /** {@code explain} of an activation or a loss. */
    record FormulaExplained(String name) implements InShapes {}

    /** On the left of a {@code =}; {@code code} is what to write instead, if that is known. */
    record NotSettable(String text, Meant meant, String code) implements InShapes {
        /** What may be meant. */
        public enum Meant {
            /** A name that stands for nothing yet. */
            NAME,
            /** A setting, misspelt. */
            SETTING,
            /** A value that has been named. */
            VALUE,
            /** The inputs. */
            INPUT,
            /** The inputs of several samples. */
            SAMPLES,
            /** The targets. */
            TARGET,
            /** Something that is computed. */
            COMPUTED,
            /** Another word of the language. */
            WORD
        }
    }

    record NotAScalar(String verb, String quantity, String example) implements InShapes {}

    /** A quantity that no slip can get wrong: it is {@code given}, or counted. */
    record NoSlips(String quantity, boolean given) implements InShapes {}

    record BadPartial(boolean upper) implements InShapes {}

    /** {@code source}: what each number of a row belongs to, "neuron of h". */
    record WeightsShape(String layer, int rows, String source, int columns, int foundRows, int foundColumns)
            implements InShapes {}

    record BiasShape(String layer, int size, int found) implements InShapes {}

    /** {@code what} needs so many numbers, one for each neuron of a layer. */
    record VectorSize(String what, int size, String layer, int found) implements InShapes {}

    record DataRowSize(String what, int size, String layer, int found) implements InShapes {}

    record RaggedRows(int row, int expected, int found) implements InShapes {}

    record ShapeMismatch(String operator, String left, String right) implements InShapes {}

    /** The two values that an {@code if} chooses from. */
    record BranchesDiffer(String then, String otherwise) implements InShapes {}

    record NoSuchElement(String name, String size, String index) implements InShapes {}

    // what is missing, and what doesn't go together

    record NoNetwork(boolean input) implements InSetup {}

    record NoInput(String need) implements InSetup {}

    record NoTarget(String need) implements InSetup {}

    /** {@code need} is about the columns of a data file, and the samples come from none. */
    record NoFile(String need) implements InSetup {}

    record NoSamples(String need) implements InSetup {}

    record NoTestSamples() implements InSetup {}

    record NoSuchRow(String row, int count) implements InSetup {}

    record LossPartner(String loss, String partner, String layer, String activation) implements InSetup {}

    record StepDerivative(String layer, String activation, String what) implements InSetup {}

    /** {@code need} goes by sequential order, which a setting can't: {@code batch = 4}, {@code optimizer adam}. */
    record NotInSequence(String need, String setting) implements InSetup {}

    record DeclarationInBlock(String what) implements InSetup {}

    record NewInside(boolean block) implements InSetup {}

    record DefinitionInBlock(String what) implements InSetup {}

    record SizeNotConstant() implements InSetup {}

    record BadSize(String found) implements InSetup {}

    record TooManyParameters(String count, long most) implements InSetup {}

    record InputTwice(String name) implements InSetup {}

    record TrainedAlready(String what) implements InSetup {}

    /** A loss that a script defines, and no {@code loss NAME} chooses. */
    record UnusedLoss(String name) implements InSetup {}

    record SharedWithoutNumber() implements InSetup {}

    // values, while running

    /** A number out of range: {@code what} "a learning rate", {@code range} "a number from 0 on". */
    record BadValue(String what, String range, String found) implements InRun {}

    record DivisionByZero() implements InRun {}

    /** A number as it is written that no double holds. */
    record NumberTooLarge() implements InRun {}

    /** A number that a double can't hold; {@code single}: that float32 can't. */
    record Overflow(String what, boolean single) implements InRun {}

    record OutOfDomain(String function, String domain, String found) implements InRun {}

    /**
     * A formula of one's own without a value.
     *
     * @param operation the operation that has none, as {@code ln} or "a division"
     * @param own the activation or the loss
     * @param where the neuron, or empty
     * @param given what the formula was of: "net(h1) = −2"
     * @param step the update that came to it, or −1
     */
    record OutsideDomain(
            String operation, String argument, String own, String where, String given, boolean derivative, long step)
            implements InRun {
        /** The same, come to by an update. */
        public OutsideDomain at(long update) {
            return new OutsideDomain(operation, argument, own, where, given, derivative, update);
        }
    }

    record StepNotReached(String step, long now) implements InRun {}

    record NothingToUndo(String count, int undoable) implements InRun {}

    record ExpectedValue(String name, String actual, String expected, String off, String tolerance) implements InRun {}

    record ExpectedElements(String name, List<String> wrong, int count) implements InRun {}

    record ExpectedCondition(String values) implements InRun {}

    /**
     * Training left the finite numbers; {@code largest} is the largest weight of the last finite step, {@code decay} what
     * the weight decay did if it is the cause, else null.
     */
    record Diverged(long step, String parameter, String largest, String learningRate, Overshoot decay)
            implements InRun {}

    /**
     * Weight decay that makes parameters grow: η · λ is above its limit.
     *
     * @param factor what decay alone multiplies a parameter by at each update; empty if momentum takes part
     */
    record Overshoot(String optimizer, String rate, String decay, String product, String factor, String limit) {}

    record NoEnd(long epochs, boolean condition) implements InRun {}

    /** The gradients that were checked are not those that are rounded or in sequential order. */
    record TrueGradients(boolean rounds, boolean sequential) implements InRun {}

    record Interrupted(long step, boolean training) implements InRun {}

    // files

    record MissingFile(String path, String near) implements InFiles {}

    record UnreadableFile(String path, String why) implements InFiles {}

    record UnwritableFile(String path, String why) implements InFiles {}

    record NotText(String path, int line) implements InFiles {}

    record NotAScript(String path) implements InFiles {}

    /** A session would be written over a file that nobody said is to go. */
    record FileExists(String path) implements InFiles {}

    /** Outputs would replace the rows that they are made of. */
    record WritesWhatItReads(String path) implements InFiles {}

    record CantEdit(String why) implements InFiles {}

    record NothingLoaded() implements InFiles {}

    record IncludesItself(List<String> chain) implements InFiles {}

    record IncludesTooDeep(int limit) implements InFiles {}

    /** Something is wrong in a data file: told where in it, and what to do. */
    record InData(String path, String what, String help) implements InFiles {}

    /** More rows and columns than memory holds, all in bytes; {@code size} is the file's, or −1. */
    record DataTooLarge(String path, long size, long rows, int columns, long needed, long memory) implements InFiles {}

    // documents

    record UnknownBlockWord(String word, String near) implements InDocuments {}

    record BadBlockWord(String word, String why) implements InDocuments {}

    record UnclosedFence() implements InDocuments {}

    /** A block {@code output} that no script comes before. */
    record StrayOutput() implements InDocuments {}

    record OutputDiffers() implements InDocuments {}

    /** A block is not what stands in the file that it repeats; {@code lines} are how many the file has, or −1. */
    record BlockDiffers(String file, int lines) implements InDocuments {}

    record ValueDiffers(String shown, String value) implements InDocuments {}

    record UnclosedValue() implements InDocuments {}

    record NotOneValue() implements InDocuments {}

    /** A block that is said to fail does not. */
    record BlockRuns() implements InDocuments {}

    record DocumentTimedOut(String seconds) implements InDocuments {}

    record PrintsTooMuch() implements InDocuments {}

    /** Markdown beyond what is parsed: its tables have too many cells, or what is nested in it is too deep. */
    record TooIntricate(String path) implements InDocuments {}

    /** A file in a folder is left alone, though its name is a document's. */
    record SkippedDocument(String path, String why) implements InDocuments {}

    // the machine

    record OutOfMemory(String what) implements InMachine {}

    record Internal(String what) implements InMachine {}
}
