/**
 * The words of the contract: plans, targets, units, periods, figures, findings. Depends on nothing.
 */
@NullMarked
package vn.doichieu.domain;

import org.jspecify.annotations.NullMarked;
