/** One finding, down to the cell that each figure came from and the sentence of the plan. */
@NullMarked
package vn.doichieu.web.finding;

import org.jspecify.annotations.NullMarked;
