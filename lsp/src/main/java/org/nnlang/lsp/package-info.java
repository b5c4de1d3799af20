/** nn for editors: a server of the language server protocol, around sessions. */
package org.nnlang.lsp;
