/**
 * The commands: each reads its arguments, calls what does the work, and writes. Thin on purpose.
 */
@NullMarked
package vn.doichieu.cli;

import org.jspecify.annotations.NullMarked;
