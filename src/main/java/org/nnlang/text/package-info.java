/** Source text, positions in it, and problems with it: problems are data, worded and drawn in one place. */
package org.nnlang.text;
