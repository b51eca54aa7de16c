/** The commands of {@code doichieu rules}: parse, call, render. */
@NullMarked
package vn.doichieu.auditing;

import org.jspecify.annotations.NullMarked;
