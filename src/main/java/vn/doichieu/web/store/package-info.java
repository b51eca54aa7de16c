/**
 * The database of the web application: one transaction at a time, on the disk before it is told.
 */
@NullMarked
package vn.doichieu.web.store;

import org.jspecify.annotations.NullMarked;
