/** What became of every checkable sentence of a plan, and how many of each. */
@NullMarked
package vn.doichieu.coverage;

import org.jspecify.annotations.NullMarked;
