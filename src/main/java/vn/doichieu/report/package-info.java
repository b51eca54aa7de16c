/** Findings put into words: one writer a format. Nothing is judged or computed anew here. */
@NullMarked
package vn.doichieu.report;

import org.jspecify.annotations.NullMarked;
