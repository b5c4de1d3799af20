/** Turns SVG into pixels, for PNG files and for terminals that show images. */
package org.nnlang.raster;
