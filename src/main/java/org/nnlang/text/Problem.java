package org.nnlang.text;

import java.util.List;

/** What is wrong, as data; {@link Wording} words it. {@code near} is what the user probably meant, or null. */
public sealed interface Problem {
    /** Whether it is a failed {@code expect}, after which the script continues. */
    default boolean isUnmet() {
        return this instanceof ExpectedValue || this instanceof ExpectedElements || this instanceof ExpectedCondition;
    }

    /** A problem in the syntax of a script. */
    sealed interface InText extends Problem {}

    /** A problem in the names that a script uses. */
    sealed interface InNames extends Problem {}

    /** A problem in the types and shapes of values. */
    sealed interface InShapes extends Problem {}

    /** Something is missing, or does not fit together. */
    sealed interface InSetup extends Problem {}

    /** A problem in the values, while a script runs. */
    sealed interface InRun extends Problem {}

    /** A problem in a file that a script reads or writes. */
    sealed interface InFiles extends Problem {}

    /** A problem in a document with scripts. */
    sealed interface InDocuments extends Problem {}

    /** A problem in the machine, or in nn itself. */
    sealed interface InMachine extends Problem {}

    // the text

    record UnknownCharacter(String character) implements InText {}

    record UnclosedText() implements InText {}

    record BadEscape(String escape) implements InText {}

    record BadNumber(String text) implements InText {}

    record Unclosed(String bracket, String closing) implements InText {}

    record Expected(String what, String found) implements InText {}

    record EmptyBrackets() implements InText {}

    /** One of a few words is missing. */
    record ExpectedWord(List<String> words, String found, String near) implements InText {}

    /** A closing bracket that closes nothing. */
    record Unopened(String bracket) implements InText {}

    /** A bracket after something that can't have it. */
    record StrayBracket(String bracket) implements InText {}

    /** A brace without a partner in a {@code print}. */
    record BraceInText(String brace) implements InText {}

    /** A statement continues after its end. */
    record NotTheEnd(String found, String near) implements InText {}

    /** A statement begins with a word that belongs inside one. */
    record MisplacedWord(String word) implements InText {}

    /** A word of the language instead of a value. */
    record WordForValue(String word) implements InText {}

    /** Something other than a name that {@code =} can't set. */
    record CantBeSet(String what) implements InText {}

    /** A new activation or loss without its arguments; {@code form} is its syntax. */
    record DefinitionForm(String what, String form) implements InText {}

    /** A definition without {@code activation} or {@code loss}: {@code f(z) = …}. */
    record FunctionForm(String name) implements InText {}

    /** An {@code if} in an expression that isn't {@code if(condition, a, b)}. */
    record ChoiceForm() implements InText {}

    /** {@code ~} next to a condition; it compares values. */
    record AboutCondition() implements InText {}

    /** Clauses in the wrong order. */
    record ClauseOrder(String first, String second) implements InText {}

    record TooDeep(int limit) implements InText {}

    record ComparisonChain() implements InText {}

    record AssignmentInExpression() implements InText {}

    record AboutOutsideExpect() implements InText {}

    record UnknownStatement(String word, String near) implements InText {}

    record ReservedName(String name) implements InText {}

    /** Something that this version does not have yet. */
    record NotYet(String what) implements InText {}

    record TooManyErrors(int count) implements InText {}

    // names

    /** An unknown name; {@code instead} is what to write, or empty. */
    record UnknownName(String name, String near, String instead) implements InNames {}

    /** An unknown activation, loss, optimizer, function…, as {@code what} says; {@code all} lists the known ones. */
    record UnknownEntry(String what, String name, String near, List<String> all) implements InNames {}

    record NameTaken(String name, String meaning) implements InNames {}

    /** An activation or a loss used before its definition; {@code place} is "in line 9". */
    record UsedBeforeDefinition(String name, String place) implements InNames {}

    /** A definition that uses itself. */
    record RecursiveDefinition(String name) implements InNames {}

    /** An unknown name in a formula of these variables. */
    record UnknownInFormula(String name, String near, List<String> variables) implements InNames {}

    /** A quantity of the network in a formula of these variables. */
    record QuantityInFormula(String text, List<String> variables) implements InNames {}

    /** An element of a vector or a matrix in a formula. */
    record ElementInFormula(String text) implements InNames {}

    /** A function of a whole layer in a formula. */
    record OfALayer(String name, String of) implements InNames {}

    /**
     * An activation, a loss or a function where its value is needed.
     *
     * @param example an argument for it, like {@code 0.5}; empty if it can't be called
     */
    record MethodForValue(String name, String kind, String example) implements InNames {}

    /** A call of an activation or a loss that isn't a function. */
    record NotAFunction(String name, String kind) implements InNames {}

    /** A call of a value; {@code hides}: a function has the same name. */
    record ValueCalled(String name, String meaning, boolean hides) implements InNames {}

