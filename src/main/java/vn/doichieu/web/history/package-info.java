/** Results as they were told at some time: kept, compared with one another, and redone. */
@NullMarked
package vn.doichieu.web.history;

import org.jspecify.annotations.NullMarked;
