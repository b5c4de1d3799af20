/**
 * The interactive prompt: a terminal around a session. An entry means the same as in a file; only the commands of the prompt
 * are added.
 *
 * <p>{@link org.nnlang.prompt.Conversation} runs entries, wherever they come from; {@link org.nnlang.prompt.Prompt} is its
 * front end on a terminal.
 */
package org.nnlang.prompt;
