/** The version of a plan's rule files that another one is held against: a folder, or a commit. */
@NullMarked
package vn.doichieu.revision;

import org.jspecify.annotations.NullMarked;
