/** Questions about findings: a leader asks, the unit answers, the leader accepts. */
@NullMarked
package vn.doichieu.web.inquiry;

import org.jspecify.annotations.NullMarked;
