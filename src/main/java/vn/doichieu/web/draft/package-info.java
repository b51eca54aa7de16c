/**
 * Edits of a plan's rules on their way to becoming a version: row by row, checked as they stand.
 */
@NullMarked
package vn.doichieu.web.draft;

import org.jspecify.annotations.NullMarked;
