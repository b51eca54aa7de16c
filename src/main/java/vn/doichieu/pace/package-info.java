/** How a running period stands against an even pace: a rule of thumb, never a finding. */
@NullMarked
package vn.doichieu.pace;

import org.jspecify.annotations.NullMarked;
