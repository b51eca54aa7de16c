/**
 * A plan's rules for people to read: one sentence a target, or the DRL that each row stands for.
 */
@NullMarked
package vn.doichieu.display;

import org.jspecify.annotations.NullMarked;
