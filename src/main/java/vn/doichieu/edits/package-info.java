/** What was edited between two versions of a plan's rule files, cell by cell. */
@NullMarked
package vn.doichieu.edits;

import org.jspecify.annotations.NullMarked;
