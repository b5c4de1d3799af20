/** The command line: a thin front end around a session. */
package org.nnlang.cli;
