/**
 * The model: layers, activations, losses, optimizers, parameters and their names, samples, the passes and their quantities.
 *
 * <p>Everything here is plain arithmetic on doubles in a fixed order, so that the same network gives the same digits on
 * every machine. It knows nothing of scripts, consoles or files.
 */
package org.nnlang.network;
