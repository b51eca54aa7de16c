/** What the figures of an area come to under a version of a plan's rules, for people to see. */
@NullMarked
package vn.doichieu.web.result;

import org.jspecify.annotations.NullMarked;
