/** What pictures show: one file for each kind, which checks what is asked for and computes the figure with all its numbers. */
package org.nnlang.language.figure;
