/** From which day on the figures of a plan are taken no more, and by whose leave they still are. */
@NullMarked
package vn.doichieu.web.lock;

import org.jspecify.annotations.NullMarked;
