/** Turns formulas in TeX's notation into MathML; the only place that knows SnuggleTeX. */
package org.nnlang.tex;
