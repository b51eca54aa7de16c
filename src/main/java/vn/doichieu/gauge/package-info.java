/**
 * Reads what one unit's figures come to for one target and period, as the whole numbers its rule
 * judges, or why there are none (contract 4.2).
 */
@NullMarked
package vn.doichieu.gauge;

import org.jspecify.annotations.NullMarked;
