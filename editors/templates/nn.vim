" Colours for nn scripts in Vim and Neovim. Generated from editors/templates/nn.vim: change that.
if exists('b:current_syntax')
  finish
endif

syntax case match
syntax keyword nnKeyword {reserved }
syntax keyword nnName {names }
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
