/** Bounds on what anybody on the network can take of the server: tries, time, memory. */
@NullMarked
package vn.doichieu.web.bounds;

import org.jspecify.annotations.NullMarked;
