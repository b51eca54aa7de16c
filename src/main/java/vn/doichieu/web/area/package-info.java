/** Areas with their units, and the plans that they are judged by. */
@NullMarked
package vn.doichieu.web.area;

import org.jspecify.annotations.NullMarked;
