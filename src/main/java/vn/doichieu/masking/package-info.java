/**
 * Which numbers of a list for wider circulation are hidden, so that no small count of people shows.
 */
@NullMarked
package vn.doichieu.masking;

import org.jspecify.annotations.NullMarked;
