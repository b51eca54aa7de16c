/** One writer a format: table, JSON, CSV. Nothing is judged or computed anew here. */
@NullMarked
package vn.doichieu.report;

import org.jspecify.annotations.NullMarked;
