/** What edited rules do to the findings on real figures: which of them flip, and by which edit. */
@NullMarked
package vn.doichieu.impact;

import org.jspecify.annotations.NullMarked;
