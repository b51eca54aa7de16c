/** The pages on which drafts are edited, row by row and file by file. */
@NullMarked
package vn.doichieu.web.editing;

import org.jspecify.annotations.NullMarked;
