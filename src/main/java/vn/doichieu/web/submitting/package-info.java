/** The pages and the API by which figures are handed in, and what became of them is looked up. */
@NullMarked
package vn.doichieu.web.submitting;

import org.jspecify.annotations.NullMarked;
