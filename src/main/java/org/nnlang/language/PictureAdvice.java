package org.nnlang.language;

/** The table of {@link Advice} for statements that ask for pictures; its rows are like those of {@link AdviceTables}. */
final class PictureAdvice {
    /** The patterns behind the names; each may contain names further down, and those of {@link AdviceTables#PARTS}. */
    static final String[][] PARTS = {
        {"<MADE>", "(plot~(<CURVES>|<VALUES>|boundary|data|confusion)|draw(~gradients|~update|~path~[wb]\\d+)?)"},
        {"<CURVES>", "<CURVE>( , <CURVE>)*"},
        {"<CURVE>", "([wb]\\d+|[hxy]\\d+|(error|loss|accuracy)( \\( test \\))?|(net|out|delta|grad) \\( ?\\l+\\d+ ?\\))"
        },
        {"<VALUES>", "(weights|biases|out|net|delta|grad) \\( ?\\l\\w* ?\\)"},
        {
            "<DRAWN>",
            "(the~|a~|my~|whole~|neural[_ ~]?)*(network|net|nn|graph|diagram|model|layers?|architecture|neurons?|topology)"
        },
        {"<TIME>", "(the~|each~)?(?i:epochs?|steps?|updates?|time|iterations?|iters?|training|history)"},
        {"<VS>", "(vs|vs\\.|against|versus|per|by)"},
        {"<GRAPH>", "(plot|graph|chart|curve|line|figure|history)"},
        {"<TEST>", "(?i:test|val|validation)"},
        {"<F>", "(?!softmax)<ACTIVATION>"},
    };

