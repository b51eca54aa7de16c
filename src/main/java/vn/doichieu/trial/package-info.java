/**
 * What a plan's cases show of its rules: which pass, which results they have seen, and the boundary
 * cases that a person has still to confirm.
 */
@NullMarked
package vn.doichieu.trial;

import org.jspecify.annotations.NullMarked;
