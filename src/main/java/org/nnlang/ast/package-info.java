/** What a script says, as sealed records, each with the place where it says so. */
package org.nnlang.ast;
