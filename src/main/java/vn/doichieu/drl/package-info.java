/**
 * Fenced rules compiled and fired: what was compiled reaches nothing but its facts, is kept beside
 * a hash of its text, and runs within limits.
 */
@NullMarked
package vn.doichieu.drl;

import org.jspecify.annotations.NullMarked;
