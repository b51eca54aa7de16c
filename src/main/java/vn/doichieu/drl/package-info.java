/**
 * DRL files read through two fences: only what a small grammar allows is compiled, and what was
 * compiled reaches nothing but its facts. What was compiled is kept beside a hash of the text.
 */
@NullMarked
package vn.doichieu.drl;

import org.jspecify.annotations.NullMarked;
