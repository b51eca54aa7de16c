/** Brings a backup back: all of it, checked, or nothing. */
@NullMarked
package vn.doichieu.web.restore;

import org.jspecify.annotations.NullMarked;
