package org.nnlang.language.statement;

import org.nnlang.language.Expr;
import org.nnlang.language.Setting;
import org.nnlang.language.Statement;
import org.nnlang.text.Span;

/**
 * {@code learning rate = 0.5}, {@code shuffle = on} and the like.
 *
 * @param value a number, or the name that is one of the setting's words
 */
public record SetSetting(Setting<?> setting, Expr value, Span span) implements Statement {}
