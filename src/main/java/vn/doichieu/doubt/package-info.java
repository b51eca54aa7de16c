/** What rule files may say and probably do not mean. None of it ever stops a check. */
@NullMarked
package vn.doichieu.doubt;

import org.jspecify.annotations.NullMarked;
