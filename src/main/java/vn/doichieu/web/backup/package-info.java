/**
 * Whole copies of what the web application keeps: taken while it runs, checked before they count.
 */
@NullMarked
package vn.doichieu.web.backup;

import org.jspecify.annotations.NullMarked;
