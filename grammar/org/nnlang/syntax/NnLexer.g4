/*
 * The words and signs of nn. NnParser.g4 says what a script may make of them.
 *
 * There are two modes, because a line end means two things. Outside brackets it ends a statement and is a token.
 * Inside ( ) and [ ], at any depth, it is blank space: that is the mode INSIDE at the end of this file.
 */
lexer grammar NnLexer;

// [0.5, 1; 2, 3] of nothing but numbers, as one token. This lexer never makes one, and needn't: it is the same as what it
// makes of the bracket. nn's own lexer does, so that millions of numbers are read without a token for each.
tokens { NUMBERS }

// ---------------------------------------------------------------------------------------------------- blank space

BOM     : '\uFEFF' ;                        // the mark that some editors put before the first line
BLANK   : BLANKS -> skip ;
COMMENT : REMARK -> skip ;
NEWLINE : '\r'? '\n' | '\r' ;

fragment BLANKS : [ \t\u00A0]+ ;            // also the no-break space of text from web pages
fragment REMARK : '#' ~[\r\n]* ;
fragment GAP    : ([ \t\u00A0\r\n] | REMARK [\r\n])* ;

// ------------------------------------------------------------------------------------- the words of the language
// They are reserved: nothing can be declared by these names.

// what begins a statement: what exists
INPUT : 'input' ;  LAYER : 'layer' ;  LOSS : 'loss' ;  OPTIMIZER : 'optimizer' ;  ACTIVATION : 'activation' ;  LET : 'let' ;

// what is set
WEIGHTS : 'weights' ;  BIAS : 'bias' ;  TARGET : 'target' ;  DATA : 'data' ;  LEARNING : 'learning' ;  BATCH : 'batch' ;
SHUFFLE : 'shuffle' ;  CLIP : 'clip' ;  DECAY : 'decay' ;  ORDER : 'order' ;  ROUND : 'round' ;  SEED : 'seed' ;  ENGINE : 'engine' ;
PRECISION : 'precision' ;  DIGITS : 'digits' ;

// what is done
FORWARD : 'forward' ;  BACKWARD : 'backward' ;  UPDATE : 'update' ;  NEXT : 'next' ;  TRAIN : 'train' ;  SAMPLE : 'sample' ;
PREDICT : 'predict' ;  SHOW : 'show' ;  EXPLAIN : 'explain' ;  EXPECT : 'expect' ;  WHY : 'why' ;  NUDGE : 'nudge' ;
CHECK : 'check' ;  PRINT : 'print' ;  UNDO : 'undo' ;  RESET : 'reset' ;  REPEAT : 'repeat' ;  FOR : 'for' ;  IF : 'if' ;
TIE : 'tie' ;  PLOT : 'plot' ;  DRAW : 'draw' ;  ANIMATE : 'animate' ;  INCLUDE : 'include' ;  SAVE : 'save' ;
RESUME : 'resume' ;  NEW : 'new' ;

// what a later version will do
EXPORT : 'export' ;

// what is inside a statement
W : 'w' ;  SHARED : 'shared' ;  FIXED : 'fixed' ;  ALL : 'all' ;  NONE : 'none' ;  ON : 'on' ;  OFF : 'off' ;
UNTIL : 'until' ;  EVERY : 'every' ;  WITHIN : 'within' ;  GRADIENTS : 'gradients' ;  BOUNDARY : 'boundary' ;  TO : 'to' ;
IN : 'in' ;  ELSE : 'else' ;  AS : 'as' ;  AND : 'and' ;  OR : 'or' ;  NOT : 'not' ;

// what only the prompt understands: reserved in scripts too, so that a script can be pasted there
HELP : 'help' ;  WATCH : 'watch' ;  UNWATCH : 'unwatch' ;  REDO : 'redo' ;  HISTORY : 'history' ;  CLEAR : 'clear' ;  LOAD : 'load' ;
RELOAD : 'reload' ;  EDIT : 'edit' ;  QUIT : 'quit' ;

// Choices. They mean something in one place each and are ordinary names everywhere else.
SIMULTANEOUS : 'simultaneous' ;  SEQUENTIAL : 'sequential' ;  AUTO : 'auto' ;  EXACT : 'exact' ;  DOUBLE : 'double' ;
SINGLE : 'single' ;  FULL : 'full' ;  LATEX : 'latex' ;  MARKDOWN : 'markdown' ;  MATHML : 'mathml' ;  TEXT : 'text' ;
CSV : 'csv' ;  BY : 'by' ;  RISES : 'rises' ;  RATE : 'rate' ;  EACH : 'each' ;
ABSOLUTE : 'absolute' ;  GIVEN : 'given' ;  WITH : 'with' ;  TRAINING : 'training' ;  RAW : 'raw' ;
FROM : 'from' ;  ACROSS : 'over' ;  BESIDE : 'at' ;  LOG : 'log' ;  PATH : 'path' ;

// What comes after the block of an if, on the same line or a later one.
ELSE_IF   : GAP 'else' BLANKS 'if' ;
OTHERWISE : GAP 'else' BLANKS? '{' ;

// -------------------------------------------------------------------------------------- names, numbers and strings

PARAMETER : [wb] [0-9]+ ;                   // w5, b1: nothing else can have such a name
NAME      : WORD ;
NUMBER    : (DIGITS_OF ('.' DIGITS_OF)? | '.' DIGITS_OF) EXPONENT? '%'? ;
STRING    : '"' (~["\\\r\n] | '\\' ["\\nt{}])* '"' ; // print "…{expression}…": the parser leaves the braces alone

