/** Files of separated values, read by fastcsv, and their numbers, by fastdoubleparser. */
package org.nnlang.csv;
