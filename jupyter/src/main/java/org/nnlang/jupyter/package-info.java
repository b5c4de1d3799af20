/** nn in notebooks: a kernel that speaks version 5.4 of Jupyter's messages. */
package org.nnlang.jupyter;
