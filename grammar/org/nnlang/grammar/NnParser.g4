/*
 * The grammar of nn: what a script may say. NnLexer.g4 has its words and signs.
 *
 *   a declaration says what exists    layer h[2] sigmoid
 *   = sets a value                    learning rate = 0.5
 *   a verb does something             explain grad(w5)
 *
 * What the grammar leaves to the check after it: whether a name is known, whether it may be declared (the names of
 * quantities and functions may not), how many arguments a function takes, which options csv has, which shape a value
 * has, and where a declaration may stand.
 */
parser grammar NnParser;

options { tokenVocab = NnLexer; }

// ------------------------------------------------------------------------------------------------------- the script

script : BOM? statements EOF ;

// A statement ends with its line or at a semicolon. Empty lines, and empty statements, are nothing.
statements : statement? ((NEWLINE | ';') statement?)* ;

statement
    : declaration
    | setting
    | verb
    | control
    | expression                                // alone on a line it is shown
    ;

// A block opens on the line of its statement.
block : '{' statements '}' ;

// After a sign that asks for more (a binary operator, = ~ @, a comma) the statement goes on, on the next line that
// is not empty. Inside ( ) and [ ] the lexer has dropped the line ends already.
more : NEWLINE* ;

// ----------------------------------------------------------------------------------------------------- declarations

declaration
    : 'input' name neurons                                          // input x[2]
    | 'layer' name neurons method                                   // layer y(cat, dog) softmax
    | 'loss' method                                                 // loss huber(0.5)
    | 'loss' name '(' name ',' name ')' '=' more expression         // loss quartic(t, o) = (t - o)^4
    | 'optimizer' method                                            // optimizer adam(beta1: 0.8)
    | 'activation' name '(' name ')' '=' more expression            // activation swish(z) = z * sigmoid(z)
    | 'let' name '=' more expression                                // let n = 4
    ;

// How many neurons, or what they are called.
neurons
    : '[' expression ']'
    | '(' name (',' name)* ')'
    ;

// An activation, a loss or an optimizer: its arguments may be left out, and may be named.
method   : name ('(' (argument (',' argument)*)? ')')? ;
argument : (word ':')? expression ;

// --------------------------------------------------------------------------------------------------------- settings

setting
    : 'weights' name '=' more expression 'fixed'?                   // weights h = he
    | 'bias' name '=' more (expression sharing? | 'none')           // bias h = 0.35 shared fixed
    | (parameter | name) '=' more expression                        // w5 = 0.4; the check refuses other names
    | 'activation' name '=' more method                             // activation h = leaky_relu(0.1)
    | 'input' '=' more expression                                   // input = [0.05, 0.10]
    | 'target' '=' more expression
    | 'data' '=' more (samples | file)
    | 'learning' 'rate' '=' more expression
    | 'batch' '=' more (expression | 'all')
    | 'shuffle' '=' more ('on' | 'off')
    | 'decay' '=' more expression
    | 'order' '=' more ('simultaneous' | 'sequential')
    | 'round' '=' more (expression | 'off')
    | 'seed' '=' more expression
    | 'engine' '=' more ('auto' | 'exact')
    | 'precision' '=' more ('double' | 'single')
    | 'digits' '=' more expression
    ;

// shared: one parameter for the layer; fixed: never trained.
sharing
    : 'shared' 'fixed'?
    | 'fixed' 'shared'?
    ;

// Several samples, inputs -> targets: [0, 0 -> 0; 0, 1 -> 1]
samples : '[' sample (';' sample)* ';'? ']' ;
sample  : row '->' row ;

// csv("iris.csv", target: species, test: 20%, scale: standard). The check knows the options, and what they may be.
file   : 'csv' ('(' (option (',' option)*)? ')')? ;
option : (word ':')? (expression | other | columns) ;

// Columns are given by any words, or in quotes; those that are expressions too are read as such.
columns : '[' (plain ',')* other (',' (plain | other))* ']' ;

