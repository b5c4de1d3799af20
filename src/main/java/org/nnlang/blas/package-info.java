/**
 * Matrix products in native code: the OpenBLAS library, called by Java's foreign-function interface; and a second thread,
 * which does half of the work around them where it can.
 *
 * <p>The library is a file inside a jar, one for each platform. It is unpacked once, when a training first needs it.
 */
package org.nnlang.blas;
