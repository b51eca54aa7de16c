/**
 * A document in words, the same for every format: writers of formats lay it out and add nothing.
 */
@NullMarked
package vn.doichieu.document;

import org.jspecify.annotations.NullMarked;
