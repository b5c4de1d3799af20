/** The statements, one file each: what it is, how it is checked, how it runs. */
package org.nnlang.language.statement;
