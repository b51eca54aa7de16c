/** What the leaders' list holds, without words: which findings stand in which part, and as what. */
@NullMarked
package vn.doichieu.listing;

import org.jspecify.annotations.NullMarked;
