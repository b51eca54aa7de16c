/**
 * The plans' rules: numbered versions that never change, and edits on their way to becoming one.
 */
@NullMarked
package vn.doichieu.web.rulebook;

import org.jspecify.annotations.NullMarked;
