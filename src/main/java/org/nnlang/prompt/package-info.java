/**
 * The interactive nn: a terminal around a session. What is typed means what it means in a file; the commands of the
 * prompt are the only addition.
 *
 * <p>{@link org.nnlang.prompt.Conversation} takes what is said and has it done, wherever it comes from;
 * {@link org.nnlang.prompt.Prompt} is its face on a terminal.
 */
package org.nnlang.prompt;
