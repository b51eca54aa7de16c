/** Drafts that are proposed: what they would change of all findings, and who decides on them. */
@NullMarked
package vn.doichieu.web.proposal;

import org.jspecify.annotations.NullMarked;
