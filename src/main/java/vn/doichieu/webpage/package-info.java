/** Pages: the one writer of elements, and documents as one file to read, filter and print. */
@NullMarked
package vn.doichieu.webpage;

import org.jspecify.annotations.NullMarked;
