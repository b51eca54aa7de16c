/**
 * The tables of rule files as they are written: rows and cells, from CSV or a workbook, before
 * anything is understood.
 */
@NullMarked
package vn.doichieu.ruletable;

import org.jspecify.annotations.NullMarked;
