/**
 * Figures held against one another: what contradicts itself is a warning that needs an explanation,
 * never a verdict. The checks are DRL files that all plans share.
 */
@NullMarked
package vn.doichieu.consistency;

import org.jspecify.annotations.NullMarked;
