/**
 * What became of every sentence of a plan that can be checked: each row accounted for, and told.
 */
@NullMarked
package vn.doichieu.coverage;

import org.jspecify.annotations.NullMarked;
