package org.nnlang.language;

/**
 * The tables of {@link Advice}: a {@link org.nnlang.text.TextPattern}, {@code ⇒}, and what to say; {@code $1} is the first capture, {@code $L1}
 * the same in lower case.
 *
 * <p>Names in {@code < >} are {@link #PARTS}; {@code <METHOD>}, {@code <ACTIVATION>} and {@code <LOSS>} are the names of all
 * optimizers, activations and losses. The first row that fits counts. Only rows with {@code !} are for statements that are
 * well formed but mean something wrong. Text in back-quotes is nn, and the tests parse it.
 */
final class AdviceTables {
    /** The patterns behind the names; each may contain names further down. */
    static final String[][] PARTS = {
        {"<RATE>", "(?i:lr|eta|η|alpha|α|learn(ing)?[ _-]?rate|step[ _]?size|l_?rate|rate|learning)"},
        {"<EPOCHS>", "(?i:(n|num|nb|max|number[ _]of)?[ _]?(epochs?|iterations?|iters?|steps?|times|rounds|updates))"},
        {"<IS>", "( (:=|=|:) |~(to~|is~|of~)?)"},
        {"<N>", "[-−]?(\\d[\\d_]*)?\\.?\\d+([eE][-+−]?\\d+)?%?"},
        {"<VALUE>", "(\\[.*\\]|[-−+.%\\w]+)"},
        {
            "<Q>",
            "([wb]\\d+|[hxy]\\d*|error|loss|accuracy|step|epoch|(out|net|delta|grad|error|target|weights|biases) \\([^()]*\\))( @ \\d+)?"
        },
        {
            "<FREE>",
            "(?!([hxywb]\\d*|input|target|error|loss|data|out|net|delta|grad|weights|bias|decay|seed|digits|batch|round)\\b)[\\l_]\\w*"
        },
        {"<VERB>", "(show|print|train|update|next|reset|explain|forward|backward|let|learning)\\b(?! \\()"},
        {"<LAYER>", "<NAME> \\[[^\\]]*\\]"},
        {"<NAME>", "[\\l_]\\w*"},
    };

