/** Writes files without ever losing their old contents. */
package org.nnlang.files;
