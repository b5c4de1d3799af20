package org.nnlang.source;

import java.util.List;

/** What is wrong, as data; {@link Wording} puts it into words. A {@code near} is what was probably meant, or null. */
public sealed interface Problem {
    // the text

    record UnknownCharacter(String character) implements Problem {}

    record UnclosedText() implements Problem {}

    record BadEscape(String escape) implements Problem {}

    record BadNumber(String text) implements Problem {}

    record NumberTooLarge() implements Problem {}

    record Unclosed(String bracket, String closing) implements Problem {}

    record Expected(String what, String found) implements Problem {}

    record EmptyBrackets() implements Problem {}

    record TooDeep(int limit) implements Problem {}

    record ComparisonChain() implements Problem {}

    record AssignmentInExpression() implements Problem {}

    record AboutOutsideExpect() implements Problem {}

    record UnknownStatement(String word, String near) implements Problem {}

    record ReservedName(String name) implements Problem {}

    /** Part of the language, but not of this version. */
    record NotYet(String what) implements Problem {}

    record TooManyErrors(int count) implements Problem {}

    // names

    record UnknownName(String name, String near) implements Problem {}

    /** No such activation, loss, optimizer, function…: {@code what} says which, {@code all} what there is. */
    record UnknownEntry(String what, String name, String near, List<String> all) implements Problem {}

    record NameTaken(String name, String meaning) implements Problem {}

    record NotALayer(String name, List<String> layers) implements Problem {}

    record NoSuchNeuron(String layer, int size, String index) implements Problem {}

    record BracketsOnly(String name, String bracketForm) implements Problem {}

    record NoSuchParameter(String name, String kind, int count) implements Problem {}

    record NoWeightBetween(String from, String to) implements Problem {}

    record NoBias(String neuron, String layer) implements Problem {}

    record InputHasNone(String name, String what) implements Problem {}

    // kinds and shapes

    /** Something of another kind is needed: {@code needed} and {@code found} are worded as "a number", "a vector". */
    record WrongKind(String needed, String found) implements Problem {}

    record WrongArgumentCount(String name, String form, int found) implements Problem {}

    record UnknownArgument(String of, String name, String near, List<String> all) implements Problem {}

    record ArgumentTwice(String of, String name) implements Problem {}

    record PositionAfterName(String of) implements Problem {}

    record TooManyArguments(String of, int most) implements Problem {}

    record MissingArgument(String of, String name) implements Problem {}

    record BadArgument(String of, String name, String range, String found) implements Problem {}

    record NotAQuantity(String verb) implements Problem {}

    record NotAScalar(String quantity, String example) implements Problem {}

    record BadPartial(boolean upper) implements Problem {}

    record WeightsShape(String layer, int rows, String source, int columns, int foundRows, int foundColumns)
            implements Problem {}

    record BiasShape(String layer, int size, int found) implements Problem {}

    /** {@code what} needs so many numbers, one for each neuron of a layer. */
    record VectorSize(String what, int size, String layer, int found) implements Problem {}

    record DataRowSize(String what, int size, String layer, int found) implements Problem {}

    record RaggedRows(int row, int expected, int found) implements Problem {}

    record ShapeMismatch(String operator, String left, String right) implements Problem {}

    record NoSuchElement(String name, String size, String index) implements Problem {}

    // what is missing, and what doesn't go together

    record NoNetwork(boolean input) implements Problem {}

    record NoInput(String need) implements Problem {}

    record NoTarget(String need) implements Problem {}

    record NoSamples(String need) implements Problem {}

    record NoTestSamples() implements Problem {}

    record NoSuchRow(String row, int count) implements Problem {}

    record LossPartner(String loss, String partner, String layer, String activation) implements Problem {}

    record StepDerivative(String layer, String what) implements Problem {}

    record DeclarationInBlock(String what) implements Problem {}

    record SizeNotConstant() implements Problem {}

    record BadSize(String found) implements Problem {}

    record TooManyParameters(String count, long most) implements Problem {}

    record InputTwice(String name) implements Problem {}

    record InputAfterLayers() implements Problem {}

    record TrainedAlready(String what) implements Problem {}

    record SharedWithoutNumber() implements Problem {}

    // values, while running

    /** A number out of range: {@code what} "a learning rate", {@code range} "a number from 0 on". */
    record BadValue(String what, String range, String found) implements Problem {}

    record DivisionByZero() implements Problem {}

    record Overflow(String what) implements Problem {}

    record OutOfDomain(String function, String domain, String found) implements Problem {}

    record StepNotReached(String step, long now) implements Problem {}

    record NothingToUndo(String count, int undoable) implements Problem {}

    record ExpectedValue(String name, String actual, String expected, String off, String tolerance)
            implements Problem {}

    record ExpectedElements(String name, List<String> wrong, int count) implements Problem {}

    record ExpectedCondition(String values) implements Problem {}

    /** Training left the finite numbers; {@code largest} is the largest weight of the last finite step. */
    record Diverged(long step, String parameter, String largest, String learningRate) implements Problem {}

    record NoEnd(long epochs) implements Problem {}

    record Interrupted(long step, boolean training) implements Problem {}

    // files

    record MissingFile(String path, String near) implements Problem {}

    record UnreadableFile(String path, String why) implements Problem {}

    record UnwritableFile(String path, String why) implements Problem {}

    record NotText(String path, int line) implements Problem {}

    record NotAScript(String path) implements Problem {}

    record IncludesItself(List<String> chain) implements Problem {}

    record IncludesTooDeep(int limit) implements Problem {}

    /** Something is wrong in a data file: told where in it, and what to do. */
    record InData(String path, String what, String help) implements Problem {}

    // the machine

    record OutOfMemory(String what) implements Problem {}

    record Internal(String what) implements Problem {}
}
