/** Documents as workbooks that a person can filter, sort and count with. */
@NullMarked
package vn.doichieu.xlsx;

import org.jspecify.annotations.NullMarked;
