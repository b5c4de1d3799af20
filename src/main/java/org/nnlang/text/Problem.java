package org.nnlang.text;

import java.util.Arrays;

/**
 * The table of everything that can be wrong, with its words: a title, the label next to the mark, and notes.
 *
 * <p>{@code {name}} in the words is a gap, which {@link #with} fills; {@code {size:neuron}} is filled as "1 neuron" or "2
 * neurons", a list as "a, b and c". A label or a note with a gap that is null or empty is left out. Among the gaps,
 * {@code near} is what the user probably meant.
 */
public enum Problem {
    // the text of a script

    UNKNOWN_CHARACTER("unknown {character}", "{help}"),
    UNCLOSED_TEXT("this string is not closed", "end it with `\"` on the same line"),
    BAD_ESCAPE("unknown escape `{escape}`", "the escapes are \\\" \\\\ \\n \\t \\{ and \\}"),
    BAD_NUMBER("`{text}` is not a number", "{help}"),
    UNCLOSED("this `{bracket}` is never closed", "{closing} is missing"),
    UNOPENED("this `{bracket}` closes nothing", "remove it, or add the missing `{opening}`"),
    STRAY_INDEX("only a name can have elements in `[ ]`", "give this value a name with `let`"),
    STRAY_PARENTHESIS("an operator is missing before this `(`", "write a product with `*`"),
    UNCLOSED_VALUE_IN_TEXT("this `{` is never closed", "`{ }` holds a value; write a brace itself as `\\{`"),
    UNOPENED_VALUE_IN_TEXT("this `}` closes nothing", "`{ }` holds a value; write a brace itself as `\\}`"),
    EMPTY_BRACKETS("empty brackets", "a vector has at least one number"),
    EXPECTED("expected {what} but found {found}", "{help}"),
    EXPECTED_WORD("expected {words} but found {found}", "did you mean `{near}`?"),
    /** A statement continues after its end. */
    NOT_THE_END("expected the end of the statement but found {found}", "{help}"),
    TOO_DEEP("nested more than {limit} deep", "give an inner part a name with `let`"),
    COMPARISON_CHAIN("comparisons can't be chained", "write `a < b and b < c`"),
    ASSIGNMENT_IN_EXPRESSION("`=` can't be here", "`=` sets a value; `==` compares, and `~` means about equal"),
    /** Something other than a name that {@code =} can't set. */
    CANT_BE_SET("`{what}` can't be set with `=`", "{help}"),
    ABOUT_OUTSIDE_EXPECT("`~` can't be here", "it goes with `expect`: `expect w5 ~ 0.3589`"),
    ABOUT_CONDITION("`~` can't be combined with other conditions", "give each its own `expect`"),
    CLAUSE_ORDER("`{first}` comes before `{second}`", "write `train N until … every K { … }`"),
    UNKNOWN_STATEMENT("unknown statement `{word}`", "did you mean `{near}`?"),
    /** A statement begins with a word that belongs inside one. */
    MISPLACED_WORD("no statement begins with `{word}`", "{help}"),
    /** A word of the language instead of a value. */
    WORD_FOR_VALUE("`{word}` is not a value", "{help}"),
    RESERVED_NAME("`{name}` is {meaning}", "choose another name"),
    /** A new activation or loss without its variables. */
    DEFINITION_FORM("this does not define a new {what}", "write `{form}`", "{variables}"),
    /** A definition without {@code activation} or {@code loss}: {@code f(z) = …}. */
    FUNCTION_FORM("unknown name `{name}`", "to define it, write `activation {name}(z) = …` or `loss {name}(t, o) = …`"),
    CHOICE_FORM("`if` in an expression has a condition and two values", "write `if(condition, a, b)`"),
    NOT_YET("`{what}` is not part of this version of nn", "it is planned for a later version"),
    TOO_MANY_ERRORS("more than {count} errors", "nn did not read the rest of the script"),

    // names

