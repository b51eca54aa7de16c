/** Reads text files and tables strictly: UTF-8 or refused, every cell with its place. */
@NullMarked
package vn.doichieu.tabular;

import org.jspecify.annotations.NullMarked;
