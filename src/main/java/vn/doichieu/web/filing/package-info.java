/** What units hand in: tried first, then submitted for good, one submission after another. */
@NullMarked
package vn.doichieu.web.filing;

import org.jspecify.annotations.NullMarked;