    UNKNOWN_NAME("unknown name `{name}`", "{help}"),
    /** An unknown activation, loss, optimizer, function…; {@code all} lists the known ones. */
    UNKNOWN_ENTRY("unknown {what} `{name}`", "did you mean `{near}`?", "there are {all}"),
    NAME_TAKEN("`{name}` is taken", "it is {meaning}"),
    USED_BEFORE_DEFINITION("`{name}` is defined further down, {place}", "move its definition before this line"),
    RECURSIVE_DEFINITION("`{name}` is defined by itself", "a formula can only use what is defined before it"),
    UNKNOWN_IN_FORMULA(
            "unknown name `{name}` in this formula",
            "did you mean `{near}`?",
            "a formula can use {variables}, numbers, pi, `let` numbers and functions"),
    QUANTITY_IN_FORMULA(
            "a formula can't use the quantity `{text}`",
            "",
            "a formula can use {variables}, numbers, pi, `let` numbers and functions"),
    ELEMENT_IN_FORMULA("a formula can't use the element `{text}`", "name it first: `let NAME = {text}`"),
    LAYER_IN_ACTIVATION("`{name}` needs a whole layer", "a formula describes one neuron; softmax itself is built in"),
    LAYER_IN_LOSS("`{name}` needs a whole layer", "a formula describes one output; nn adds up their shares"),
    LAYER_IN_OPTIMIZER("`{name}` needs a whole layer", "the lines of an optimizer describe one parameter"),
    LAYER_IN_SCHEDULE("`{name}` needs a whole layer", "a schedule gives one number for each update"),
    FUNCTION_FOR_VALUE("`{name}` is {kind}, not a value", "give it an argument, like `{name}({example})`"),
    /** An activation or a loss that can't be called, where a value is needed. */
    METHOD_FOR_VALUE("`{name}` is {kind}, not a value", "`show {name}` shows its formula"),
    OTHER_KIND("`{name}` is {kind}, not {needed}"),
    NOT_A_FUNCTION("`{name}` is {kind}, not a function", "`show {name}` shows its formula"),
    VALUE_CALLED("`{name}` is {meaning}, not a function", "write an element with `[ ]`, a product with `*`"),
    VALUE_HIDES_FUNCTION(
            "`{name}` is {meaning}, not a function", "it hides the function `{name}`; give it another name"),
    VARIABLE_TWICE(
            "`{name}` can't be both the target and the output",
            "the first is the target, the second the output: `(t, o)`"),
    NO_LAYERS("`{name}` is not a layer", "", "no layer is declared yet"),
    NOT_A_LAYER("`{name}` is not a layer", "did you mean `{near}`?", "the layers are {layers}"),
    NO_SUCH_NEURON("there is no neuron {index} in {layer}", "{layer} has {size:neuron}, counted from 1"),
    BRACKETS_ONLY("unknown name `{name}`", "write `{form}`"),
    NO_SUCH_PARAMETER("there is no `{name}`", "the network has {parameters}"),
    NO_WEIGHT_BETWEEN(
            "there is no weight from {from} to {to}",
            "a weight leads from a neuron to one of the next layer: w(from, to)"),
    NO_BIAS("{neuron} has no bias", "its layer has `bias {layer} = none`"),
    INPUT_HAS_NONE("{name} has no {what}", "it is an input, and inputs are given"),

    // types and shapes of values

