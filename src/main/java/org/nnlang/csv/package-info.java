/** Reads CSV files with fastcsv, and their numbers with fastdoubleparser. */
package org.nnlang.csv;
