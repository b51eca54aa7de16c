/** The log of who did what, when and from where, each entry chained to the one before. */
@NullMarked
package vn.doichieu.web.audit;

import org.jspecify.annotations.NullMarked;
