/** Puts the leaders' list and the letters to units into words, as documents. */
@NullMarked
package vn.doichieu.publication;

import org.jspecify.annotations.NullMarked;