    static final String STATEMENTS = """
            plot~{x\\d+}~<VS>~{x\\d+} ⇒ write `plot data over $1, $2`
            ! plot~{<CURVES>}~(<VS>|over|as~a~function~of|during|through|across)~<TIME> ⇒ write `plot $1`; it is over the updates
            ! plot~{<CURVES>}~every~(epoch|step|update|iteration)s? ⇒ write `plot $1`, or with a number of updates `plot $1 every 10`
            plot~{<CURVES>}~every~{\\d+}~(epoch|step|update|iteration)s? ⇒ write `plot $1 every $2`; it counts updates
            plot~{<CURVE>}~(<VS>|over|of|in|on)~\\(? {[wbx]\\d+}( , |~and~|~x~| × |~by~|~<VS>~|~){[wbx]\\d+} \\)? ⇒ write `plot $1 over $2, $3`
            plot~{<CURVES>}~<VS>~{[wbx]\\d+} ⇒ write `plot $1 over $2`
            plot~(contours?|surface|landscape|3d)~(of~)?(the~)?{error|loss}\\b[^\\d]*?{[wb]\\d+}( , |~and~|~){[wb]\\d+} ⇒ write `plot $1 over $2, $3`
            plot~(the~)?{error|loss}[_ ~](surface|landscape|contours?)\\b[^\\d]*?{[wb]\\d+}( , |~and~|~){[wb]\\d+} ⇒ write `plot $1 over $2, $3`
            plot~(the~)?{error|loss}[_ ~](surface|landscape|contours?) ⇒ like `plot $1 over w1, w2`

            {<MADE>}( , |~)?(to|in|into|as|>>|>)? "?{[\\w/.-]+\\.(svg|png|tex)}"? ⇒ write `$1 to "$2"`
            {<MADE>}( , |~)?(to|in|into|as|>>|>)? "?{[\\w/-]+}\\.(pdf|jpe?g|gif|bmp|eps|webp)"? ⇒ write `$1 to "$2.svg"`
            (save|export|write|store)~(the~)?(plot|picture|figure|graph|chart|drawing|diagram|image)\\b.* ⇒ write a picture where you ask for it: `plot loss to "loss.svg"`
            (\\w+ \\. )?savefig\\b.* ⇒ write a picture where you ask for it: `plot loss to "loss.svg"`

            (plot|graph|visuali[sz]e|show|display|view)[ =:.(]+(the~)?(<DRAWN>)(~(graph|diagram|picture|plot))(\\( \\))? ⇒ write `draw`
            (plot|graph|visuali[sz]e|plot_model)[ =:.(]+<DRAWN>[ )]* ⇒ write `draw`
            draw[ =:.(]+(<DRAWN>|weights|biases|outputs?|all|everything|it|now)[ )]* ⇒ write `draw`
            (visuali[sz]e|diagram)\\b.* ⇒ write `draw`
            draw~(the~)?(grad\\w*|deltas?|back_?prop\\w*|back|backward|derivatives?)[ ()]* ⇒ write `draw gradients`
            draw~(the~)?(updates|next(~update)?|next~step|new~weights) ⇒ write `draw update`
            draw~(the~|a~)?((paths?|chain(~|_|-)?rule|grad|derivation|gradient)( \\( |~))?((to|of|from|for|through)~)?{[wb]\\d+}[ )]* ⇒ write `draw path $1`
            draw~(the~|a~)?(paths?|chain(~|_|-)?rule)\\b.* ⇒ like `draw path w1`
            draw~((at|after)~)?((step|update)~)?{\\d+}(~(steps|updates))? ⇒ write `draw @ $1`
            draw~(the~)?{<CURVES>}(~<GRAPH>)? ⇒ write `plot $1`
            draw~(the~)?(decision[_ ~])?{boundary|data|confusion}(~matrix)? ⇒ write `plot $1`
            draw~(?!(gradients|update|path|to|every|at)\\b)\\w+ ⇒ `draw` shows the whole network

            animate~{<CURVES>}.* ⇒ write `plot $1`; a curve shows all steps
            animate~(the~)?(decision[_ ~])?{boundary|confusion}{.*} ⇒ write `animate plot $1$2`
            animate~{every~\\d+.*} ⇒ write `animate draw $1`
            animate~(<DRAWN>|(the~)?training|weights|it).* ⇒ write `animate draw to "training.svg"`
            animate ⇒ like `animate draw every 100 to "training.svg"`

            (plot|graph|chart)[ (]*["'‘’“”]{<CURVES>}["'‘’“”][ )]* ⇒ write `plot $1`
            (plt|ax|pyplot|sns) \\. \\w+ \\( (\\w+ , )?{<CURVES>}\\b[^()]*\\)? ⇒ write `plot $1`
            (plt|ax|fig|pyplot|sns)\\b.* ⇒ leave it out: `plot loss` needs no more
            (import|from|using|use|library)~.*(plot|pyplot|seaborn|plt|graph)\\b.* ⇒ leave it out: `plot loss` needs nothing
            (show|display|print|view|see)~(the~|a~)?<GRAPH>~(of~)?(the~)?{<CURVES>} ⇒ write `plot $1`
            (show|display|view|plot)~(the~|a~)?{<CURVES>}[_ ~]<GRAPH> ⇒ write `plot $1`
            (show|display|view|see)~(the~|a~)?(diagram|drawing|picture)\\b.* ⇒ write `draw`
            (show|display|view)~(the~|a~)?(plot|graph|chart|curve|figure)s?\\b.* ⇒ like `plot loss`
            (graph|chart|curve|line|lineplot|plot~<GRAPH>|plot)[ (.=:]+(of~)?(the~)?{<CURVES>}[ )]* ⇒ write `plot $1`
            (graph|chart)\\b.* ⇒ like `plot loss`
            plot~(learning~rate|lr|seed|optimi[sz]er|settings|batch|decay)\\b.* ⇒ `show settings` shows the settings
            plot~(the~)?(learning|training|history|convergence|progress|train~(curve|history))\\b.* ⇒ like `plot loss`
            plot~(the~)?(decision[_ ~]?(boundary|boundaries|surface|regions?)|boundaries|regions?) ⇒ write `plot boundary`
            plot~(the~)?(decision[_ ~]?)?boundary~(of~|for~)?{y\\d+} ⇒ write `plot boundary($1)`
            {show|plot}~(the~)?confusion[_ ~]matrix{( \\( test \\))?} ⇒ write `$1 confusion$2`
            (confusion|cm)\\b.* ⇒ write `show confusion`, or `plot confusion`
            {show|plot}~confusion~(of~|on~|for~)?(the~)?<TEST>\\b.* ⇒ write `$1 confusion(test)`
            ! {show|plot}~confusion \\( train\\w* \\) ⇒ write `$1 confusion`
            plot~data \\( \\w+ \\) ⇒ write `plot data`; test samples are hollow
            (plot~)?(hist|histo|histogram|distribution|density)[ (]+(of~)?(the~)?{weights|biases|<VALUES>}[ )]*( , .*)? ⇒ write `plot histogram($1)`
            ! plot~histogram \\( {weights|biases|<VALUES>} , .* \\) ⇒ write `plot histogram($1)`
            plot~{weights|biases|<VALUES>}~(histogram|hist|distribution) ⇒ write `plot histogram($1)`
            show~histogram \\( {weights|biases|<VALUES>} \\) ⇒ write `plot histogram($1)`
            (plot~)?(heat_?map|imshow|matshow|image|bars?|barplot|matrix)[ (]+(of~)?{<VALUES>}[ )]* ⇒ write `plot $1`
            plot~{weights|biases|out|net|delta|grad}~(of~|in~|for~)?{(?!(as|to|over|from|every|at|log|of|in|for)\\b)\\l\\w*} ⇒ write `plot $1($2)`
            plot~(the~)?{weights|biases} ⇒ of one layer, write `plot $1(h)`; of all, `plot histogram($1)`
            plot~{<VALUES>}~(as~)?\\[? {\\d+}( x |×|\\*| , |~by~|~){\\d+} \\]? ⇒ write `plot $1 as $2 by $3`
            plot~{<VALUES>}~as~.* ⇒ like `plot $1 as 8 by 8`
            plot~(the~)?(gradients?|grads?|deltas?) ⇒ write `draw gradients`, or of one layer `plot grad(h)`
            plot~w ⇒ one weight is `plot w5`; of one layer, write `plot weights(h)`
            (plot|scatter)[ (]*(the~)?(samples|dataset|data~set|points|data~points|inputs?|examples|training~data|train~data|scatter|scatter~(data|plot))[ )]* ⇒ write `plot data`
            scatter[ (]+{x\\d+} , {x\\d+}[ )]* ⇒ write `plot data over $1, $2`
            scatter\\b.* ⇒ write `plot data`
            plot~(the~)?(test|validation)([_ ~](data|set|samples))? ⇒ write `plot data`; test samples are hollow
            plot~(train\\w*[_ ~])?{loss|accuracy}( , |~and~| & |~<VS>~|~)<TEST>[_ ~]{loss|accuracy} ⇒ write `plot $1, $2(test)`
            plot~{loss|accuracy}~(train\\w*~)?(and|<VS>)~<TEST>(~\\w+)? ⇒ write `plot $1, $1(test)`
            plot~<TEST>[_ ~]{loss|accuracy} ⇒ write `plot $1(test)`
            plot~{loss|accuracy}~(on~|of~|for~)?(the~)?<TEST>\\b.* ⇒ write `plot $1(test)`
            plot~train\\w*[_ ~]{loss|accuracy} ⇒ write `plot $1`
            ! plot~{<CURVES>}(~and~| & |~){<CURVE>} ⇒ write `plot $1, $2`

            plot~{<CURVES>}[ ,]+((on|with|in)~)?(a~)?(log~(scale|y|axis|plot)\\w*|logarithmic\\w*|log_?(y|scale|axis)?|semilogy?)(~\\w+)? ⇒ write `plot $1 log`
            (plot~)?(log|semilogy?|logarithm)~(plot~)?(of~)?{<CURVES>} ⇒ write `plot $1 log`
            plot~{<CURVES>}~(from~)?{\\d+}( \\.\\.+ | : | - |-| – |~to~){\\d+} ⇒ write `plot $1 from $2 to $3`
            plot~{<CURVES>}~((until|up~to|till|to|for|at|after)~)?((step|update)~)?{\\d+}(~<TIME>)? ⇒ write `plot $1 from 0 to $2`
            plot~{<CURVES>}~(last|first|from)\\b.* ⇒ give two steps: `plot $1 from 0 to 10`
            plot~{boundary|confusion|<VALUES>}~((at|after)~)?((step|update)~)?{\\d+}(~(steps|updates))? ⇒ write `plot $1 @ $2`
            plot~{<F>}~(from~)?{<N>}( \\.\\.+ |~to~| : | , ){<N>} ⇒ write `plot $1 from $2 to $3`
            plot~{<F>}~(from|to)\\b.* ⇒ give both ends: `plot $1 from -6 to 6`
            plot~(the~)?(derivatives?|slope)( \\( |~)(of~)?{<F>}[ )]* ⇒ write `plot $1`; its derivative is in the picture
            plot~{<F>}( '.*|~(derivative|function|curve|activation)s?) ⇒ write `plot $1`; its derivative is in the picture
            plot~(activation|function)(~|: ){<F>} ⇒ write `plot $1`
            plot~\\w+ = {<F>}\\b.* ⇒ write `plot $1`
            plot~activation~(of~)?{\\l\\w*} ⇒ like `plot sigmoid at $1`
            plot~(the~)?activations?\\b.* ⇒ like `plot sigmoid`
            ! plot~{<F>} \\( \\l \\) ⇒ write `plot $1`

            plot~{<CURVES>}[ ,]+(with~)?(a~)?(title|labels?|colou?r|legend|style|width|size|grid|xlabel|ylabel|red|blue)\\b.* ⇒ write `plot $1`; a picture has its own title and legend
            (title|xlabel|ylabel|legend|subplots?|figure|grid|colou?rbar|hold)\\b.* ⇒ leave it out: `plot loss` has its own title and legend
            plot ⇒ like `plot loss`, `plot boundary` or `plot sigmoid`
            """;

    private PictureAdvice() {}
}