    WRONG_KIND("expected {needed} but this is {found}"),
    WRONG_ARGUMENT_COUNT("`{name}` can't have {found:argument}", "the form is {form}"),
    UNKNOWN_ARGUMENT("{of} has no argument `{name}`", "did you mean `{near}`?", "it has {all}"),
    FILE_TWICE("csv has one file", "name an option, like `test: 20%`"),
    ARGUMENT_TWICE("`{name}` of {of} is given twice"),
    SAME_SIGN("`{one}` and `{other}` are both `{sign}`", "give each a symbol of its own"),
    NOT_WHEN_PREDICTING(
            "`{option}` can't change for rows to predict", "leave it out: nn reads new rows as it read the data"),
    POSITION_AFTER_NAME("an argument without a name after one with a name", "name the arguments of {of}"),
    TOO_MANY_ARGUMENTS("{of} takes {arguments}", "", "by name, it also has {variants}"),
    VARIANT_WITHOUT_VALUE("`{name}` of {of} has no value", "write `{name}: on`"),
    TWO_VARIANTS("`{one}` and `{other}` exclude each other", "each makes another rule of {of}; leave one out"),
    /** Arguments for a user-defined activation or loss. */
    OWN_ARGUMENTS(
            "{name} takes no arguments", "its formula is complete; for a number that varies, use a `let` before it"),
    ACTIVATION_WITHOUT_NET(
            "the formula of `{name}` does not depend on {variable}", "an activation depends on the net, its variable"),
    LOSS_WITHOUT_OUTPUT(
            "the formula of `{name}` does not depend on {variable}",
            "a loss depends on the output, its second variable"),
    OPTIMIZER_LINE("this is not a line of an optimizer", "write a name, `=` and its formula"),
    OPTIMIZER_GIVEN("`{name}` is given to the optimizer", "assign the line to another name"),
    OPTIMIZER_WITHOUT_RESULT("no line of `{name}` assigns p", "add the line that gives the new parameter"),
    FORMULA_TOO_LARGE("this formula has more than {most} symbols and operators", "shorten it"),
    MISSING_ARGUMENT("{of} needs its argument `{name}`"),
    BAD_ARGUMENT("`{name}` of {of} can't be {found}", "it must be {range}"),
    NOT_A_QUANTITY("`{verb}` needs a quantity of the network", "like out(h1), error or grad(w5)"),
    /** {@code explain} of an activation or a loss. */
    FORMULA_EXPLAINED("`explain` needs a quantity of the network", "`show {name}` shows this formula"),
    NOT_SETTABLE("`{name}` can't be set with `=`", "{help}"),
    /** Another statement sets what this name means. */
    SET_OTHERWISE("`{name}` can't be set with `=`", "{help}"),
    NOT_A_SCALAR("`{quantity}` is more than one number", "{verb} one of them, like `{example}`"),
    /** A quantity that no slip can change, since it is given or counted. */
    NO_SLIPS(
            "`{quantity}` is {how}, not computed",
            "`why` takes a weight, a bias, net, out, error, delta, grad, d(A, B) or loss"),
    ANSWERED_TWICE("`{name}` has two numbers", "ask about one of them"),
    ASKED_AND_GIVEN("`{name}` is asked about and given", "a given number is taken as it is: leave out one of the two"),
    TOO_MANY_ANSWERS("`why` takes at most {most:number} at once", "this has {found}"),
    NO_DERIVATIVE_OF("only error, loss, out and net have derivatives", "like d(error, w5) or d(out(h1), net(h1))"),
    NO_DERIVATIVE_BY(
            "a derivative is with respect to out, net, a weight, a bias or an input",
            "like d(error, w5) or d(net(y1), x1)"),
    CLAUSE_TWICE("`{clause}` is given twice", "leave out one of the two"),
    NO_SUCH_CLAUSE("`{picture}` has no `{clause}`", "", "it can have {all}"),
    /** {@code plot loss @ 5}. */
    PICTURE_WITHOUT_STEP("`{picture}` has no `@`", "{help}"),
    NO_UPDATE_BEFORE("no update comes before step {step}", "`draw update` alone shows the next one"),
    PLOTTED_APART("`{one}` and `{other}` can't be in one picture", "plot each in a statement of its own"),
    NOT_ANIMATED("`{picture}` can't be animated", "it is one picture for all steps: leave out `animate`"),
    /** {@code animate draw to "net.png"}. */
    NOT_AN_ANIMATION("{path} can't hold an animation", "give the file a name that ends in .svg"),
    /** {@code plot softmax}, {@code plot adam}. */
    NO_CURVE("`{name}` has no curve: it is {kind}", "{help}"),
    /** What stands after {@code over}. */
    BAD_AXES("`over` takes a parameter or an input, or two of them", "{help}"),
    WRONG_RANGES("this `from` doesn't fit the axes", "{help}"),
    EMPTY_RANGE("this range is empty", "its first number must be below its second"),
    HUGE_RANGE("this range is too large", "write a smaller one, like `from -1000 to 1000`"),
    NOTHING_ABOVE_ZERO("no value here is above 0", "leave out `log`: a logarithmic axis has only positive numbers"),
    ONE_INPUT("a boundary needs two inputs", "this network has only {input}; `plot data` shows its samples"),
    ONLY_INPUT("this network has only the input {input}", "leave out `over`"),
    WHICH_INPUTS("`{picture}` shows two inputs, and this network has {count}", "say which: `{picture} over {example}`"),
    TWO_INPUTS("`{picture}` shows two inputs, not {count}", "like `over {example}`"),
    INPUT_ON_BOTH_AXES("{input} can't be both axes", "name two inputs, like `over {example}`"),
    NO_CLASSES("{need} needs classes", "{help}"),
    NO_BIASES("this network has no biases"),
    PICTURE_SIZE("{asked} doesn't fit {what}", "{sizes} would"),
    /** Weights of the wrong shape; {@code source} is what each number in a row belongs to: "neuron of h". */
    WEIGHTS_SHAPE("weights {layer} needs {rows:row}, one for each neuron of {layer}, of {columns:number}, one for each "
            + "{source}; this has {foundRows:row} of {foundColumns}"),
    BIAS_SHAPE("bias {layer} needs a number, or {size:number}, one for each neuron of {layer}; this has {found}"),
    VECTOR_SIZE("{what} needs {size:number}, one for each neuron of {layer}; this has {found}"),
    DATA_ROW_SIZE("a row of data needs {numbers}, one for each neuron of {layer}; this has {found}"),
    RAGGED_ROWS("the rows differ in length: row 1 has {expected:number}, row {row} has {found}"),
    SHAPE_MISMATCH("`{operator}` can't {combine} {left} and {right}"),
    /** The two values of an {@code if} differ in type or shape. */
    BRANCHES_DIFFER("`if` can't give {then} or {otherwise}", "both must have the same type and size"),
    NO_SUCH_ELEMENT("there is no element {index} in {name}", "{name} is {shape}; elements are counted from 1"),

