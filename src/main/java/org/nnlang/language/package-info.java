/**
 * The language: checks scripts, and runs them statement by statement.
 *
 * <p>Each {@link org.nnlang.language.Statement} checks and runs itself: a {@link org.nnlang.language.Checking} gives it
 * shapes, a {@link org.nnlang.language.Running} values. What a script declares is a value,
 * {@link org.nnlang.language.Declarations}, that never changes; its whole state is a
 * {@link org.nnlang.language.Workspace}. Output leaves as {@link org.nnlang.language.Event}s; files are read and written
 * through a {@link org.nnlang.language.Host}.
 */
package org.nnlang.language;
