/**
 * The first fence around DRL files: they are parsed, and what a small grammar allows is written
 * anew; nothing else reaches the compiler.
 */
@NullMarked
package vn.doichieu.fence;

import org.jspecify.annotations.NullMarked;
