" Colours for nn scripts in Vim and Neovim. Generated from editors/templates/nn.vim: change that.
if exists('b:current_syntax')
  finish
endif

syntax case match
syntax keyword nnKeyword activation all and animate as backward batch bias boundary check clear clip data decay digits draw edit else engine every expect explain export fixed for forward gradients help history if in include input layer learning let load loss new next none not nudge off on optimizer or order plot precision predict print quit redo reload repeat reset resume round sample save seed shared show shuffle target tie to train undo until unwatch update w watch weights why within
syntax keyword nnName abs absolute accuracy adagrad adam adamw biases binary_cross_entropy cos cross_entropy d delta elu epoch error exp gelu grad he he_normal huber leaky_relu linear ln max memory min momentum mse nesterov net network normal ones out pi relu rmsprop settings sgd sigmoid silu sin softmax softplus sqrt squared step tan tanh uniform xavier xavier_normal zeros
syntax match nnNumber /\v\k@1<!(\d+(_\d+)*(\.\d+(_\d+)*)?|\.\d+(_\d+)*)([eE][-+−]?\d+(_\d+)*)?\%?/
syntax match nnEscape /\\./ contained
syntax region nnString start=/"/ skip=/\\./ end=/"/ end=/$/ oneline contains=nnEscape
syntax match nnComment /#.*/ contains=@Spell

highlight default link nnKeyword Keyword
highlight default link nnName Function
highlight default link nnNumber Number
highlight default link nnString String
highlight default link nnEscape SpecialChar
highlight default link nnComment Comment

let b:current_syntax = 'nn'
