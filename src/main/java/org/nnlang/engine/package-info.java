/**
 * The kernels that make a long training fast, chosen by the shape of the work.
 *
 * <p>{@link org.nnlang.engine.Engine} chooses. Small networks run as straight-line code that is generated for them, which
 * gives the same bits as the plain arithmetic of {@link org.nnlang.training.Trainer}; larger ones on vector loops, with the
 * same bits too; and where large batches are trained for long, by products of matrices, whose last digits may differ.
 */
package org.nnlang.engine;