    /** Whole statements. */
    static final String STATEMENTS = """
            {forward|backward|update|next|reset|undo|new} \\( \\) ⇒ write `$1`
            train \\( \\) ⇒ write `train 100`
            why [?() ]* ⇒ give the number you got: `why w5 = 0.4108`
            explain ⇒ like `explain grad(w5)`
            show ⇒ like `show error`
            expect ⇒ like `expect error < 0.1`
            predict \\(? {<N>( , <N>)+} \\)? ⇒ write `predict [$1]`
            predict ⇒ like `predict [1, 0]`
            predict~csv \\({.+?} \\) ⇒ name the file to write: `predict csv($1) to "out.csv"`
            sample ⇒ like `sample 2`
            print ⇒ like `print "error {error}"`
            repeat ⇒ like `repeat 10 { train 1 }`
            let ⇒ like `let n = 3`
            input ⇒ like `input x[2]`, or `input = [1, 0]`
            layer ⇒ like `layer h[3] sigmoid`
            loss~(?i:is|as|of|function) .* ⇒ like `loss squared`
            optimizer ⇒ like `optimizer adam`
            activation ⇒ like `activation h = tanh`
            weights ⇒ like `weights h = [0.1, 0.2; 0.3, 0.4]`
            bias ⇒ like `bias h = 0.3`
            batch ⇒ like `batch = 4`
            learning(~rate)? ⇒ like `learning rate = 0.5`
            seed ⇒ like `seed = 7`
            decay ⇒ like `decay = 0.01`
            digits ⇒ like `digits = 5`
            round ⇒ like `round = 4`
            shuffle ⇒ like `shuffle = on`
            order ⇒ like `order = sequential`
            engine ⇒ like `engine = exact`
            precision ⇒ like `precision = single`

            learning~rate~<RATE> = {<N>} ⇒ write `learning rate = $1`
            (\\w+ \\. )*(manual_)?seed \\( {\\d+} \\) ⇒ write `seed = $1`
            (?i:(learning~rate~|lr_)(decay|schedule\\w*)|scheduler|warm_?up)\\b.* ⇒ write a schedule, like `learning rate = 0.1 / (1 + 0.01 * step)`
            learning~rate = {<N>}[ ,]+decay\\b.* ⇒ write a schedule, like `learning rate = $1 / (1 + 0.01 * step)`
            (?i:l1([ _](decay|reg\\w*))?|lasso)<IS>{<N>} ⇒ write `decay = $1 absolute`
            decay = {<N>}[ ,]+(l1|L1|absolute) ⇒ write `decay = $1 absolute`
            decay( = {<N>}~weights~only|~weights = {<N>}) ⇒ write `decay = $1$2 weights`
            clip<IS>(none|no|false|0) ⇒ write `clip = off`
            (?i:clip(_?grad\\w*)?|grad\\w*[_ ]clip\\w*|clip~gradients?|max_?norm)(<IS>|~at~){<N>} ⇒ write `clip = $1`
            ! clip = (\\[ [-−]<N> , {<N>} \\]|{<N>}~(by~)?value) ⇒ write `clip = $1$2 each`
            train~{\\d+}[ ,]+(with~)?(?i:early[_ ]?stop\\w*|patience)\\b[^\\d]*{\\d+} ⇒ write `train $1 until loss(test) rises for $2`
            (?i:early[_ ]?stop\\w*|patience)\\b[^\\d]*{\\d+} ⇒ write `train 1000 until loss(test) rises for $1`
            (?i:early[_ ]?stop\\w*|patience)\\b.* ⇒ write `train 1000 until loss(test) rises for 5`
            train~{\\d+~}?until~{loss|error|loss \\( test \\)}~(rises|increases|grows)(~for)? ⇒ write `train $1until $2 rises for 5`
            train~{\\d+~}?until~{loss|error|loss \\( test \\)}~(rises|increases|grows)~{\\d+} ⇒ write `train $1until $2 rises for $3`
            (tie|share)[ (]+{[wb]\\d+}( = | , |~|~and~|~to~|~with~){[wb]\\d+} \\)? ⇒ write `tie $1, $2`
            {[wb]\\d+} = {[wb]\\d+}~(shared|tied) ⇒ write `tie $1, $2`
            (data = .*~weight\\b|(sample|class)[_ ]weights?\\b|weight~sample).* ⇒ put the weight of a sample at its end: `data = [0, 0 -> 0 : 2; 0, 1 -> 1]`
            (set~)?<RATE><IS>{<VALUE>} ⇒ write `learning rate = $1`
            learning~rate {[-+*/]}= .* ⇒ give the new value: `learning rate = 0.05`
            learning~rate <- {<N>} ⇒ write `learning rate = $1`
            let~learning~rate<IS>{<VALUE>} ⇒ write `learning rate = $1`
            (set~)?(?i:nesterov)<IS>(?i:on|true|yes) ⇒ write `optimizer nesterov`
            (?i:set~weights|init\\w*|randomi[sz]e|random~weights|weights[ :=~\\~]+(random|he|xavier|normal|uniform))\\b.* ⇒ give a layer new weights: `weights h = xavier`
            (set~)?(?i:momentum|mu|μ|beta|β)<IS>{<N>} ⇒ write `optimizer momentum($1)`
            (set~|train )?<EPOCHS><IS>{\\d+} ⇒ write `train $1`
            (set~)?(?i:mini[ _-]?)?batch([ _]?size)?<IS>{\\d+} ⇒ write `batch = $1`
            batch([ _]?size)?<IS>(?i:full|none|max).* ⇒ write `batch = all`
            (set~)?(?i:(weight[ _]?)?decay|l2|lambda|λ|reg(ulari[sz]ation)?)<IS>{<N>} ⇒ write `decay = $1`
            (set~)?(?i:(random|rng|manual)?[ _]?(seed|state)) \\(? <IS>?{\\d+}\\)? ⇒ write `seed = $1`
            (set~)?(?i:decimals|round(ing)?(~to)?)<IS>{\\d+} .* ⇒ write `round = $1`
            round<IS>(?i:on|yes|true) ⇒ give the number of decimals: `round = 4`
            round \\(.* ⇒ `round = 4` rounds every number, `digits = 4` only what is printed
            (set~)?{digits|order|engine|precision}<IS>{\\w+} ⇒ write `$1 = $2`
            shuffle(<IS>(?i:on|true|yes|1)|~data| \\(.*) ⇒ write `shuffle = on`
            shuffle<IS>(?i:off|false|no|0) ⇒ write `shuffle = off`
            precision<IS>(?i:float|float32|32|f32) ⇒ write `precision = single`
            precision<IS>(?i:float64|64|f64) ⇒ write `precision = double`
            {(batch|seed|decay|digits|round|shuffle|order|learning~rate) = [^,]+?} , {(batch|seed|decay|digits|round|shuffle|order|learning~rate) = [^,]+} ⇒ write two statements: `$1; $2`
            let~{\\w+} = {<N>} , (let~)?{\\w+} = {<N>} ⇒ write two statements: `let $1 = $2; let $3 = $4`
            {learning~rate|decay|[wb]\\d+} = {\\d+},{\\d+} ⇒ write a decimal point: `$1 = $2.$3`
            (E_?total|total_?error|E|J|C|cost) = .*\\b(target|out|y)\\w*\\b.* ⇒ nn computes it: `show error`
            {net|out}_?{[a-z]+\\d+} = .* ⇒ nn computes it: `show $1($2)`
            {[wb]\\d+}(_new|_next|\\+) = {.+} ⇒ write `$1 = $2`
            {<FREE>} (<-|=) (lambda~z :|function \\( z \\)|@ \\( z \\)) {.+} ⇒ write `activation $1(z) = $2`
            {<FREE>} = {[^;]*\\bz\\b.*} ⇒ write `activation $1(z) = $2`
            (E|C|J|L|error|cost|loss) = {(?!.*\\d \\().*\\bt\\b.*\\bo\\b.*} ⇒ define a loss: `loss g(t, o) = $1`
            let~{\\w+} \\( {\\w+} \\) = {.+} ⇒ write `activation $1($2) = $3`
            set~{[wb]\\d+|input|target|batch|order|engine}<IS>{<VALUE>} ⇒ write `$1 = $2`
            set~{\\w+}<IS>{<VALUE>} ⇒ to name a value, write `let $1 = $2`
            set\\b.* ⇒ leave out `set`, like `learning rate = 0.5`

            train~(for~)?{\\d+}(~?<EPOCHS>| ,)? ⇒ write `train $1`
            train \\( {\\d+}( ,|~[a-z]).* ⇒ write `train $1`
            train~{\\d+}(~<EPOCHS>)?[ ,]+(with~|at~)?<RATE><IS>{<N>} ⇒ set the learning rate first: `learning rate = $2`
            train~{\\d+}(~<EPOCHS>)?[ ,]+(with~|using~|by~)?{<METHOD>} ⇒ choose the optimizer first: `optimizer $L2`
            train~{\\d+}[ ,]+{\\d+} ⇒ write `train $1 every $2 { show error }`
            train~(?i:the~)?(network|net|model|data|weights)~(for~)?{\\d+}.* ⇒ write `train $1`
            train~{\\d+~}?while~{[^<>=]+?} >=? {<N>} ⇒ write `train $1until $2 < $3`
            train~{\\d+~}?until~{error|loss}~(below|under|less~than|reaches|is|gets)\\b[a-z ]*{<N>} ⇒ write `train $1until $2 < $3`
            ! train~{\\d+~}?until~{error|loss} ⇒ write `train $1until $2 < 0.01`
            train~{\\d+~}?until~(converg\\w*|done|minimum) ⇒ write `train $1until loss < 0.01`
            train~{\\d+~}?until ⇒ like `train $1until error < 0.01`
            train~{\\d+}~every ⇒ like `train $1 every 10 { show error }`
            train~(?i:the~)?(network|net|model|data|weights|all|forever|once|more|on|with|x|X)\\b.* ⇒ give the number of epochs: `train 100`
            train~{\\d+~}?every~{\\d+}(~epochs?|~steps?)?[ :]*{<VERB>.*} ⇒ put the block in braces: `train $1every $2 { $3 }`
            train~{\\d+}( : | , | \\{ |~){show~.*|print~.*} ⇒ show it after every epoch: `train $1 every 1 { $2 }`
            train~{\\d+}(~<EPOCHS>)?[ ,]+(with~)?batch([ _]size)?<IS>{\\d+} ⇒ set the batch first: `batch = $2`
            ! train~{\\d+~}?(to|until)~loss<IS>?<? ?{<N>} ⇒ write `train $1until loss < $2`
            ! train~{\\d+~}?(to|until)~(error<IS>?)?<? ?{<N>} ⇒ write `train $1until error < $2`
            train~{\\d+}~every~{\\d+}(~epochs?|~steps?)? ⇒ write `train $1 every $2 { show error }`
            (?i:fit|learn|optimi[sz]e|minimi[sz]e|iterate|backprop_step)\\b[^\\d]*{\\d+}.* ⇒ write `train $1`
            (?i:fit|learn|optimi[sz]e|minimi[sz]e|iterate)\\b.* ⇒ to train, write `train 100`
            run\\b(?!~").* ⇒ to train, write `train 100`; to run another script, `include "other.nn"`
            (?i:back_?prop(agate|agation)?|backward_?pass)\\b.* ⇒ write `backward`
            (?i:feed_?forward|forward_?(pass|prop)|propagate)\\b.* ⇒ write `forward`
            {scale|test|header|missing|separator|decimal|thousands|encoding|comment} = {[\\w.%"]+} ⇒ it is an option of `csv`: `data = csv("FILE.csv", target: COLUMN, $1: $2)`
            predict~{<N>}~{<N>} ⇒ write `predict [$1, $2]`
            predict~sample~{\\d+} ⇒ choose it, then look: `sample $1; forward`
            ! predict \\[.*\\] ?,.* ⇒ one input at a time: `predict [1, 0]`
            ! (classify|infer|network|net|model)[ (]+{\\[.*\\]} \\)? ⇒ write `predict $1`
            (\\w+ \\. )?zero_grad\\b.* ⇒ leave it out; nn computes each gradient from the start
            \\w+ = (forward|predict)\\b.* ⇒ write `predict [1, 0]`
            (?i:test|eval(uate)?|validate|score)\\b.* ⇒ write `show loss, accuracy`; with test rows also `show loss(test), accuracy(test)`

            nudge ⇒ like `nudge w5 by 0.01`
            nudge[ (]+{[wbx]\\d+}( = | , | \\+ |~){<N>} \\)? ⇒ write `nudge $1 by $2`
            nudge[ (]+(?!.*\\bby\\b.*\\w){[wbx]\\d+}\\b.* ⇒ give a small number to add: `nudge $1 by 0.01`
            optimizer = "?{<METHOD>}"? ⇒ write `optimizer $L1`
            optimizer = {momentum|nesterov} {\\( <N> \\)} ⇒ write `optimizer $1$2`
            optimizer~(?i:sgd)[ ,(]+momentum<IS>{<N>} , nesterov.* ⇒ write `optimizer nesterov($1)`
            optimizer~(momentum|sgd) \\( nesterov.* ⇒ write `optimizer nesterov`
            optimizer~\\w+ \\(.*weight_decay<IS>{<N>}.* ⇒ set the decay separately: `decay = $1`
            optimizer~(?i:sgd)[ ,(]+(with~)?momentum<IS>{<N>} \\)? ⇒ write `optimizer momentum($1)`
            optimizer~{\\w+}[ ,\\(]+(<RATE>)<IS>{<N>}.* ⇒ set the learning rate separately: `learning rate = $2`
            optimizer~{momentum|nesterov}[ ,=]+((?i:mu|μ|beta|β|momentum)(<IS>|~))?{<N>} ⇒ write `optimizer $1($2)`
            optimizer~{\\w+}[ ,]+{<N>} ⇒ set the learning rate separately: `learning rate = $2`
            optimizer( = |~)[^ ]*?(?![a-z]){<METHOD>}\\b.*(lr|rate) ?= ?{<N>}.* ⇒ write `optimizer $L1; learning rate = $2`
            optimizer( = |~)[^ ]*?(?![a-z]){<METHOD>}\\b.* ⇒ write `optimizer $L1`
            optimizer~{\\w+}[ ,\\(]+{mu|momentum|decay|beta1|beta2|eps|alpha|lr_decay} = {<N>}\\)? ⇒ write `optimizer $1($2: $3)`
            ! optimizer~sgd \\( {<N>} \\) ⇒ set the learning rate separately: `learning rate = $1`
            optimizer~(?i:gd|bgd|gradient[ _]?descent|stochastic.*) ⇒ write `optimizer sgd`
            {momentum|nesterov} \\( {<N>} \\) ⇒ write `optimizer $1($2)`
            (use~|with~|solver<IS>|optim<IS>)?"?{<METHOD>}"?([ \\(]+(<RATE><IS>)?<N>\\)?)? ⇒ write `optimizer $L1`
            (loss( = |: | )|error( = |: |~))"?{<LOSS>}"?( \\( \\))? ⇒ write `loss $L1`
            (?i:criterion|cost|objective|loss[ _]?(fn|function))<IS>"?{<LOSS>}"? ⇒ write `loss $L1`
            loss(<IS>)?[ "]*(nn \\. )?(?i:binary[ _-]cross[ _-]?entropy|bce|log_?loss|logistic)(?i:loss|withlogitsloss)?\\b.* ⇒ write `loss binary_cross_entropy`
            loss(<IS>)?[ "]*(nn \\. )?(?i:(categorical|softmax)?[ _-]?cross[ _-]?entropy|cce|ce|nll_?)(?i:loss)?\\b.* ⇒ write `loss cross_entropy`
            loss(<IS>)?[ "]*(nn \\. )?(?i:l1|mae|mean_absolute_error)(?i:_?loss)?\\b.* ⇒ write `loss absolute`
            loss(<IS>)?[ "]*(nn \\. )?(?i:mean_squared_error|mse_?loss|mean~squared.*)\\b.* ⇒ write `loss mse`
            loss(<IS>)?[ "]*(?i:l2|sse|quadratic|half_?squared|least_?squares|sum~.*squared?.*)\\b.* ⇒ write `loss squared`, half the sum of the squares
            loss(<IS>)?[ "]*(nn \\. )?(?i:smooth_?l1(_?loss)?|huber_?loss)\\b.* ⇒ write `loss huber`
            loss~{\\w+}[ ,]+{<N>} ⇒ write `loss $1($2)`
            {<LOSS>}~loss ⇒ write `loss $L1`
            activation(<IS>)"?{<ACTIVATION>}"? ⇒ write it with its layer: `layer h[2] $L1`, or `activation h = $L1`
            {optimizer|loss}~{<NAME>} , .* ⇒ there is one $1: `$1 $2`
            activation~{\\w+} = {<ACTIVATION>} , .* ⇒ a layer has one activation: `activation $1 = $2`
            activation~{\\w+} = {.*\\bz\\b.*} ⇒ write `activation $1(z) = $2`
            {activation|weights|bias}~(all|\\w+ , \\w+.*)( = |~){.*} ⇒ set one layer at a time: `$1 h = $2`

            input~{\\d+} ⇒ the input has a name: `input x[$1]`
            input~{<NAME>}~{\\d+} ⇒ write `input $1[$2]`
            input~{<NAME>} \\( {\\d+} \\) ⇒ write `input $1[$2]`
            input~{<NAME>} ⇒ give the number of inputs: `input $1[2]`
            input~{<LAYER>}~(<ACTIVATION>) ⇒ an input has no activation: `input $1`
            input~{<LAYER>} (,|and\\b|&)? (layer~)?{<LAYER>}.* ⇒ there is one input; declare the output as a layer: `layer $2 sigmoid`
            input~{<NAME>} , {<NAME>} ⇒ put the names of inputs in parentheses: `input x($1, $2)`
            {input|target}s?(~|: ){<N>|\\[.*\\]} ⇒ write `$1 = $2`
            {input|target}~<NAME> = {<N>|\\[(?!.*\\d~\\d).*\\]} ⇒ write `$1 = $2`
            ! {input|target} {\\[.*,.*\\]} ⇒ write `$1 = $2`
            ! (input =|target =|predict) \\[ <N>( ; <N>)+ \\] ⇒ put commas between numbers: `[1, 2]`
            ! (input|target) = \\[[^;\\]]*,[^;\\]]*(;|\\],).* ⇒ write several samples as `data = [1, 2 -> 0; 3, 4 -> 1]`
            {input|target} = {<N>(~<N>)+} ⇒ put several numbers in brackets, with commas: `$1 = [1, 2]`
            {input|target} (\\( \\w+ \\)|\\[ \\w+ \\]) = .* ⇒ give all numbers: `$1 = [0, 1]`
            (?i:dropout|conv\\w*|lstm|gru|rnn|attention|batch_?norm\\w*|pool\\w*|flatten)\\b.* ⇒ nn has only dense layers: `layer h[3] sigmoid`
            layer~?\\d* \\[ {\\d+} \\].* ⇒ a layer has a name: `layer h[$1] sigmoid`
            layer~{<ACTIVATION>} [\\[( ]*{\\d+}.* ⇒ a layer has a name: `layer h[$2] $L1`
            layer~"{\\w+}" {\\[[^\\]]*\\]}~{<ACTIVATION>} ⇒ write `layer $1$2 $L3`
            layer~{<NAME>} \\[ {\\d+}( ,| \\] \\[).*?{<ACTIVATION>}? ⇒ a layer has one number of neurons: `layer $1[$2] sigmoid`
            layer~{\\d+} (,? ){<ACTIVATION>} ⇒ a layer has a name: `layer h[$1] $L2`
            layer~{\\d+} ⇒ a layer has a name and an activation: `layer h[$1] sigmoid`
            layer~{<NAME>} [ :,(]* {\\d+} [),]* [ ,]*{<ACTIVATION>}? ⇒ write the number in brackets, then the activation: `layer $1[$2] sigmoid`
            layer~{<ACTIVATION>}~{<LAYER>} ⇒ write `layer $2 $L1`
            layer~\\d+~{<LAYER>}~{<ACTIVATION>} ⇒ write `layer $1 $L2`
            layer~{<NAME>}(~|-){\\w+} {\\[[^\\]]*\\]}~{<ACTIVATION>} ⇒ a name is one word: `layer $1_$2$3 $L4`
            layer~{<NAME>}~{<ACTIVATION>} ⇒ give the number of neurons: `layer $1[2] $L2`
            layer~{<LAYER>} [,:(]* (with~)?(activation)? [=:(]* "?{<ACTIVATION>}"? \\)? ⇒ write `layer $1 $L2`
            layer~{<LAYER>} ["]?(?i:none|identity|purelin|no~activation)["]? ⇒ write `layer $1 linear`
            layer~{<LAYER>} ["]?(?i:σ|sigm|logistic|logsig|logit)["]? ⇒ write `layer $1 sigmoid`
            layer~{<LAYER>} ["]?(?i:swish)["]? ⇒ write `layer $1 silu`
            layer~{<LAYER>} ["]?(?i:tansig|hyperbolic_tangent)["]? ⇒ write `layer $1 tanh`
            layer~{<LAYER>} ["]?(?i:lrelu|leaky([ _-]?relu)?)["]? ⇒ write `layer $1 leaky_relu`
            layer~{<LAYER>} ["]?(?i:heaviside|threshold|hardlim|binary_step)["]? ⇒ write `layer $1 step`
            layer~{<LAYER>} mish ⇒ define it first: `activation mish(z) = z * tanh(ln(1 + exp(z)))`
            layer~{<LAYER>} softsign ⇒ define it first: `activation softsign(z) = z / (1 + abs(z))`
            layer~{<LAYER>} (?i:dropout|conv\\w*|lstm|gru|rnn|batch_?norm\\w*|pool\\w*|flatten)\\b.* ⇒ nn has only dense layers: `layer $1 sigmoid`
            layer~{<NAME>} ⇒ give the number of neurons and an activation: `layer $1[3] sigmoid`
            {<LAYER>}~{<ACTIVATION>} ⇒ write `layer $1 $L2`
            layer~{<LAYER>} ⇒ write its activation: `layer $1 sigmoid`; `linear` means none
            layer~{<NAME>}{ \\[[^\\]]*\\]} {\\w+}[ ,]+((no|without)~bias.*|(use_)?bias[ =:]+(?i:none|no|false|off)) ⇒ write `bias $1 = none` after the layer
            layer~{<NAME>}{ \\[[^\\]]*\\]} {\\w+}[ ,]+(with~|use_)?bias.* ⇒ every layer has biases; `bias $1 = 0.3` sets them
            layer~{<LAYER>} {<NAME>}[ ,]+{<N>} ⇒ write `layer $1 $2($3)`
            layer~{<LAYER>} {<ACTIVATION>}\\b.+ ⇒ a layer is its name, its size and one activation: `layer $1 $L2`
            (?i:hidden|dense|fc|linear|output|fully_connected|hidden_layer)(~layer)?~{<LAYER>}[ ,]*{<ACTIVATION>} ⇒ write `layer $1 $L2`
            (?i:hidden|dense|fc|linear|fully_connected|hidden_layer)(~layer)?(~|\\(){\\d+}.* ⇒ write `layer h[$1] sigmoid`
            (?i:outputs?|output_layer)(~layer)?~{\\d+}.* ⇒ write `layer y[$1] sigmoid`
            (?i:hidden|dense|fc|fully_connected|hidden_layer|outputs?~layer|output~\\w+\\[)\\b.* ⇒ write a layer as `layer h[3] sigmoid`
            (?i:neural)?(net|network|model|layers|sizes|mlp|topology|architecture|neurons)\\b[^\\d]*{[1-9]\\d*}[^\\d\\[.]+{[1-9]\\d*}[^\\d\\[.]+{[1-9]\\d*}[^\\d]* ⇒ declare each layer: `input x[$1]; layer h[$2] sigmoid; layer y[$3] sigmoid`
            .*\\b(newff|feedforwardnet|patternnet|fitnet|nnet|neuralnet|MLPClassifier|MLPRegressor|Sequential)\\b.* ⇒ declare each layer: `input x[2]; layer h[3] sigmoid; layer y[1] sigmoid`
            (?i:neural)?(network|model|layers|mlp|architecture|sequential)~.* ⇒ declare each layer: `input x[2]; layer h[3] sigmoid; layer y[1] sigmoid`

            W\\d* = {\\[(?!.*\\d~\\d).*\\]} ⇒ name the layer: `weights h = $1`
            ! (b|B)\\d* = {\\[.*\\]} ⇒ name the layer: `bias h = $1`
            (weights?|w) = {\\[(?!.*\\d~\\d).*\\]} ⇒ name the layer: `weights h = $1`
            (weights?|w) = .* ⇒ write `w1 = 0.3`, or of which layer: `weights h = [0.1, 0.2; 0.3, 0.4]`
            weights~{\\w+} = xavier_uniform\\w* ⇒ write `weights $1 = xavier`
            {weights|bias}~{\\w+} = (?i:constant|const|fill|full) \\( {<N>} \\) ⇒ all the same: `$1 $2 = uniform($3, $3)`
            ! weights~{\\w+} = {<N>} ⇒ all the same: `weights $1 = uniform($2, $2)`
            ! {weights|bias}~{\\w+} = uniform( \\( <N>? \\))? ⇒ give both ends: `$1 $2 = uniform(-1, 1)`
            ! {weights|bias}~{\\w+} = normal( \\( <N>? \\))? ⇒ give mean and standard deviation: `$1 $2 = normal(0, 1)`
            weights~{\\w+} = ((np|numpy|torch) \\. )?(random|rand|randn|glorot|gaussian|lecun|orthogonal|truncated)\\w*\\b.* ⇒ write `weights $1 = xavier`, or `weights $1 = uniform(-1, 1)`
            {weights|bias}~{\\w+} \\~ {.*} ⇒ write `$1 $2 = $3`
            {weights|bias}~{\\w+} = {normal|uniform} \\( \\w+ [:=] {<N>} , \\w+ [:=] {<N>} \\) ⇒ write `$1 $2 = $3($4, $5)`
            ! {weights|bias}~{\\w+} = ((np|numpy|torch) \\. )?{zeros|ones|xavier|he} \\(.* ⇒ write `$1 $2 = $3`
            weights[ (]+\\w+( -> | , |~(to~)?){\\w+} \\)? = {.*} ⇒ name the layer they lead into: `weights $1 = $2`
            w[ _(]+{[a-z]+\\d+}[ _,]+{[a-z]+\\d+} \\)? (= )?{<N>} ⇒ write `w($1, $2) = $3`
            ! (b|bias~of)( \\( |~){\\w+\\d}( \\))? = {<N>} ⇒ write `bias($1) = $2`
            ! bias~{[a-z]+\\d+} = {<N>} ⇒ one bias is `bias($1) = $2`
            weights~{\\w+} = (kaiming|he_)\\w* ⇒ write `weights $1 = he`
            weights~{\\w+} = zero ⇒ write `weights $1 = zeros`
            {weights~<NAME> = .*}~(frozen|freeze|constant|untrainable) ⇒ write `$1 fixed`
            {bias~<NAME> = [^ ]+}~(frozen|freeze|constant|untrainable) ⇒ write `$1 fixed`
            weights~{<NAME>} = .*~shared ⇒ only biases can be `shared`
            ((freeze|fix|lock|fixed)~)?{[wb]\\d+}(~fixed)? ⇒ write `$1 = $1 fixed`
            (fixed~)?{[wb]\\d+}(~fixed)? = {<N>}(~(fixed|frozen|constant))? ⇒ write `$1 = $2 fixed`
            (freeze|fix|lock)~bias(es)?~(of~)?{<NAME>} ⇒ write `bias $1 = biases($1) fixed`
            (freeze|fix|lock)~(weights~|layer~)?(of~)?{<NAME>} ⇒ write `weights $1 = weights($1) fixed`
            weights~{<NAME>}~fixed ⇒ write `weights $1 = weights($1) fixed`
            bias~{<NAME>}~fixed ⇒ write `bias $1 = biases($1) fixed`
            bias~{<NAME>}~{shared(~fixed)?} ⇒ give its value first: `bias $1 = 0.3 $2`
            bias~{<NAME>}<IS>(off|none|no|false|False|None) ⇒ write `bias $1 = none`
            (no|without)~bias(es)?~((for|in|on|of)~)?{<NAME>} ⇒ write `bias $1 = none`
            bias~{<NAME>} = none~fixed ⇒ write `bias $1 = none`
            (bias|biases|b|B)<IS>{<N>} ⇒ name the layer: `bias h = $1`
            bias(es)?<IS>{\\[(?!.*\\d~\\d).*\\]} ⇒ name the layer: `bias h = $1`
            weights \\({<NAME>}\\) = {.*} ⇒ write `weights $1 = $2`
            ! bias(es)? \\({<NAME>}\\) = {<N>|\\[.*\\]} ⇒ set a layer's biases with `bias $1 = $2`
            (biases|bias) {<NAME>}( : |~){<N>|\\[.*\\]} ⇒ write `bias $1 = $2`
            biases {<NAME>} = {.*} ⇒ write `bias $1 = $2`
            weights? {<NAME>}( : |~){\\[.*\\]|<N>|he|xavier} ⇒ write `weights $1 = $2`
            weight~{\\w+} = {.*} ⇒ write `weights $1 = $2`
            weights~{<NAME>} ⇒ `weights($1)` shows them, `weights $1 = he` sets them
            weights~{<NAME>} \\[.* ⇒ set one weight by its number, `w1 = 0.3`, or by its neurons, `w(x1, h1) = 0.3`
            bias~{<NAME>\\d} ⇒ write `bias($1)`
            bias~{<NAME>} ⇒ `biases($1)` shows them, `bias $1 = 0.3` sets them
            [wW](_| \\[ )?{\\d+}( \\])? = {<N>} ⇒ write `w$1 = $2`
            [bB](_| \\[ )?{\\d+}( \\])? = {<N>} ⇒ write `b$1 = $2`
            {[wb]\\d+}(~|: ){<N>} ⇒ write `$1 = $2`
            {[wb]\\d+} {[-+]}[-+] ⇒ write `$1 = $1 $2 1`
            (let~)?{<FREE>} {[-+]}[-+] ⇒ write `let $1 = $1 $2 1`
            (let~)?{<FREE>} {[-+*/]}= {<N>} ⇒ write `let $1 = $1 $2 $3`
            (let~)?{<FREE>} {[-+*/^]}= {.+} ⇒ write `let $1 = $1 $2 ($3)`
            {[wb]\\d+} {[-+*/]}= {<N>} ⇒ write `$1 = $1 $2 $3`
            {[wb]\\d+} {[-+*/]}= {.+} ⇒ write `$1 = $1 $2 ($3)`
            {[wb]\\d+ = <N>} , {[wb]\\d+ = <N>}.* ⇒ write two statements: `$1; $2`
            {weights~\\w+|bias~\\w+|let~\\w+|input|target} = {<N>( , <N>)+} ⇒ put several numbers in brackets: `$1 = [$2]`
            {weights~\\w+|let~\\w+} = {(?!.*\\d~\\d)\\[[^\\[\\]]*\\]( , \\[[^\\[\\]]*\\])+} ⇒ put the rows in brackets: `$1 = [$2]`
            {input|target}~<N>([ ,]+<N>)+ ⇒ put several numbers in brackets, with commas: `$1 = [1, 2]`
            {weights~\\w+|bias~\\w+|let~\\w+} = <N>(~<N>)+ ⇒ put several numbers in brackets: `$1 = [0.1, 0.2]`

            (load|run|source|open|import|include)~(\\w+~)?"?{[\\w/-]+}\\.nn"? ⇒ write `include "$1.nn"`
            (load|source|include)~"?{[\\w/-]+}"? ⇒ write `include "$1.nn"`
            data = csv \\( {"[^"]*"} , (…|\\.\\.\\.) \\) ⇒ name the column of the targets: `data = csv($1, target: COLUMN)`
            ! data = csv \\( {"[^"]*"} , {[a-z]\\w*|"[^"]*"} \\) ⇒ name the column of the targets: `data = csv($1, target: $2)`
            ! data = csv \\(.*\\b{inputs|target}: {[\\w"]+( , [\\w"]+)+} [,)].* ⇒ put the columns in brackets: `$1: [$2]`
            ! data = csv \\( {"[^"]*"}{(?!.*target)( , \\w+: [^,()]+)*} \\) ⇒ name the column of the targets: `data = csv($1, target: COLUMN$2)`
            ! data = csv \\( {"[^"]*"} [,)](?!.*target).* ⇒ name the column of the targets: `data = csv($1, target: COLUMN)`
            data = csv \\(.*[(,] {target|inputs|test|scale|header|missing|separator|decimal|encoding|comment}~[\\w".%]+.* ⇒ put a colon after the name of an option: `$1: …`
            data(~csv| = csv(~?"| \\([^()]*\\) ,)).* ⇒ write `data = csv("FILE.csv", target: COLUMN)`
            data = \\{ {[^{}]*->[^{}]*}\\}? ⇒ put the samples in square brackets: `data = [$1]`
            ! data = csv \\( {\\w+} [,)].* ⇒ put the name of the file in double quotes: `data = csv("$1.csv", target: COLUMN)`
            data = .*(=>|→|-->).* ⇒ write `->`
            data = {(?!\\[)[^\\[\\]{}"]*->[^\\[\\]{}]*} ⇒ put the samples in brackets: `data = [$1]`
            data(~| = )(?!csv)(\\w+ \\. )?(\\w+)?[ \\(]*"[^"]*".* ⇒ read a file with `data = csv("FILE.csv", target: COLUMN)`
            (\\w+ \\. )?(read_csv|load\\w*|read\\w*|open|import)(~data)?[ \\(]*"[^"]*".* ⇒ read a file with `data = csv("FILE.csv", target: COLUMN)`
            (?i:normali[sz]e|standardi[sz]e|scale)\\b.* ⇒ scale inputs as they are read: `data = csv("FILE.csv", target: COLUMN, scale: standard)`
            (train_test_)?split\\b.* ⇒ hold out rows as they are read: `data = csv("FILE.csv", target: COLUMN, test: 20%)`
            predict~{"[^"]*"}.* ⇒ write `predict csv($1) to "out.csv"`
            predict~{\\[.*\\]}~(in~|as~)raw ⇒ write `predict $1 raw`
            data = [^;]*->[^;]*,[^;]*->.* ⇒ put `;` between samples: `data = [0, 0 -> 0; 0, 1 -> 1]`
            data = \\[[^>]* ⇒ put `->` between inputs and targets: `data = [0, 0 -> 0; 0, 1 -> 1]`

            print.*\\{[^{}:]*:[^{}]*\\}.* ⇒ leave out the format; `digits = 4` sets how many digits nn prints
            print \\( f"{[^"]*}" \\) ⇒ write `print "$1"`
            print.*"[^"]*\\{ \\}.* ⇒ put a value between the braces: `print "error {error}"`
            print "\\{ {\\w+} , {\\w+} \\}" ⇒ give each value its own braces: `print "{$1} {$2}"`
            print \\(? (net|model|network) \\)? ⇒ write `show network`
            print \\( {".*"} \\) ⇒ write `print $1`
            print~[a-zA-Z]".* ⇒ write `print "error {error}"`
            print \\(? "{[^"]*}" [,+] "{[^"]*}" \\)? ⇒ write `print "$1$2"`
            print \\(? ['‘’“”]{[^'‘’“”{}]*}['‘’“”] \\)? ⇒ write `print "$1"`
            print \\(? "{[^"]*}" [,+] {\\w[^,"]*?}\\)? ⇒ put values into the string: `print "$1{$2}"`
            print(~|\\( ){[^"'‘’“”+%]+?}\\)? ⇒ write `show $1`; write a string as `print "error {error}"`
            (?i:display|disp|echo|puts|printf|view|inspect|get|write)\\b.* ⇒ write `show error`, or `print "error {error}"`
            (show~|explain~)?(grad|gradients?|grads|derivative)~(of~|for~)?{[wb]\\d+} ⇒ write `grad($1)`
            show~gradients? ⇒ `backward` shows all gradients, `grad(w5)` shows one
            gradients? ⇒ `backward` shows all gradients, `grad(w5)` shows one; `check gradients` checks them
            explain~{[^,]+?}~in ⇒ write `explain $1 in full`
            show {<Q>}(~|~and~){<Q>} ⇒ put a comma between them: `show $1, $2`
            ! show {<Q>}~and~{<Q>} ⇒ put a comma between them: `show $1, $2`
            show \\( {<Q>( , <Q>)+} \\) ⇒ write `show $1`
            show~[wb]\\d+ (\\.\\.+|:|to) .* ⇒ `show weights` and `show biases` show all
            show~data [\\[(].* ⇒ `show data` shows all samples; `sample 2` selects one
            show~(test|validation)([_ ]data|[_ ]set)? ⇒ `show data` shows the test samples too
            (show~)?(?i:summary|info|model|print) (\\( \\))? ⇒ write `show network`
            \\w+ \\. summary\\b.* ⇒ write `show network`
            (show~|explain~)?delta~{[wb]\\d+} ⇒ write `grad($1)`
            (show~|explain~)?{net|out|delta|grad|target|error}~(of~)?{<NAME>} ⇒ write `$1($2)`
            show~bias~{<NAME>} ⇒ write `biases($1)`
            show~{weights|biases}~(of~)?{<NAME>} ⇒ write `show $1($2)`
            show~(?i:all|everything|params|parameters) ⇒ write `show weights, biases`
            (show~)?(<RATE>|batch([_ ]size)?|optimi[sz]er|decay|shuffle|seed|learning~rate|round|digits|order|engine|precision) ⇒ `show settings` shows the settings
            show~loss~function ⇒ write `show settings`
            show~bias ⇒ write `show biases`, of one layer `biases(h)`
            show~(w|weight) ⇒ write `show weights`, of one layer `weights(h)`
            show~(loss|error)~(of~|on~|for~)?(the~)?test.* ⇒ write `show loss(test)`
            show~(activations?|layers?|model)\\b.* ⇒ write `show network`
            explain~(everything|all|training|train|update|backprop\\w*|backward|gradients?) ⇒ `backward` shows all of it; explain one gradient with `explain grad(w5)`
            explain~(network|model|layers?) ⇒ `show network` shows the layers; explain one quantity with `explain grad(w5)`
            explain~(forward|prediction|outputs?) ⇒ `forward` shows all of it; explain one output with `explain out(y1)`
            ! explain~(weights?|w|biases|bias) ⇒ explain one of them: `explain w5`, `explain b1`
            explain~(grad|grads) ⇒ explain one of them: `explain grad(w5)`
            {show|explain}~{[^,]+?}~(at|after)~(step~)?{\\d+} ⇒ write `$1 $2 @ $3`
            explain~(full|fully|all~of)~{[^,]+} ⇒ write `explain $1 in full`
            explain~{[^,]+?}~(in~details?|fully|completely|(in~)?full~detail) ⇒ write `explain $1 in full`
            explain~{<Q>}( ,|~and|)~<Q>.* ⇒ explain one at a time: `explain $1`
            explain~{.*?} , .* ⇒ explain one at a time: `explain $1`
            explain~{.*?}~(in|to|as)~(?i:tex|pdf|amsmath) ⇒ write `explain $1 as latex`
            explain~{.*?}~(in|to|as)~(?i:html|xml) ⇒ write `explain $1 as mathml`
            explain~{.*?}~as~{latex|markdown|mathml|text}~(in~)?full ⇒ write `explain $1 in full as $2`
            explain~{.*?}~(in~|to~|as~)?{latex|markdown|mathml|text} ⇒ write `explain $1 as $2`

            why~(is~|does~|do~|not~){.+?} = {<N>}.* ⇒ write `why $1 = $2`
            why~{.+?} = {\\d+},{\\d+} ⇒ write a decimal point: `why $1 = $2.$3`
            why~{.+?} = {<N>} \\? ⇒ write `why $1 = $2`
            why~is~{<Q>}~{<N>} \\?? ⇒ write `why $1 = $2`
            why~{.+~given~.+?} ,?~given~{.+} ⇒ one `given` is enough: `why $1, $2`
            why~{[^,]+? = <N>}~(and~)?{<Q> = <N>} ⇒ put a comma between them: `why $1, $2`
            why~given~{[^,]+? = <N>} ,?~{.+ = <N>} ⇒ `given` goes last: `why $2 given $1`
            why~{.+ = <N>} ,?~(if|with|for|assuming|provided|when|where|using|from)~{.+ = <N>} ⇒ write `why $1 given $2`
            why~{.+~given~<Q>} ⇒ give its number too: `why $1 = 0.185`
            why~{.+ , <Q>} ⇒ give its number too: `why $1 = 0.41`
            why~("[^"]*")~(given|with|if)\\b.* ⇒ a file of answers has no `given`; ask with the numbers themselves: `why error = 0.58 given net(y2) = 0.185`
            why~{[\\w/.-]+\\.(txt|csv|md|dat|nn)} ⇒ put the name in quotes: `why "$1"`
            why~{<Q>} = {<N>} @ {\\d+} ⇒ write `why $1 @ $3 = $2`
            why~{.+?} = {<N>} [-+*/^(].* ⇒ give the number itself, with its digits: `why $1 = 0.41`
            why~.+ , {<N>} = {<Q>}.* ⇒ write `$2 = $1`
            why~{.+ = <N>}~given ⇒ add the number that you went on from: `why $1 given net(y2) = 0.185`
            given~{.+ = <N>} ⇒ it ends a `why`: `why error = 0.58 given $1`
            why~{"[^"]*"}( ,|~and|~).* ⇒ ask about one file at a time: `why $1`
            why~(is|does|do|did|not)\\b.* ⇒ name the quantity and the number you got: `why w5 = 0.4108`
            ! why~(weights?|w|biases|bias|b)\\b.*?{<N>} ⇒ ask about one of them: `why w5 = $1`
            why~{<NAME>(\\([^()]*\\))?} (==|!=|\\~|≈|:=|:|is) {<N>} ⇒ write `why $1 = $2`
            why~.+ , {<Q>} (==|!=|\\~|≈|:=|:|is) {<N>}.* ⇒ write `$1 = $2`
            why~{<NAME>(\\([^()]*\\))?}~{<N>} ⇒ write `why $1 = $2`
            why~<N> ⇒ name the quantity: `why w5 = 0.4108`
            ! why~(weights?|w|bias(es)?|b|grads?|gradients?|net|out|delta|target|input)( @ \\d+)? ⇒ ask about one number, and give yours: `why w5 = 0.4108`
            why~{<NAME>(\\([^()]*\\))?( @ \\d+)?} ⇒ give the number you got: `why $1 = 0.41`; `explain $1` derives the right number
            why~{<N>} = {[^=,]+} ⇒ write `why $2 = $1`
            why~{.+?} =(?! (<N>|\\[)).* ⇒ give the number you got: `why $1 = 0.41`
            expect~{.+?} (±|\\+/-|\\+-|tolerance|tol|with|plus~or~minus)[ =:]*{<N>} ⇒ write `expect $1 within $2`
            (expect|assert)~{[^=<>!]+?}~(is|equals?|to~be) {<N>} ⇒ write `expect $1 ~ $2`
            expect~{[^,]+?} , .* ⇒ give each its own `expect`: `expect $1`
            assert~{[^=<>!]+?} == {<N>} ⇒ write `expect $1 == $2`
            (expect|assert)~{[^=<>!]+?} (=|≈) {<N>} ⇒ write `expect $1 ~ $2`
            expect~{<NAME>(\\([^()]*\\))?}~{<N>} ⇒ write `expect $1 ~ $2`
            assert~{[^=]+? (<|>|<=|>=|==|\\~) [^=]+} ⇒ write `expect $1`
            assert\\b.* ⇒ write `expect error < 0.1`

            for~\\w+~in~range \\( {\\d+} \\).* ⇒ write `repeat $1 { train 1 }`, or `for k in [1, 2, 3] { show k }`
            for~\\w+( = |~in~|~from~)\\[?1( : |~to~|\\.\\.+){\\d+}\\b.* ⇒ write `repeat $1 { train 1 }`, or `for k in [1, 2, 3] { show k }`
            for \\(.*< {\\d+} ;.* ⇒ write `repeat $1 { train 1 }`, or `for k in [1, 2, 3] { show k }`
            ! for~\\w+~in~{\\d+} ⇒ write `repeat $1 { train 1 }`, or `for k in [1, 2, 3] { show k }`
            for~{\\w+}~in \\(? {<N>( , <N>)+} \\)?.* ⇒ put the numbers in brackets: `for $1 in [$2] { show $1 }`
            for~{\\w+~in~\\[[^\\]]*\\]}[ :]*{<VERB>.*} ⇒ put the block in braces: `for $1 { $2 }`
            for\\b(?!~\\w+~in~[^:(]+$).* ⇒ write `for k in [1, 2, 3] { show k }`
            while\\b.* ⇒ write `train until error < 0.01`, or `repeat 10 { train 1 }`
            repeat~until~{.*} ⇒ write `train until $1`
            repeat~while\\b.* ⇒ write `train until error < 0.01`, or `repeat 10 { train 1 }`
            repeat~{\\d+}~times ⇒ write `repeat $1 { train 1 }`
            repeat~{\\d+}( : |~times ?:? |~){[a-z].*} ⇒ put the block in braces: `repeat $1 { $2 }`
            repeat \\{.* ⇒ give the number of repetitions: `repeat 10 { train 1 }`
            {next|update}~{\\d+}\\b.* ⇒ write `repeat $2 { $1 }`
            {forward|backward}~.+ ⇒ write `$1`
            reset~.+ ⇒ write `reset`; it goes back to step 0
            undo~{\\d+}~\\w+ ⇒ write `undo $1`
            until~{.*} ⇒ write `train until $1`
            undo~(all|everything|train\\w*) ⇒ write `reset`; it goes back to step 0
            new~.+ ⇒ write `new`
            next~(sample|step|epoch|batch|update) ⇒ write `next`
            sample~next ⇒ like `sample 2`
            update~.+ ⇒ `update` changes all parameters; `explain w1` shows the new value of one
            show~{forward|backward} ⇒ write `$1`
            show~update ⇒ `explain w1` shows the new value of a weight
            (show~)?{accuracy|loss}~(of~|on~|for~)?(the~)?test\\b.* ⇒ write `show $1(test)`
            (show~)?(test|validation|val)[_ ]{accuracy|loss} ⇒ write `show $1(test)`
            (show~)?(train|training)[_ ]{accuracy|loss} ⇒ write `show $1`
            show~{"[^"]*"} ⇒ write `print $1`
            {(show|train|expect|explain|layer|input|target|let|learning|batch|seed|digits|round|weights|bias|[wb]\\d+)\\b.*[^ ,]} , ⇒ write `$1`
            {<Q> , .*[^ ]} ⇒ write `show $1`
            let~{<FREE>} ⇒ give it a value, like `let $1 = 3`
            let~{<FREE>} \\[.* ⇒ give all its numbers: `let $1 = [1, 2]`
            let~\\w+ = ".* ⇒ a value is a number, a vector or a matrix
            let~{\\w+}(~| : | == | := | <- ){<VALUE>} ⇒ write `let $1 = $2`
            {save|include} \\( {"[^"]*"} \\) ⇒ write `$1 $2`
            {save|include}~{[\\w./-]+\\.nn} ⇒ write `$1 "$2"`
            save~(as|to)~{"[^"]*"} ⇒ write `save $1`
            save~{"[^"]*"}.*\\b(training|optimi[sz]er|memory|state|steps?|epochs?|all|everything)\\b.* ⇒ write `save $1 with training`
            (?i:(save[ _])?checkpoint)(~{"[^"]*\\.nn"})? ⇒ write `save "FILE.nn" with training`
            (resume|restore|continue)(~from)?~{"[^"]*\\.nn"} ⇒ write `include $1`
            resume \\(? {\\d+} \\)? ⇒ write `resume(step: $1)`
            resume(~training)? ⇒ include a file that `save "FILE.nn" with training` wrote: `include "FILE.nn"`
            save~(network|net|model|weights|all|parameters)\\b.* ⇒ write `save "FILE.nn"`
            save ⇒ like `save "FILE.nn"`
            include ⇒ like `include "FILE.nn"`
            check~gradients\\b.+ ⇒ write `check gradients`
            (check|check~(?!gradients).*|grad(ient)?s?[ _]?check) ⇒ write `check gradients`
            seed<IS>[a-z]\\w* ⇒ like `seed = 7`
            decay<IS>(off|none|no) ⇒ write `decay = 0`
            round<IS>(?i:off|none|no|false) ⇒ write `round = off`
            digits<IS>(?i:all|full|max|off|none|no) ⇒ write `digits = 17`
            activation~{\\w+}(~|: ){<ACTIVATION>} ⇒ write `activation $1 = $L2`
            activation~{\\w+} = "{\\w+}" ⇒ write `activation $1 = $2`
            loss~{\\w+ \\( \\w+ , \\w+ \\)} {[^=:]+} ⇒ write `loss $1 = $2`
            {activation|loss}~{\\w+ \\([^()]*\\)} (=>|:=|:|->) {.*} ⇒ write `$1 $2 = $3`
            (do|loop)~{\\d+}.* ⇒ write `repeat $1 { train 1 }`
            (repeat)~{\\d+}(~times)? [:{]? ⇒ put a block in braces after it: `repeat $1 { train 1 }`
            (do|loop|foreach)\\b.* ⇒ write `repeat 10 { train 1 }`
            if~{[^=<>!]+?} = {<N>} ⇒ compare with `==`: `if $1 == $2 { train 10 }`
            if {(?!.*\\belse\\b)[^:{]*?}( : |~then~| ){<VERB>.*} ⇒ put the block in braces: `if $1 { $2 }`
            else(~| : ){<VERB>.*} ⇒ put the block in braces, like `if error < 1 { train 1 } else { train 2 }`
            otherwise\\b.* ⇒ write `else`
            if~{.*?}( : |~then).* ⇒ write `if $1 { train 10 }`
            (use|with)~{<ACTIVATION>} ⇒ write it with its layer: `layer h[2] $L1`
            (?i:device|gpu|cuda|cpu)\\b.* ⇒ nn computes on the processor; leave this out
            (?i:delete|remove|del|rm|unset|drop|rename)~.* ⇒ nothing can be removed or renamed; `new` forgets everything
            (import|from|using|require|use|library)~.* ⇒ nn needs no imports; leave this out
            (def|function|func|fn|lambda|class)~.* ⇒ write an activation as `activation f(z) = z * sigmoid(z)`, a loss as `loss g(t, o) = (t - o)^4`
            (var|const|int|float|double|define|val|auto)~{\\w+} = {.+} ⇒ write `let $1 = $2`
            (close|clc|cls)\\b.* ⇒ leave it out; nn has no windows and nothing to clear
            (end|endif|done|return|pass|break|continue|begin|endfor)\\b.* ⇒ leave it out; a block goes in `{ }`
            (exit|quit|stop|bye|end|halt|q)( \\( \\))? ⇒ leave it out; a script ends with its last line
            %.* ⇒ a comment begins with `#`
            --.* ⇒ a comment begins with `#`
            """;

