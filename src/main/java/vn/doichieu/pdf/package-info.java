/** Documents as tagged PDF, in the layout of Decree 30/2020/NĐ-CP. */
@NullMarked
package vn.doichieu.pdf;

import org.jspecify.annotations.NullMarked;
