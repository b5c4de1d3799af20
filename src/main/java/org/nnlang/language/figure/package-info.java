/**
 * What pictures show: one file for each {@link org.nnlang.language.figure.PictureKind kind of picture}, which checks what is asked
 * for and computes the figure with all its numbers. {@link org.nnlang.language.figure.Plots} chooses the kind.
 */
package org.nnlang.language.figure;
