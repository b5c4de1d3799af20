/*
 * The grammar of nn: what a script may say. NnLexer.g4 has its words and signs.
 *
 *   a declaration says what exists    layer h[2] sigmoid
 *   = sets a value                    learning rate = 0.5
 *   a verb does something             explain grad(w5)
 *
 * What the grammar leaves to the checks after it: whether a name is known, and whether it may be declared (the names of
 * quantities and functions may not); how many arguments a function takes, which options csv has, and which shape a value
 * has; where a declaration may be; that the variables in the definition of a loss are names; and that ~ compares values, not
 * conditions.
 *
 * In all rules but `statement`, `argument` and `detail` the next token says how to go on.
 */
parser grammar NnParser;

options { tokenVocab = NnLexer; }

// ------------------------------------------------------------------------------------------------------- the script

script : BOM? statements EOF ;

// A statement ends with its line or at a semicolon. Empty lines, and empty statements, are nothing.
statements : statement? ((NEWLINE | ';') statement?)* ;

statement : declaration | setting | verb | prediction | control | assignment | value ;

// A block opens on the line of its statement.
block : '{' statements '}' ;

// After a sign that asks for more (a binary operator, = ~ @, a comma) the statement goes on, on the next line that
// is not empty: NEWLINE*. Inside ( ) and [ ] the lexer has dropped the line ends already.

// ----------------------------------------------------------------------------------------------------- declarations

declaration
    : 'input' name neurons                                              // input x[2]
    | 'layer' name neurons method                                       // layer y(cat, dog) softmax
    | 'loss' method ('=' NEWLINE* expression)?                          // loss huber(0.5); loss quartic(t, o) = (t - o)^4
    | 'optimizer' method block?                                         // optimizer adam(beta1: 0.8); with lines, a new one
    | 'activation' name ('(' name ')' '=' NEWLINE* expression           // activation swish(z) = z * sigmoid(z)
                        | '=' NEWLINE* method)                          // activation h = leaky_relu(0.1)
    | 'let' name '=' NEWLINE* expression                                // let n = 4
    ;

// How many neurons, or what they are called.
neurons : '[' expression ']' | '(' name (',' name)* ')' ;

// An activation, a loss or an optimizer: its arguments may be left out, and may be named.
method    : name ('(' arguments ')')? ;
arguments : (argument (',' argument)*)? ;
argument  : (label ':')? (expression | toggle) ;
toggle    : 'on' | 'off' ;                                              // optimizer momentum(classic: on)

// --------------------------------------------------------------------------------------------------------- settings

setting
    : 'weights' name '=' NEWLINE* expression 'fixed'?                   // weights h = he
    | 'bias' name '=' NEWLINE* (expression sharing? | 'none')           // bias h = 0.35 shared fixed
    | ('input' | 'target' | 'seed' | 'digits') '=' NEWLINE* expression
    | 'clip' '=' NEWLINE* (expression 'each'? | 'off')                 // clip = 1; clip = 0.5 each
    | 'decay' '=' NEWLINE* expression ('weights' | 'absolute')?         // decay = 0.01 weights
    | 'learning' 'rate' '=' NEWLINE* expression
    | 'data' '=' NEWLINE* (samples | file)
    | 'batch' '=' NEWLINE* (expression | 'all')
    | 'round' '=' NEWLINE* (expression | 'off')
    | 'shuffle' '=' NEWLINE* ('on' | 'off')
    | 'order' '=' NEWLINE* ('simultaneous' | 'sequential')
    | 'engine' '=' NEWLINE* ('auto' | 'exact')
    | 'precision' '=' NEWLINE* ('double' | 'single')
    ;

// shared: one parameter for the layer; fixed: never trained.
sharing : 'shared' 'fixed'? | 'fixed' 'shared'? ;

// Several samples, inputs -> targets, and perhaps a weight: [0, 0 -> 0; 0, 1 -> 1 : 2]
samples : '[' sample (';' sample)* (']' | LAST) | NUMBERS ;
sample  : row '->' row (':' expression)? ;

// csv("iris.csv", target: species, test: 20%, scale: standard). The checks know the options, and what they may be.
file    : 'csv' ('(' details ')')? ;
details : (detail (',' detail)*)? ;
detail  : (label ':')? (expression | column | columns) ;

// Columns are given by any words, or in quotes; what can be read as an expression is one.
columns : '[' column (',' column)* ']' ;
column  : STRING | label ;

// The name of an argument, an option or a column: any word.
label
    : NAME | PARAMETER | 'input' | 'target' | 'data' | 'loss' | 'weights' | 'bias' | 'w'
    | 'none' | 'and' | 'or' | 'not' | 'if' | 'on' | 'off' | RESERVED
    ;

// ------------------------------------------------------------------------------------------------------------ verbs

