/** What every command needs of the terminal: arguments, the two streams, and the file to write. */
@NullMarked
package vn.doichieu.terminal;

import org.jspecify.annotations.NullMarked;
