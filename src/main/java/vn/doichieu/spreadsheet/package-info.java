/**
 * What all workbooks that are written have in common: the same content gives the same bytes, sheets
 * and cells take any text, a row is as high as its text, and all look alike.
 */
@NullMarked
package vn.doichieu.spreadsheet;

import org.jspecify.annotations.NullMarked;
