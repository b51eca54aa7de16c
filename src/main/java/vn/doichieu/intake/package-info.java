/** Tables of figures in workbooks: lists in a sheet, and entry forms that somebody filled in. */
@NullMarked
package vn.doichieu.intake;

import org.jspecify.annotations.NullMarked;
