/** What all pages share: texts, frame, errors. */
@NullMarked
package vn.doichieu.web.page;

import org.jspecify.annotations.NullMarked;
