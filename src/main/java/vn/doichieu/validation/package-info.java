/** A plan's rule files looked through: what is wrong, what is doubtful, what was accepted. */
@NullMarked
package vn.doichieu.validation;

import org.jspecify.annotations.NullMarked;
