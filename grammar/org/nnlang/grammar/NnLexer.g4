/*
 * The words and signs of nn.
 *
 * Together with NnParser.g4 this is the specification of what an nn script may say. The language's own parser is written
 * by hand, for speed, deep nesting and the wording of its errors; the tests hold it against this grammar: both accept
 * the same scripts.
 *
 * There are two modes, because a line end means two things. Outside brackets it ends a statement and is a token.
 * Inside ( ) and [ ], at any depth, it is blank space: that is the mode INSIDE at the end of this file.
 */
lexer grammar NnLexer;

// ---------------------------------------------------------------------------------------------------- blank space

BOM     : '\uFEFF' ;                        // the mark some editors put before the first line
BLANK   : [ \t\u00A0]+ -> skip ;             // also the no-break space of text from web pages
COMMENT : '#' ~[\r\n]* -> skip ;
NEWLINE : '\r'? '\n' | '\r' ;

// ------------------------------------------------------------------------------------- the words of the language
// They are reserved: nothing can be declared by these names.

// what exists
INPUT      : 'input' ;
LAYER      : 'layer' ;
LOSS       : 'loss' ;
OPTIMIZER  : 'optimizer' ;
ACTIVATION : 'activation' ;
LET        : 'let' ;

// what is set
WEIGHTS    : 'weights' ;
BIAS       : 'bias' ;
W          : 'w' ;                          // w(h1, y1)
TARGET     : 'target' ;
DATA       : 'data' ;
LEARNING   : 'learning' ;
RATE       : 'rate' ;
BATCH      : 'batch' ;
SHUFFLE    : 'shuffle' ;
DECAY      : 'decay' ;
ORDER      : 'order' ;
ROUND      : 'round' ;
SEED       : 'seed' ;
ENGINE     : 'engine' ;
PRECISION  : 'precision' ;
DIGITS     : 'digits' ;

SHARED     : 'shared' ;
FIXED      : 'fixed' ;
ALL        : 'all' ;
NONE       : 'none' ;
ON         : 'on' ;
OFF        : 'off' ;

// what is done
FORWARD    : 'forward' ;
BACKWARD   : 'backward' ;
UPDATE     : 'update' ;
NEXT       : 'next' ;
TRAIN      : 'train' ;
UNTIL      : 'until' ;
EVERY      : 'every' ;
SAMPLE     : 'sample' ;
PREDICT    : 'predict' ;
SHOW       : 'show' ;
EXPLAIN    : 'explain' ;
AS         : 'as' ;
EXPECT     : 'expect' ;
WITHIN     : 'within' ;
WHY        : 'why' ;
CHECK      : 'check' ;
GRADIENTS  : 'gradients' ;
PLOT       : 'plot' ;
BOUNDARY   : 'boundary' ;
DRAW       : 'draw' ;
TO         : 'to' ;
PRINT      : 'print' ;
UNDO       : 'undo' ;
RESET      : 'reset' ;
REPEAT     : 'repeat' ;
FOR        : 'for' ;
IN         : 'in' ;
IF         : 'if' ;
ELSE       : 'else' ;
INCLUDE    : 'include' ;
SAVE       : 'save' ;
EXPORT     : 'export' ;
NEW        : 'new' ;

// what is true
AND        : 'and' ;
OR         : 'or' ;
NOT        : 'not' ;

// what only the prompt understands: reserved in scripts too, so that a script can be pasted there
PROMPT     : 'help' | 'watch' | 'unwatch' | 'redo' | 'history' | 'clear' | 'load' | 'reload' | 'edit' | 'quit' ;

// Choices of a setting. They mean something in one place each and are ordinary names everywhere else.
SIMULTANEOUS : 'simultaneous' ;
SEQUENTIAL   : 'sequential' ;
AUTO         : 'auto' ;
EXACT        : 'exact' ;
DOUBLE       : 'double' ;
SINGLE       : 'single' ;
FULL         : 'full' ;
LATEX        : 'latex' ;
MARKDOWN     : 'markdown' ;
MATHML       : 'mathml' ;
TEXT         : 'text' ;
CSV          : 'csv' ;
RAW          : 'raw' ;

// -------------------------------------------------------------------------------------- names, numbers and strings

PARAMETER : [wb] [0-9]+ ;                   // w5, b1: no name of one's own
NAME      : LETTER (LETTER | MARK | DIGIT)* ;
NUMBER    : (DIGITS_OF ('.' DIGITS_OF)? | '.' DIGITS_OF) EXPONENT? '%'? ;
STRING    : '"' (~["\\\r\n] | '\\' ["\\nt{}])* '"' ; // print "…{expression}…": the holes are left to the parser

// A number runs into no name: 100until and 1e are mistakes.
RUN_ON    : NUMBER LETTER (LETTER | MARK | DIGIT)* ;

fragment LETTER    : [\p{L}_] ;             // of any script
fragment MARK      : [\p{M}] ;              // the vowel signs and accents that go with it
fragment DIGIT     : [\p{Nd}] ;
fragment DIGITS_OF : [0-9]+ ('_' [0-9]+)* ; // 1_000_000
fragment EXPONENT  : [eE] [-+−]? DIGITS_OF ;

// ------------------------------------------------------------------------------------------------------------ signs
// The signs that derivations are printed with, − · ×, can be read back.

