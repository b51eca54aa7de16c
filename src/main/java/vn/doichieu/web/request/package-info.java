/** Who asks the web application for something, what they may ask, and what it is refused with. */
@NullMarked
package vn.doichieu.web.request;

import org.jspecify.annotations.NullMarked;
