/** Changes of an area's units: tried against everything that counts, then confirmed. */
@NullMarked
package vn.doichieu.web.units;

import org.jspecify.annotations.NullMarked;
