grammar Nn;
script: NAME* EOF;
NAME: [a-z]+;
WS: [ \t\r\n]+ -> skip;
