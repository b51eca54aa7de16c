/**
 * Reads workbooks (.xlsx) cell by cell: what every cell says, and where; hostile files are refused
 * before anything of them is read.
 */
@NullMarked
package vn.doichieu.workbook;

import org.jspecify.annotations.NullMarked;
