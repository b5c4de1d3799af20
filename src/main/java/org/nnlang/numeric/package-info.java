/** Arithmetic that gives the same bits on every machine: the elementary functions. */
package org.nnlang.numeric;
