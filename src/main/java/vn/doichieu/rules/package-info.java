/** Rule files read into a plan: its items, its targets, and the other readings of them. */
@NullMarked
package vn.doichieu.rules;

import org.jspecify.annotations.NullMarked;