// ------------------------------------------------------------------------------------------------------------ verbs

verb
    : 'forward'
    | 'backward'
    | 'update'
    | 'next'
    | 'train' expression? ('until' expression)? ('every' expression block)?
    | 'sample' expression
    | 'predict' expression 'raw'?
    | 'predict' 'csv' '(' (option (',' option)*)? ')' 'to' STRING
    | 'show' quantities
    | 'explain' expression ('in' 'full')? ('as' ('latex' | 'markdown' | 'mathml' | 'text'))?
    | 'expect' expression                                           // expect accuracy == 1
    | 'expect' sum '~' more sum ('within' sum)?                     // expect w5 ~ 0.35891648
    | 'why' sum '=' more '-'? NUMBER                                // why grad(w5) = 0.0411
    | 'check' 'gradients'
    | 'plot' (quantities | 'boundary') ('to' STRING)?
    | 'draw' ('to' STRING)?
    | 'print' STRING
    | 'undo' expression?
    | 'reset'
    | 'include' STRING
    | 'save' STRING
    | 'export' STRING
    | 'new'                                                         // at the top level only, as the check says
    ;

quantities : expression (',' more expression)* ;

control
    : 'repeat' expression block
    | 'for' name 'in' expression block
    | 'if' expression block (NEWLINE* 'else' 'if' expression block)* (NEWLINE* 'else' block)?
    ;

// ------------------------------------------------------------------------------- expressions, from loose to tight

expression  : conjunction ('or' more conjunction)* ;
conjunction : negation ('and' more negation)* ;
negation    : 'not' negation | comparison ;
comparison  : sum (('<' | '<=' | '>' | '>=' | '==' | '!=') more sum)? ;     // a < b < c is none
sum         : product (('+' | '-') more product)* ;
product     : signed (('*' | '/') more signed)* ;
signed      : '-' signed | power ;                                          // -2^2 is -(2^2)
power       : moment ('^' more exponent)? ;                                 // 2^3^2 is 2^(3^2)
exponent    : '-' exponent | power ;                                        // 2^-1

// A quantity as it was after n updates: error @ 0 - error is a difference.
moment : operand ('@' more (NUMBER | name | '(' expression ')'))? ;

operand
    : NUMBER
    | vector
    | '(' expression ')'
    | 'if' '(' expression ',' expression ',' expression ')'         // if(z > 0, z, 0.01 * z)
    | quantity
    ;

// [1, 2, 3]; [1, 2; 3, 4], or [[1, 2], [3, 4]]: a row is one neuron, a column one source. [1, 2;] is a matrix of one row.
vector : '[' row (';' row)* ';'? ']' ;
row    : expression (',' expression)* ;

// ------------------------------------------------------------------------------------------------------- quantities

quantity
    : parameter
    | known ('[' expression (',' expression)? ']')?                 // h1, h[1], loss, pi
    | known '(' expression (',' expression)* ')'                    // net(h1), d(error, w5), exp(1)
    ;

// One weight or one bias.
parameter
    : PARAMETER                                                     // w5, b1
    | 'w' '(' expression ',' expression ')'                         // from, to
    | 'bias' '(' expression ')'
    ;

// ------------------------------------------------------------------------------------------------------------ names

// What can be declared: a word that is not reserved. Some are choices of a setting, but only there.
name
    : NAME
    | 'simultaneous' | 'sequential' | 'auto' | 'exact' | 'double' | 'single'
    | 'full' | 'latex' | 'markdown' | 'mathml' | 'text' | 'csv' | 'raw'
    ;

// What can be asked for: also the reserved words that name a quantity.
known : name | 'input' | 'target' | 'data' | 'loss' | 'weights' ;

// Any word at all, inside brackets, before a colon or as the name of a column.
word    : plain | special ;
plain   : known | PARAMETER ;
other   : special | STRING ;
special : 'bias' | 'w' | 'none' | 'and' | 'or' | 'not' | 'if' | RESERVED ;
