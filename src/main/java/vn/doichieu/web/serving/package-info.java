/** Starts the web application, and stops it. */
@NullMarked
package vn.doichieu.web.serving;

import org.jspecify.annotations.NullMarked;
