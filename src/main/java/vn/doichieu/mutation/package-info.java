/** Small changes of a plan's rules, and which of them its cases notice. */
@NullMarked
package vn.doichieu.mutation;

import org.jspecify.annotations.NullMarked;
