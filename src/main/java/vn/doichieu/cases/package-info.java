/**
 * Worked cases of a plan's targets, read from what an auditor writes and run through the same
 * readers and rules as a data folder.
 */
@NullMarked
package vn.doichieu.cases;

import org.jspecify.annotations.NullMarked;
