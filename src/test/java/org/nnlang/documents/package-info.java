/** Holds the documentation and the samples against the program. */
package org.nnlang.documents;