    // what is missing, and what doesn't go together

    NO_NETWORK(
            "there is no network yet",
            "declare its input, like `input x[2]`, and its layers, like `layer y[2] sigmoid`"),
    NO_LAYER_YET("there is no network yet", "declare its layers, like `layer y[2] sigmoid`"),
    NO_INPUT("{need} needs a sample", "give one with `input = […]`, or several with `data = […]`"),
    NO_TARGET("{need} needs a target", "give it with `target = […]`"),
    NO_FILE("{need} needs data from a file", "read it with `data = csv(\"FILE\", target: COLUMN)`"),
    NO_SAMPLES(
            "{need} needs data", "give one sample with `input = […]` and `target = […]`, or several with `data = […]`"),
    NO_TEST_SAMPLES("there are no test samples", "hold out some rows: `data = csv(…, test: 20%)`"),
    NO_SUCH_ROW("there is no sample {row}", "the data has {count:sample}, counted from 1"),
    LOSS_PARTNER("{loss} needs a {partner} output", "the output layer {layer} is {activation}"),
    STEP_DERIVATIVE(
            "{need} needs the derivative of `step`, which has no useful one",
            "layer {layer} is step; sigmoid is its smooth relative"),
    FLAT_DERIVATIVE(
            "{need} needs the derivative of `{activation}`, which is 0 everywhere",
            "layer {layer} is {activation}: nothing is learned through it"),
    /** A setting prevents the sequential order: {@code batch = 4}, {@code optimizer adam}. */
    NOT_IN_SEQUENCE(
            "{need} can't follow `order = sequential` with `{setting}`",
            "that order needs `optimizer sgd` and `batch = 1`, and neither `tie` nor `clip`"),
    NO_MEMORY("{optimizer} remembers nothing", "other optimizers do, like momentum its v, and adam its m and v"),
    UNKNOWN_MEMORY("{optimizer} has no memory `{name}`", "did you mean `{near}`?", "it has {all}"),
    DECLARATION_IN_BLOCK("`{what}` can't be in a block", "declare the network before it"),
    NEW_INSIDE(
            "`new` can't be in {block}", "it forgets everything: put it at the top level of the script that you run"),
    DEFINITION_IN_BLOCK("a new {what} can't be defined in a block", "define it before the block"),
    SIZE_NOT_CONSTANT(
            "the size of a layer must be known before the script runs", "use a number, or a `let` that names one"),
    BAD_SIZE("a layer can't have {found} neurons", "use a whole number of at least 1"),
    TOO_MANY_PARAMETERS("this network would have {count} parameters", "the most is {most}"),
    INPUT_TWICE("the input is already declared", "as {name}; `new` begins another network"),
    NO_ABSOLUTE_DECAY("`{what}` takes no absolute decay", "end it with `decay = 0 absolute`"),
    TIED_TWICE("`{parameter}` is named twice", "name each parameter once"),
    TIED_ALONE("`tie` needs at least two parameters", "name those that are one, like `tie w1, w5`"),
    TRAINED_ALREADY("{what} can't change once the network is trained", "`reset` goes back to step 0"),
    /** The same after {@code resume}. */
    RESUMED_ALREADY("{what} can't change once the network is trained", "its training was resumed at step {first}"),
    RESUME_NAMES("name each number", "like `resume(step: 100, epoch: 50)`"),
    /** Another optimizer's memory, or a misspelt name. */
    NOT_RESUMED("`resume` knows no `{name}`", "did you mean `{near}`?", "with `optimizer {optimizer}` there are {all}"),
    MEMORY_MISSING(
            "`resume` needs `{name}`, which {optimizer} remembers", "a number for each parameter, like `{name}: […]`"),
    MEMORY_EMPTY("with `n: 0` the optimizer's memory is empty", "leave out `{name}`, or give another `n`"),
    MEMORY_NAME("the memory `{name}` of `{optimizer}` means something else in `resume`", "give that line another name"),
    MEMORY_SIZE("`{name}` needs {count:number}, one for each parameter; this has {found}"),
    UNUSED_LOSS("the loss `{name}` is defined, but not used", "to train with it, write `loss {name}`"),
    /** A {@code let} name that other tools give to the learning rate, in a script that sets none. */
    UNUSED_RATE(
            "`{name}` is a value of your own, not the learning rate",
            "to train with it, write `learning rate = {name}`"),
    RATE_AS_ARGUMENT(
            "this is `{parameter}` of {optimizer}, not the learning rate",
            "set that separately: `optimizer {optimizer}; learning rate = {value}`"),
    ARROW_COMPARES("this compares and sets nothing", "to set it, write `{left} = {right}`"),
    SHARED_WITHOUT_NUMBER("a shared bias is one number", "like `bias h = 0.35 shared`"),