    /** The wrong kind of thing, such as a loss instead of an activation. */
    record OtherKind(String name, String kind, String needed) implements InNames {}

    /** Both variables of a loss have the same name. */
    record VariableTwice(String name) implements InNames {}

    record NotALayer(String name, List<String> layers) implements InNames {}

    record NoSuchNeuron(String layer, int size, String index) implements InNames {}

    record BracketsOnly(String name, String bracketForm) implements InNames {}

    record NoSuchParameter(String name, String kind, int count) implements InNames {}

    record NoWeightBetween(String from, String to) implements InNames {}

    record NoBias(String neuron, String layer) implements InNames {}

    record InputHasNone(String name, String what) implements InNames {}

    // kinds and shapes

    /** A value of the wrong type; {@code needed} and {@code found} are in words: "a number", "a vector". */
    record WrongKind(String needed, String found) implements InShapes {}

    record WrongArgumentCount(String name, String form, int found) implements InShapes {}

    record UnknownArgument(String of, String name, String near, List<String> all) implements InShapes {}

    /** An argument that is given twice; without a name, the file. */
    record ArgumentTwice(String of, String name) implements InShapes {}

    /** Two options of a file's format have the same symbol. */
    record SameSign(String one, String other, String sign) implements InShapes {}

    /** An option of {@code csv} that can't change for rows to predict. */
    record NotWhenPredicting(String option) implements InShapes {}

    record PositionAfterName(String of) implements InShapes {}

    record TooManyArguments(String of, int most) implements InShapes {}

    /** Arguments for a user-defined activation or loss. */
    record OwnArguments(String name) implements InShapes {}

    /** A formula that does not depend on its variable. */
    record FormulaWithoutVariable(String name, String variable, boolean loss) implements InShapes {}

    record FormulaTooLarge(int most) implements InShapes {}

    record MissingArgument(String of, String name) implements InShapes {}

    record BadArgument(String of, String name, String range, String found) implements InShapes {}

    record NotAQuantity(String verb) implements InShapes {}

    /** {@code explain} of an activation or a loss. */
    record FormulaExplained(String name) implements InShapes {}

    /** Something that {@code =} can't set; {@code code} is what to write instead, if known. */
    record NotSettable(String text, Meant meant, String code) implements InShapes {
        /** What the user probably meant. */
        public enum Meant {
            /** A new name. */
            NAME,
            /** A setting, misspelt. */
            SETTING,
            /** A value that already has a name. */
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

    /** A quantity that no slip can change, since it is {@code given} or counted. */
    record NoSlips(String quantity, boolean given) implements InShapes {}

    record BadPartial(boolean upper) implements InShapes {}

    /** Weights of the wrong shape; {@code source} is what each number in a row belongs to: "neuron of h". */
    record WeightsShape(String layer, int rows, String source, int columns, int foundRows, int foundColumns)
            implements InShapes {}

    record BiasShape(String layer, int size, int found) implements InShapes {}

    /** {@code what} needs {@code size} numbers, one for each neuron of a layer. */
    record VectorSize(String what, int size, String layer, int found) implements InShapes {}

    record DataRowSize(String what, int size, String layer, int found) implements InShapes {}

    record RaggedRows(int row, int expected, int found) implements InShapes {}

    record ShapeMismatch(String operator, String left, String right) implements InShapes {}

    /** The two values of an {@code if} differ in type or shape. */
    record BranchesDiffer(String then, String otherwise) implements InShapes {}

    record NoSuchElement(String name, String size, String index) implements InShapes {}

    // what is missing, and what doesn't go together

    record NoNetwork(boolean input) implements InSetup {}

    record NoInput(String need) implements InSetup {}

    record NoTarget(String need) implements InSetup {}

    /** {@code need} needs a data file, but the samples don't come from a file. */
    record NoFile(String need) implements InSetup {}

    record NoSamples(String need) implements InSetup {}

    record NoTestSamples() implements InSetup {}

    record NoSuchRow(String row, int count) implements InSetup {}

    record LossPartner(String loss, String partner, String layer, String activation) implements InSetup {}

    record StepDerivative(String layer, String activation, String what) implements InSetup {}

    /** {@code need} follows the sequential order, and a setting prevents it: {@code batch = 4}, {@code optimizer adam}. */
    record NotInSequence(String need, String setting) implements InSetup {}

    record DeclarationInBlock(String what) implements InSetup {}

    record NewInside(boolean block) implements InSetup {}

    record DefinitionInBlock(String what) implements InSetup {}

    record SizeNotConstant() implements InSetup {}

    record BadSize(String found) implements InSetup {}

    record TooManyParameters(String count, long most) implements InSetup {}

    record InputTwice(String name) implements InSetup {}

    record TrainedAlready(String what) implements InSetup {}

    /** A loss that a script defines but does not choose. */
    record UnusedLoss(String name) implements InSetup {}

