/** What pictures show, as data: curves, fields, diagrams, bars, matrices and points with all their numbers, free of any drawing. */
package org.nnlang.picture;
