/** What all workbooks that are written have in common: the same content gives the same bytes. */
@NullMarked
package vn.doichieu.spreadsheet;

import org.jspecify.annotations.NullMarked;