    // values, while a script runs

    BAD_VALUE("{what} can't be {found}", "it must be {range}"),
    DIVISION_BY_ZERO("division by zero"),
    NOT_FINITE("this has no finite value"),
    NUMBER_TOO_LARGE("this number is too large", "the largest double is about 1.797e308"),
    OVERFLOW("{what} is too large for a double"),
    SINGLE_OVERFLOW("{what} is too large for `precision = single`", "the largest float32 is about 3.403e38"),
    OUT_OF_DOMAIN("`{function}` of {found} has no value", "it takes {domain}"),
    /** A user-defined formula without a value. */
    OUTSIDE_DOMAIN("{formula} has no value: {reason}", "{place}"),
    OUTSIDE_DOMAIN_AT(
            "at step {step} {formula} has no value: {reason}",
            "{place}",
            "the network stays as it was at step {before}"),
    STEP_NOT_REACHED("there is no step {step}", "the steps so far are 0 to {now}"),
    /** A number that nothing asked about is computed from. */
    GIVEN_LATER("`{name}` is later than what is asked", "give a number that the others are computed from"),
    /** A step that isn't between where training was resumed and now. */
    STEP_NOT_KNOWN("step {step} is not known", "training was resumed at step {first}; the current step is {now}"),
    NOTHING_TO_UNDO("there is nothing to undo", "nothing has been trained since step {first}"),
    CANT_UNDO("can't undo {count}", "there {are} to undo"),
    /** There are fewer entries at the prompt to take back, or to repeat, than asked for. */
    NO_ENTRIES("there is nothing to {verb}", "{why}", "{dropped}"),
    TOO_FEW_ENTRIES("can't {verb} {asked} entries", "there {are}", "{dropped}"),
    EXPECTED_VALUE("expected {name} ~ {expected}, but it is {actual}", "off by {distance}, more than {tolerance}"),
    EXPECTED_ELEMENTS("{name} is not as expected in {count:place}", "", "{lines}"),
    EXPECTED_CONDITION("this does not hold", "{values}"),
    DIVERGED(
            "training diverged at step {step}",
            "{parameter} overflowed",
            "the network stays as it was at step {before}; its largest parameter is {largest}",
            "{causes}"),
    NO_END("stopped after {epochs} epochs", "give a number of epochs: `train N`"),
    CONDITION_NOT_REACHED(
            "stopped after {epochs} epochs without reaching the condition",
            "give a number of epochs: `train N until …`"),
    /** {@code check gradients} ignores rounding and sequential order. */
    TRUE_GRADIENTS("this checks back-propagation itself, without {settings}", "{how}"),
    INTERRUPTED("{stopped} at step {step}"),