SET        : '=' ;
ABOUT      : '~' ;
PLUS       : '+' ;
MINUS      : '-' ;
TRUE_MINUS : [−] -> type(MINUS) ;
TIMES      : '*' ;
TRUE_TIMES : [·×] -> type(TIMES) ;
OVER       : '/' ;
POWER      : '^' ;
BELOW      : '<' ;
AT_MOST    : '<=' ;
ABOVE      : '>' ;
AT_LEAST   : '>=' ;
EQUAL      : '==' ;
UNEQUAL    : '!=' ;
AT         : '@' ;
COMMA      : ',' ;
SEMICOLON  : ';' ;
OPEN       : '{' ;
CLOSE      : '}' ;

LEFT_PAREN    : '(' -> pushMode(INSIDE) ;
LEFT_BRACKET  : '[' -> pushMode(INSIDE) ;
RIGHT_PAREN   : ')' ;                       // here it closes nothing; INSIDE has the one that does
RIGHT_BRACKET : ']' ;

STRAY : . ;                                 // stands in no rule: such a script is wrong

// ============================================================================================ inside ( ) and [ ]
// The same tokens again, but for the line ends, which are blank here, and the signs that can't stand in brackets.
// A literal in parentheses keeps the parser's '(' and 'input' the names of the tokens above.
mode INSIDE;

INSIDE_BLANK   : [ \t\u00A0\r\n]+ -> skip ;
INSIDE_COMMENT : '#' ~[\r\n]* -> skip ;

// the words that stand in expressions
INSIDE_INPUT   : ('input') -> type(INPUT) ;
INSIDE_TARGET  : ('target') -> type(TARGET) ;
INSIDE_DATA    : ('data') -> type(DATA) ;
INSIDE_LOSS    : ('loss') -> type(LOSS) ;
INSIDE_WEIGHTS : ('weights') -> type(WEIGHTS) ;
INSIDE_BIAS    : ('bias') -> type(BIAS) ;
INSIDE_W       : ('w') -> type(W) ;
INSIDE_AND     : ('and') -> type(AND) ;
INSIDE_OR      : ('or') -> type(OR) ;
INSIDE_NOT     : ('not') -> type(NOT) ;

INSIDE_IF      : ('if') -> type(IF) ;
INSIDE_NONE    : ('none') -> type(NONE) ;

// all the other reserved words: here they can only name a column or an argument
RESERVED
    : 'layer' | 'optimizer' | 'activation' | 'let'
    | 'learning' | 'rate' | 'batch' | 'shuffle' | 'decay' | 'order' | 'round' | 'seed' | 'engine' | 'precision' | 'digits'
    | 'shared' | 'fixed' | 'all' | 'on' | 'off'
    | 'forward' | 'backward' | 'update' | 'next' | 'train' | 'until' | 'every' | 'sample' | 'predict'
    | 'show' | 'explain' | 'as' | 'expect' | 'within' | 'why' | 'check' | 'gradients'
    | 'plot' | 'boundary' | 'draw' | 'to' | 'print' | 'undo' | 'reset'
    | 'repeat' | 'for' | 'in' | 'else' | 'include' | 'save' | 'export' | 'new'
    | 'help' | 'watch' | 'unwatch' | 'redo' | 'history' | 'clear' | 'load' | 'reload' | 'edit' | 'quit'
    ;

INSIDE_PARAMETER  : PARAMETER -> type(PARAMETER) ;
INSIDE_NAME       : NAME -> type(NAME) ;
INSIDE_NUMBER     : NUMBER -> type(NUMBER) ;
INSIDE_STRING     : STRING -> type(STRING) ;
INSIDE_RUN_ON     : RUN_ON -> type(RUN_ON) ;

ARROW             : '->' ;
COLON             : ':' ;
INSIDE_PLUS       : ('+') -> type(PLUS) ;
INSIDE_MINUS      : [-−] -> type(MINUS) ;
INSIDE_TIMES      : [*·×] -> type(TIMES) ;
INSIDE_OVER       : ('/') -> type(OVER) ;
INSIDE_POWER      : ('^') -> type(POWER) ;
INSIDE_BELOW      : ('<') -> type(BELOW) ;
INSIDE_AT_MOST    : ('<=') -> type(AT_MOST) ;
INSIDE_ABOVE      : ('>') -> type(ABOVE) ;
INSIDE_AT_LEAST   : ('>=') -> type(AT_LEAST) ;
INSIDE_EQUAL      : ('==') -> type(EQUAL) ;
INSIDE_UNEQUAL    : ('!=') -> type(UNEQUAL) ;
INSIDE_AT         : ('@') -> type(AT) ;
INSIDE_COMMA      : (',') -> type(COMMA) ;
INSIDE_SEMICOLON  : (';') -> type(SEMICOLON) ;

INSIDE_LEFT_PAREN    : ('(') -> type(LEFT_PAREN), pushMode(INSIDE) ;
INSIDE_LEFT_BRACKET  : ('[') -> type(LEFT_BRACKET), pushMode(INSIDE) ;
INSIDE_RIGHT_PAREN   : (')') -> type(RIGHT_PAREN), popMode ;
INSIDE_RIGHT_BRACKET : (']') -> type(RIGHT_BRACKET), popMode ;

INSIDE_STRAY : . -> type(STRAY) ;
