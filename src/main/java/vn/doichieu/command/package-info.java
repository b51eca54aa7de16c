/** What the commands of the program share: the arguments they take and what they rest on. */
@NullMarked
package vn.doichieu.command;

import org.jspecify.annotations.NullMarked;