    record SharedWithoutNumber() implements InSetup {}

    // values, while running

    /** A number out of range: {@code what} "a learning rate", {@code range} "at least 0". */
    record BadValue(String what, String range, String found) implements InRun {}

    record DivisionByZero() implements InRun {}

    /** A number in a script that no double can hold. */
    record NumberTooLarge() implements InRun {}

    /** A number that a double can't hold, or with {@code single} a float32. */
    record Overflow(String what, boolean single) implements InRun {}

    record OutOfDomain(String function, String domain, String found) implements InRun {}

    /**
     * A user-defined formula without a value.
     *
     * @param operation the operation without a value, such as {@code ln} or "a division"
     * @param own the activation or the loss
     * @param where the neuron, or empty
     * @param given the argument of the formula: "net(h1) = −2"
     * @param step the update in which it happened, or −1
     */
    record OutsideDomain(
            String operation, String argument, String own, String where, String given, boolean derivative, long step)
            implements InRun {
        /** The same problem, in an update. */
        public OutsideDomain at(long update) {
            return new OutsideDomain(operation, argument, own, where, given, derivative, update);
        }
    }

    record StepNotReached(String step, long now) implements InRun {}

    record NothingToUndo(String count, int undoable) implements InRun {}

    /** Fewer entries at the prompt to take {@code back}, or to repeat, than asked for; whether older ones were dropped. */
    record TooFewEntries(boolean back, int asked, int there, boolean dropped) implements InRun {}

    record ExpectedValue(String name, String actual, String expected, String off, String tolerance) implements InRun {}

    record ExpectedElements(String name, List<String> wrong, int count) implements InRun {}

    record ExpectedCondition(String values) implements InRun {}

    /**
     * Training diverged; {@code largest} is the largest weight of the last finite step, {@code decay} describes the weight
     * decay if it is the cause, else null.
     */
    record Diverged(long step, String parameter, String largest, String learningRate, Overshoot decay)
            implements InRun {}

    /**
     * Weight decay that makes parameters grow, since η · λ is above its limit.
     *
     * @param factor the factor by which decay alone multiplies a parameter in each update; empty with momentum
     */
    record Overshoot(String optimizer, String rate, String decay, String product, String factor, String limit) {}

    record NoEnd(long epochs, boolean condition) implements InRun {}

    /** {@code check gradients} ignores rounding and sequential order. */
    record TrueGradients(boolean rounds, boolean sequential) implements InRun {}

    record Interrupted(long step, boolean training) implements InRun {}

    // files

    record MissingFile(String path, String near) implements InFiles {}

    record UnreadableFile(String path, String why) implements InFiles {}

    record UnwritableFile(String path, String why) implements InFiles {}

    record NotText(String path, int line) implements InFiles {}

    record NotAScript(String path) implements InFiles {}

    /** Saving a session would overwrite a file without permission. */
    record FileExists(String path) implements InFiles {}

    /** Outputs would overwrite the rows that they are computed from. */
    record WritesWhatItReads(String path) implements InFiles {}

    record CantEdit(String why) implements InFiles {}

    record NothingLoaded() implements InFiles {}

    record IncludesItself(List<String> chain) implements InFiles {}

    record IncludesTooDeep(int limit) implements InFiles {}

    /** An error in a data file, with its position and what to do. */
    record InData(String path, String what, String help) implements InFiles {}

    /** More rows and columns than memory can hold, sizes in bytes; {@code size} is the file's, or −1. */
    record DataTooLarge(String path, long size, long rows, int columns, long needed, long memory) implements InFiles {}

    // documents

    record UnknownBlockWord(String word, String near) implements InDocuments {}

    record BadBlockWord(String word, String why) implements InDocuments {}

    record UnclosedFence() implements InDocuments {}

    /** An {@code output} block without a script before it. */
    record StrayOutput() implements InDocuments {}

    record OutputDiffers() implements InDocuments {}

    /** A block differs from the file that it repeats; {@code lines} is the file's number of lines, or −1. */
    record BlockDiffers(String file, int lines) implements InDocuments {}

    record ValueDiffers(String shown, String value) implements InDocuments {}

    record UnclosedValue() implements InDocuments {}

    record NotOneValue() implements InDocuments {}

    /** A block should have failed, but didn't. */
    record BlockRuns() implements InDocuments {}

    record DocumentTimedOut(String seconds) implements InDocuments {}

    record PrintsTooMuch() implements InDocuments {}

    /** Markdown that is too complex to parse: too many table cells, or nested too deep. */
    record TooIntricate(String path) implements InDocuments {}

    /** A file with a document's name that nn skips. */
    record SkippedDocument(String path, String why) implements InDocuments {}

    // the machine

    record OutOfMemory(String what) implements InMachine {}

    record Internal(String what) implements InMachine {}
}
