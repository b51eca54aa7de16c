/** Who issues a document: read from a small file, and laid around documents as offices write it. */
@NullMarked
package vn.doichieu.letterhead;

import org.jspecify.annotations.NullMarked;
