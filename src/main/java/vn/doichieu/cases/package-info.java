/**
 * Worked cases of a plan's targets, run through the same readers and rules as a data folder, and
 * held against what they expect.
 */
@NullMarked
package vn.doichieu.cases;

import org.jspecify.annotations.NullMarked;
