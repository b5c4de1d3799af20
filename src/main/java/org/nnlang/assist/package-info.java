/** What helps a user who types: completions by the position in a statement, and the texts of {@code help}. */
package org.nnlang.assist;
