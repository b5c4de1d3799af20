/** Text, places in it, and what can be wrong with it: data first, worded and drawn in one place. */
package org.nnlang.text;
