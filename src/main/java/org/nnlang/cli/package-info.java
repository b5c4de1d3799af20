/** The command line: a thin front around a session. */
package org.nnlang.cli;
