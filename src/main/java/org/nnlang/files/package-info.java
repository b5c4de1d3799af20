/** Writes files without ever losing their old contents, and finds those that come with nn. */
package org.nnlang.files;