verb
    : ('forward' | 'backward' | 'update' | 'next' | 'reset')
    | 'train' expression? ('until' expression ('rises' 'for' expression)?)? ('every' expression block)?
    | 'sample' expression
    | 'predict' expression 'raw'?
    | 'show' items
    | 'explain' expression ('in' 'full')? ('as' ('latex' | 'markdown' | 'mathml' | 'text'))?
    | 'expect' expression ('~' NEWLINE* sum ('within' sum)?)?           // expect loss < 1; expect w5 ~ 0.35891648
    | 'why' (answers ('given' answers)? | STRING)                       // why w1 = 0.1498, error = 0.29 given net(y2) = 0.185
    | 'nudge' sum 'by' sum                                              // nudge w5 by 0.01
    | 'tie' parameter (',' NEWLINE* parameter)*                         // tie w1, w5
    | 'check' 'gradients'
    | picture
    | 'animate' picture                                                 // animate draw every 100 to "net.svg"
    | ('print' | 'include' | 'export') STRING
    | 'save' STRING ('with' 'training')?
    | 'resume' '(' arguments ')'                                        // resume(step: 100, epoch: 50)
    | 'undo' expression?
    | 'new'                                                             // outside blocks only, as the checks say
    ;

items : expression (',' NEWLINE* expression)* ;

picture
    : 'plot' plotted (',' NEWLINE* plotted)* clause*                    // plot loss, w5 every 10 log to "loss.svg"
    | 'draw' ('gradients' | 'update' | 'path' parameter)? ('@' NEWLINE* step)? clause*
    ;
plotted : 'boundary' ('(' expression ')')? ('@' NEWLINE* step)? | expression ;

// The checks know which picture takes which clause; each stands once.
clause
    : 'over' sum (',' NEWLINE* sum)*                                    // plot error over w5, w6 from -1 to 1, 0 to 2
    | 'from' interval (',' NEWLINE* interval)*
    | 'every' sum
    | 'at' name                                                         // plot sigmoid at h
    | 'as' sum 'by' sum                                                 // plot weights(h) as 8 by 8
    | 'log'
    | 'to' STRING
    ;
interval : sum 'to' sum ;

// What a reader got. A file of answers has one on a line: statements of which each is an answer.
answers : answer (',' NEWLINE* answer)* ;
answer  : sum '=' NEWLINE* got ;                                        // out(h) = [0.5933, 0.5969]
got
    : number
    | '[' (numbers (';' numbers)* (']' | LAST) | '[' numbers ']' (',' '[' numbers ']')* ']')
    | NUMBERS
    ;
numbers : number (',' number)* ;
number  : '-'? NUMBER ;

prediction : 'predict' 'csv' '(' details ')' 'to' STRING ;              // predict csv("new.csv") to "out.csv"

assignment : (parameter | name) '=' NEWLINE* expression 'fixed'? ;      // w5 = 0.4 fixed; the checks refuse other names
value      : expression ;                                                // alone on a line it is shown

control
    : 'repeat' expression block
    | 'for' name 'in' expression block
    | 'if' expression block (ELSE_IF expression block)* (OTHERWISE statements '}')?
    ;

// ------------------------------------------------------------------------------- expressions, from loose to tight

expression  : conjunction ('or' NEWLINE* conjunction)* ;
conjunction : condition ('and' NEWLINE* condition)* ;
condition
    : 'not' condition
    | sum (('<' | '<=' | '>' | '>=' | '==' | '!=') NEWLINE* sum)?       // a < b < c is none
    ;
sum     : product (('+' | '-') NEWLINE* product)* ;
product : factor (('*' | '/') NEWLINE* factor)* ;
factor
    : '-' factor                                                        // -2^2 is -(2^2)
    | operand ('@' NEWLINE* step)? ('^' NEWLINE* factor)?               // 2^-1; 2^3^2 is 2^(3^2)
    ;

// A quantity as it was after n updates: error @ 0 - error is a difference.
step : NUMBER | name | '(' expression ')' ;

operand
    : NUMBER
    | '(' expression ')'
    | '[' row (';' row)* (']' | LAST)                                   // a row is one neuron, a column one source
    | NUMBERS                                                           // [1, 2; 3, 4] or [[1, 2], [3, 4]]
    | 'if' '(' expression ',' expression ',' expression ')'             // if(z > 0, z, 0.01 * z)
    | parameter
    | (name | 'input' | 'target' | 'data' | 'loss' | 'weights')         // h1, loss, pi
        ( '[' expression (',' expression)? ']'                          // h[1], A[1, 2]
        | '(' row ')'                                                   // net(h1), d(error, w5), exp(1)
        )?
    ;

row : expression (',' expression)* ;

// One weight or one bias.
parameter
    : PARAMETER                                                         // w5, b1
    | 'w' '(' expression ',' expression ')'                             // from, to
    | 'bias' '(' expression ')'
    ;

// What can be declared: a word that is not reserved. Some are choices, but only there.
name
    : NAME
    | 'simultaneous' | 'sequential' | 'auto' | 'exact' | 'double' | 'single'
    | 'full' | 'latex' | 'markdown' | 'mathml' | 'text' | 'csv' | 'by' | 'rises' | 'rate' | 'each' | 'absolute' | 'given'
    | 'with' | 'training' | 'raw' | 'from' | 'over' | 'at' | 'log' | 'path'
    ;
