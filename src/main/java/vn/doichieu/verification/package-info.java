/** Holds a recorded result against the same check done anew, and tells what differs. */
@NullMarked
package vn.doichieu.verification;

import org.jspecify.annotations.NullMarked;
