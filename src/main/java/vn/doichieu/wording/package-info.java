/** Findings and problems as sentences, in Vietnamese and English. Nothing is judged here. */
@NullMarked
package vn.doichieu.wording;

import org.jspecify.annotations.NullMarked;