    // files

    MISSING_FILE("there is no file {path}", "did you mean `{near}`?"),
    UNREADABLE_FILE("can't read {path}", "{why}"),
    UNWRITABLE_FILE("can't write {path}", "{why}"),
    NOT_TEXT("{path} is not UTF-8 text", "the first bad byte is in line {line}"),
    NO_ANSWERS("there are no answers in {path}", "a line is a quantity, `=` and your number: `w5 = 0.4108`"),
    NOT_A_SCRIPT("can't save to {path}", "give the script a name that ends in .nn"),
    PICTURE_NAME_WITH_VALUE(
            "the name of a picture's file can't have a value in it",
            "write a plain name; `animate draw to \"training.svg\"` shows many steps in one picture"),
    NOT_A_PICTURE("can't write a picture to {path}", "give the file a name that ends in .svg, .png or .tex"),
    /** Saving a session would overwrite a file without permission. */
    FILE_EXISTS("{path} exists", "overwrite it with `save session \"{path}\" replace`"),
    /** Outputs would overwrite the rows that they are computed from. */
    WRITES_WHAT_IT_READS("can't write {path}", "its rows are being read; write to another file"),
    CANT_EDIT("nothing was edited", "{why}"),
    NOTHING_LOADED("nothing has been loaded yet", "name a script: `load \"FILE.nn\"`"),
    INCLUDES_ITSELF("this file includes itself", "{chain}"),
    INCLUDES_TOO_DEEP("files include each other more than {limit} deep"),
    IN_DATA("{path}: {what}", "{help}"),
    DATA_TOO_LARGE(
            "{path} is too large for the memory",
            "about {rows} rows × {columns:column} need {needed}",
            "the file has {size}",
            "Java's heap has at most {memory}; give it more with JAVA_OPTS=-Xmx{heap}"),

    // documents

