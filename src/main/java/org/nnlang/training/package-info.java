/**
 * Training: the plan of an update, the state that updates change, the history of all steps, and kernels, with a plain one.
 *
 * <p>Training is deterministic, so that any step can be visited again by replaying updates.
 */
package org.nnlang.training;
