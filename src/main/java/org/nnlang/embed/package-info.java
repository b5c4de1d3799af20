/** For Java programs: a session that trains fast. */
package org.nnlang.embed;
