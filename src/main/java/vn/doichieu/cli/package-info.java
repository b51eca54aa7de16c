/** The command line: reads arguments, runs a check, writes what it found. Thin on purpose. */
@NullMarked
package vn.doichieu.cli;

import org.jspecify.annotations.NullMarked;
