/** The page that asks a unit for the figures its plans need, to be typed in. */
@NullMarked
package vn.doichieu.web.entry;

import org.jspecify.annotations.NullMarked;
