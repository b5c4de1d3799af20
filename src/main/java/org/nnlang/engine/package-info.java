/**
 * The kernels that make a long training fast, chosen by the shape of the work.
 *
 * <p>{@link org.nnlang.engine.Engine} chooses. Small networks run as straight-line code that is generated for them, which
 * gives the same bits as the plain arithmetic of {@link org.nnlang.network.Trainer}.
 */
package org.nnlang.engine;
