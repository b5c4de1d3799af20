/** The statements, one in each file: its syntax, its check and its run. */
package org.nnlang.language.statement;
