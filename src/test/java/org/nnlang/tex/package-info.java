/** Tests of formulas. */
package org.nnlang.tex;
