/**
 * What all workbooks that are written have in common: the same content gives the same bytes, and a
 * row is as high as its text.
 */
@NullMarked
package vn.doichieu.spreadsheet;

import org.jspecify.annotations.NullMarked;
