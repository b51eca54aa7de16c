/** The leaders' list of an area, made in the background and kept for download. */
@NullMarked
package vn.doichieu.web.lists;

import org.jspecify.annotations.NullMarked;
