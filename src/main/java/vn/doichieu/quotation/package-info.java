/** What a plan's own text says: whether a sentence stands in it, and which numbers it names. */
@NullMarked
package vn.doichieu.quotation;

import org.jspecify.annotations.NullMarked;
