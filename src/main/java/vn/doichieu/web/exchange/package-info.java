/** Handing in figures, and looking up what counts, by programs: the API of submissions. */
@NullMarked
package vn.doichieu.web.exchange;

import org.jspecify.annotations.NullMarked;