    /** Pieces of statements. */
    static final String PIECES = """
            [d∂] ?(E|e|error|Error|err|C|J|cost) / [d∂] ?{(w|bias|out|net) \\([^()]*\\)} ⇒ write `d(error, $1)`
            [d∂] ?(E|e|error|Error|err|C|J|cost) / [d∂] ?{<NAME>} ⇒ write `d(error, $1)`
            [d∂] ?(L|loss|Loss) / [d∂] ?{[wb]\\d+} ⇒ write `d(loss, $1)`
            [d∂] ?(L|loss|Loss) / [d∂] ?{<NAME>} ⇒ write `d(error, $1)`
            ! [d∂] \\({.*?}\\) / [d∂] \\({.*?}\\) ⇒ write `d($1, $2)`
            [d∂] ?{[a-z]+\\d+} / [d∂] ?{[a-z]+\\d+} ⇒ write `d($1, $2)`
            \\bd_?(E|error|err|L|loss|C|J)_?/?_?d_?{[wb]\\d+}\\b ⇒ write `d(error, $1)`
            (gradients?|grads) \\( {[^(),]*} \\) ⇒ write `grad($1)`
            (derivative|deriv|diff|partial|gradient|D|dd) \\( {[^(),]*} , {[^(),]*} \\) ⇒ write `d($1, $2)`
            (len|length|size|numel|count) \\( [^()]* \\) ⇒ the sizes of all layers are in `show network`
            ! delta \\( {[wb]\\d+} \\) ⇒ write `grad($1)`
            ! memory \\( {[wb]\\d+} , {\\w+} \\) ⇒ write `memory($2, $1)`
            (velocity|momentum(_buffer)?|exp_avg_sq) \\( {[wb]\\d+} \\) ⇒ write `memory(v, $1)`
            exp_avg \\( {[wb]\\d+} \\) ⇒ write `memory(m, $1)`
            ! loss {\\(.*\\bt\\b.*\\bo\\b.*} ⇒ define a loss: `loss g(t, o) = $1`
            \\b{<NAME>} \\[ (\\d+ )?:.* ⇒ an index is one number, from 1: `$1[1]`
            \\bw \\[ \\d+ , \\d+ \\] ⇒ name its two neurons: `w(x1, h1)`
            ! \\bw \\( \\d+ , \\d+ \\) ⇒ name its two neurons: `w(x1, h1)`
            ! \\bw \\( {\\d+} \\) ⇒ write `w$1`
            ! grad \\( {error|loss} , {[^()]+} \\) ⇒ write `d($1, $2)`
            ! grad \\( {[^(),]+} , {error|loss} \\) ⇒ write `d($2, $1)`
            ! grad \\( {[hxy]\\d+} \\) ⇒ write `d(error, $1)`
            ! \\bd \\( {[wbxh]\\d+} , {error|loss} \\) ⇒ write `d($2, $1)`
            ! loss \\( {y\\d*} \\) ⇒ write `error($1)`
            \\bw \\[ {<NAME>} , {<NAME>} \\] ⇒ write `w($1, $2)`
            \\bw \\( {<NAME>}( -> |~){<NAME>} \\) ⇒ write `w($1, $2)`
            {<ACTIVATION>}'.* ⇒ `show $L1` shows its derivative
            (?<!['\\w]){(weights|grad) \\([^()]*\\)|[A-Z]\\w*}'(?!\\w) ⇒ write `transpose($1)`
            \\be \\^ {\\w+|\\([^()]*\\)} ⇒ write `exp($1)`
            log10 \\( {[^(),]*} \\) ⇒ write `ln($1) / ln(10)`
            log2 \\( {[^(),]*} \\) ⇒ write `ln($1) / ln(2)`
            ! log \\( {[^(),]*} , {[^(),]*} \\) ⇒ write `ln($1) / ln($2)`
            pow(er)? \\( {[^(),]*} , {[^(),]*} \\) ⇒ write `($1) ^ ($2)`
            (logistic|sigm|σ) \\( {[^()]*} \\) ⇒ write `sigmoid($1)`
            (average|avg) \\( {[^()]*} \\) ⇒ write `mean($1)`
            (matmul|mul|mm) \\( {[^(),]*} , {[^(),]*} \\) ⇒ write `$1 * $2`
            (square|sqr) \\( {[^(),]*} \\) ⇒ write `($1) ^ 2`
            (ReLU|Relu|RELU) \\( {[^()]*} \\) ⇒ write `relu($1)`
            ((console|System|std|sys) (\\.|::)|cout|fprintf|printf).* ⇒ write `show error`, or `print "error {error}"`
            \\b{[wb]\\d+} \\. grad\\b ⇒ write `grad($1)`
            \\b{<NAME>\\d} \\. grad\\b ⇒ write `delta($1)`
            \\b{<NAME>} \\. grad\\b ⇒ write `grad($1)`
            \\b{<NAME>} \\. {out|net|delta}\\b(?! \\.) ⇒ write `$2($1)`
            \\b{<NAME>\\d} \\. bias\\b ⇒ write `bias($1)`
            \\b{<NAME>} \\. weights?\\b ⇒ write `weights($1)`
            \\b{<NAME>} \\. bias(es)?\\b ⇒ write `biases($1)`
            \\b{<NAME>(\\([^()]*\\))?} \\. T\\b ⇒ write `transpose($1)`
            \\b(np|numpy|math|torch|tf|F|jnp) \\. {exp|sqrt|abs|sin|cos|tan|tanh|sigmoid|relu|max|min|log|sum|mean|transpose} \\( {[^()]*} \\) ⇒ write `$1($2)`
            \\b(np|numpy|torch|tf|jnp) \\. (array|tensor|asarray|constant|Tensor) \\( {\\[.*\\]} \\) ⇒ write `$1`
            \\b\\w+ \\. (fit|train|step|backward|zero_grad)\\b.* ⇒ to train, write `train 100`
            \\b\\w+ \\. (add|append|Dense|Linear)\\b.* ⇒ write a layer as `layer h[3] sigmoid`
            \\b\\w+ \\. (predict|forward)\\b.* ⇒ write `predict [1, 0]`
            ['‘“]?[\\w./-]*\\w\\.(nn|csv|tsv|txt|svg|png|json)\\b ⇒ put the name of a file in double quotes
            (\\b<NAME>|\\)) \\. <NAME> ⇒ nn has no objects; write functions like `exp(1)`
            \\bw \\[ {\\d+} \\] ⇒ write `w$1`
            \\bb \\[ {\\d+} \\] ⇒ write `b$1`
            \\bweights (\\(\\w+\\) )?\\[.* ⇒ one weight is `w1`, or `w(x1, h1)` by its neurons; a layer's weights are `weights(h)`
            \\bbias(es)? (\\(\\w+\\) )?\\[.* ⇒ one bias is `b1`, or `bias(h1)` by its neuron
            \\b{out|net|delta} \\( {<NAME>} \\) \\[ {\\w+} \\] ⇒ write `$1($2[$3])`
            \\b(?![hxy]\\d? \\[){<NAME>} \\[ {\\w+} \\] \\[ {\\w+} \\] ⇒ write `$1[$2, $3]`
            \\b(sep|delimiter|delim)( : | = ){"[^"]*"|\\w+} ⇒ write `separator: $1`
            \\bheader( : | = )(?i:false|no|off|null|0) ⇒ write `header: none`
            \\bheader( : | = )(?i:true|yes|on|1) ⇒ write `header: first`
            \\bmissing( : | = )(?i:drop|omit|remove|ignore|leave_out) ⇒ write `missing: skip`
            \\bencoding( : | = )"?(?i:iso-?8859-?1|latin-1)"? ⇒ write `encoding: latin1`
            (?<![\\w)\\]]) ?\\( {[^()]+,[^()]*}\\) ⇒ write a vector in square brackets: `[$1]`
            = \\{ {[^{}]+}\\}? ⇒ write a vector in square brackets: `[$1]`
            \\[ {<N>}~{<N>}( \\] .*|)$ ⇒ put a comma between numbers: `[$1, $2]`
            \\[[^\\[\\]]*?<N>~<N>.* ⇒ put commas between numbers: `[1, 2; 3, 4]`
            \\b<N>~<N>.* ⇒ put commas between numbers: `[1, 2; 3, 4]`
            (^|[=(,+*/-]|show~) ?{<N>}~{[wbxhy]\\d+}\\b ⇒ write a product as `$1 * $2`
            \\b{exp|ln|log|sqrt|abs|sin|cos|tan|tanh|sigmoid|relu|sum|mean}~{<N>|<NAME>} ⇒ write `$1($2)`
            \\b{<NAME>?}_(hat|pred)\\b ⇒ write `out($1)`
            \\(([^()]*,)? {[a-z_]\\w*} = {[^(),]*} ⇒ name an argument with a colon: `$1: $2`
            \\b{[a-z_]+} : (?i:true|yes)\\b ⇒ write `$1: on`
            \\b{[a-z_]+} : (?i:false|no)\\b ⇒ write `$1: off`
            \\b(?i:true|false)\\b ⇒ a condition is a comparison, like `error < 0.1`
            """;
}
