/** What became of every waiver: what it changed, whether it lapsed, or why it has no effect. */
@NullMarked
package vn.doichieu.waiver;

import org.jspecify.annotations.NullMarked;