// A number doesn't run into a name, 100until and 1e are wrong; nor does `else if`.
RUN_ON    : NUMBER WORD | GAP 'else' BLANKS 'if' PART+ ;

fragment WORD      : LETTER PART* ;
fragment LETTER    : [\p{L}_] ;             // of any script
fragment PART      : [\p{L}_\p{M}\p{Nd}] ;  // also the vowel signs and accents that go with a letter
fragment DIGITS_OF : [0-9]+ ('_' [0-9]+)* ; // 1_000_000
fragment EXPONENT  : [eE] [-+−]? DIGITS_OF ;

// ------------------------------------------------------------------------------------------------------------ signs
// The signs that derivations are printed with, − · ×, can be read back.

SET   : '=' ;  ABOUT   : '~' ;   COMMA : ',' ;  SEMICOLON : ';' ;   OPEN  : '{' ;   CLOSE   : '}' ;   AT : '@' ;
PLUS  : '+' ;  MINUS   : '-' ;   TIMES : '*' ;  OVER      : '/' ;   POWER : '^' ;
BELOW : '<' ;  AT_MOST : '<=' ;  ABOVE : '>' ;  AT_LEAST  : '>=' ;  EQUAL : '==' ;  UNEQUAL : '!=' ;

TRUE_MINUS : [−] -> type(MINUS) ;  TRUE_TIMES : [·×] -> type(TIMES) ;

LEFT_PAREN    : '(' -> pushMode(INSIDE) ;
LEFT_BRACKET  : '[' -> pushMode(INSIDE) ;
RIGHT_PAREN   : ')' ;  RIGHT_BRACKET : ']' ; // here they close nothing; INSIDE has those that do

STRAY : . ;                                 // is in no rule: such a script is wrong

// ====================================================================================== inside ( ) and [ ]
// The same tokens again, except for the line ends, which are blank here, and the signs that can't be in brackets.
mode INSIDE;

INSIDE_BLANK : ([ \t\u00A0\r\n]+ | REMARK) -> skip ;

// the words that are in expressions; choices are names
I_INPUT : ('input') -> type(INPUT) ;  I_TARGET  : ('target') -> type(TARGET) ;    I_DATA : ('data') -> type(DATA) ;
I_LOSS  : ('loss') -> type(LOSS) ;    I_WEIGHTS : ('weights') -> type(WEIGHTS) ;  I_BIAS : ('bias') -> type(BIAS) ;
I_W     : ('w') -> type(W) ;          I_AND     : ('and') -> type(AND) ;          I_OR   : ('or') -> type(OR) ;
I_NOT   : ('not') -> type(NOT) ;      I_IF      : ('if') -> type(IF) ;            I_NONE : ('none') -> type(NONE) ;
I_ON    : ('on') -> type(ON) ;        I_OFF     : ('off') -> type(OFF) ;

// all other reserved words: here they can only name a column, an argument or an option
RESERVED
    : 'layer' | 'optimizer' | 'activation' | 'let' | 'learning' | 'batch' | 'shuffle' | 'decay' | 'order' | 'round'
    | 'seed' | 'engine' | 'precision' | 'digits' | 'shared' | 'fixed' | 'all' | 'forward' | 'backward'
    | 'update' | 'next' | 'train' | 'until' | 'every' | 'sample' | 'predict' | 'show' | 'explain' | 'as' | 'expect' | 'within'
    | 'why' | 'nudge' | 'check' | 'gradients' | 'plot' | 'boundary' | 'draw' | 'to' | 'print' | 'undo' | 'reset' | 'new' | 'include'
    | 'save' | 'export' | 'repeat' | 'for' | 'in' | 'else' | 'help' | 'watch' | 'unwatch' | 'redo' | 'history' | 'clear' | 'load'
    | 'reload' | 'edit' | 'quit' | 'tie' | 'clip' | 'resume' | 'animate'
    ;

I_PARAMETER : PARAMETER -> type(PARAMETER) ;  I_NAME : WORD -> type(NAME) ;
I_NUMBER    : NUMBER -> type(NUMBER) ;  I_STRING : STRING -> type(STRING) ;
I_RUN_ON    : NUMBER WORD -> type(RUN_ON) ;

COLON   : ':' ;
ARROW   : '->' ;
LAST    : (';') GAP ']' -> popMode ;         // ends a matrix, or data, with a semicolon after the last row too

I_PLUS  : ('+') -> type(PLUS) ;     I_MINUS : [-−] -> type(MINUS) ;      I_TIMES     : [*·×] -> type(TIMES) ;
I_OVER  : ('/') -> type(OVER) ;     I_POWER : ('^') -> type(POWER) ;     I_AT        : ('@') -> type(AT) ;
I_BELOW : ('<') -> type(BELOW) ;    I_MOST  : ('<=') -> type(AT_MOST) ;  I_ABOVE     : ('>') -> type(ABOVE) ;
I_LEAST : ('>=') -> type(AT_LEAST) ;  I_EQUAL : ('==') -> type(EQUAL) ;  I_UNEQUAL   : ('!=') -> type(UNEQUAL) ;
I_COMMA : (',') -> type(COMMA) ;    I_SEMICOLON : (';') -> type(SEMICOLON) ;

I_LEFT_PAREN    : ('(') -> type(LEFT_PAREN), pushMode(INSIDE) ;
I_LEFT_BRACKET  : ('[') -> type(LEFT_BRACKET), pushMode(INSIDE) ;
I_RIGHT_PAREN   : (')') -> type(RIGHT_PAREN), popMode ;
I_RIGHT_BRACKET : (']') -> type(RIGHT_BRACKET), popMode ;

I_STRAY : . -> type(STRAY) ;
