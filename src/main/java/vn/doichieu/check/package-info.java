/** The one use case: read the rules and the figures, evaluate, hand over what was found. */
@NullMarked
package vn.doichieu.check;

import org.jspecify.annotations.NullMarked;
