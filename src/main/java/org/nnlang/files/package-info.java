/** Writing files without ever losing what was in them. */
package org.nnlang.files;
