/** Holds a result against the last list: what is new, persists, was fixed or has come back. */
@NullMarked
package vn.doichieu.history;

import org.jspecify.annotations.NullMarked;
