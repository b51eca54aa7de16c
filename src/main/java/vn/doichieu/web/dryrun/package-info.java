/**
 * What files would do before they count: what is read, what is wrong, what changes, what is asked.
 */
@NullMarked
package vn.doichieu.web.dryrun;

import org.jspecify.annotations.NullMarked;