    MISSPELT_BLOCK_WORD("unknown word `{word}`", "did you mean `{near}`?"),
    UNKNOWN_BLOCK_WORD(
            "unknown word `{word}`",
            "",
            "the words of a block are `new`, `fails`, `skip`, `hidden`, `file=`, `lines=`, `name=`, `after=`"),
    BAD_BLOCK_WORD("`{word}` can't be here", "{why}"),
    UNCLOSED_FENCE("this block is not closed", "end it with a line with the same fence"),
    UNCLOSED_ENVIRONMENT("this block is not closed", "end it with a line `{end}`"),
    STRAY_OUTPUT("an output without a script", "put a block `nn` right before it"),
    OUTPUT_DIFFERS("this is not what the block prints", "`nn docs update` fixes it"),
    BLOCK_DIFFERS("this differs from {file}", "`nn docs update` fixes it"),
    PICTURE_DIFFERS("{file} is another picture than this block makes", "`nn docs update` fixes it"),
    PICTURE_MISSING("there is no {file}, which this block makes", "`nn docs update` writes it"),
    NO_SUCH_LINES("{file} has no such lines", "it has {lines:line}"),
    VALUE_DIFFERS("this value is {value}, not {shown}", "`nn docs update` fixes it"),
    UNCLOSED_VALUE("a value without its end", "end it with `<!-- /nn -->`"),
    UNCLOSED_TEX_VALUE(
            "a value without its two groups in braces",
            "write `\\nnvalue{error @ 0}{}`, and `nn docs update` fills it"),
    DERIVATION_DIFFERS("this is not how nn derives it now", "`nn docs update` fixes it"),
    DERIVATION_MISSING("this derivation is empty", "`nn docs update` writes it"),
    LINES_END_BLOCK(
            "the lines for this block have `{end}` in them, which would end it", "leave that out of the script"),
    NOT_ONE_VALUE("this is not one value", "write an expression, or an expression and its digits: `error @ 0, 4`"),
    BLOCK_RUNS("this block should have failed, but didn't", "leave out `fails` if that is right"),
    DOCUMENT_TIMED_OUT("this takes too long", "the document had {seconds} s; use --timeout to give it more"),
    PRINTS_TOO_MUCH("this prints too much", "nn stopped it at 16 MB"),
    /** Markdown with too many table cells, or nested too deep. */
    TOO_INTRICATE("{path} is too complex", "its tables are too large, or it is nested too deep"),
    UNCLOSED_FORMULA("this formula is never closed", "end it with `$$`; write a dollar sign itself as `\\$`"),
    TEXT_AFTER_FORMULA("text after a formula", "begin a new line after the `$$` that ends it"),
    VALUE_IN_FORMULA(
            "a value can't be in a formula", "end the formula before it: `$E =$ <!-- nn: error -->0.3<!-- /nn -->`"),
    UNREADABLE_FORMULA("nn can't read this formula", "{help}"),
    UNKNOWN_TEX_COMMAND("nn doesn't know `{command}` in a formula", "did you mean `{near}`?"),
    UNKNOWN_TEX_ENVIRONMENT("nn doesn't know the environment `{name}` in a formula", "", "there are {all}"),
    DEAD_LINK("there is no {path}", "did you mean `{near}`?"),
    DEAD_ANCHOR("{path} has no heading for `#{anchor}`", "did you mean `#{near}`?"),
    LINK_LEADS_OUT("{path} is outside the site's folder", "{help}"),
    SAME_PAGE(
            "{first} and {second} would both be {page}",
            "rename one; small and capital letters are the same on some systems"),
    BAD_PAGE_ORDER("`{key}` is not a number", "write the page's place: `order: 2`"),
    NO_DOCUMENTS("there are no Markdown documents in {folder}", ""),
    /** A file with a document's name that nn skips. */
    SKIPPED_DOCUMENT("skipped {path}", "{why}"),

    // the machine, and nn itself

    OUT_OF_MEMORY("not enough memory for {what}", "give Java a larger heap: JAVA_OPTS=-Xmx8g"),
    INTERNAL("a bug in nn itself: {what}", "", "please report it, with the script");

    /** What a problem is about. */
    public enum Area {
        TEXT,
        NAMES,
        SHAPES,
        SETUP,
        RUN,
        FILES,
        DOCUMENTS,
        MACHINE
    }

    private final String[] words;

    /** A title, a label and notes; the last two may be missing. */
    Problem(String... words) {
        this.words = words;
    }

    /** A message about this problem; {@code gaps} fill the gaps of its words in the order in which they first appear. */
    public Message with(Object... gaps) {
        return new Message(this, Arrays.asList(gaps), "");
    }

    String[] words() {
        return words;
    }

    /** What it is about: the heading above it in the table. */
    public Area area() {
        Problem[] first = {
            UNKNOWN_NAME, WRONG_KIND, NO_NETWORK, BAD_VALUE, MISSING_FILE, MISSPELT_BLOCK_WORD, OUT_OF_MEMORY
        };
        int place = Arrays.binarySearch(first, this);
        return Area.values()[place < 0 ? -place - 1 : place + 1];
    }

    /** Whether it is a failed {@code expect}, after which the script continues. */
    public boolean isUnmet() {
        return this == EXPECTED_VALUE || this == EXPECTED_ELEMENTS || this == EXPECTED_CONDITION;
    }
}
