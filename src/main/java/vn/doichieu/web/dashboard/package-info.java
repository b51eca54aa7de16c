/** The first page and the dashboards: where an area stands, at a glance. */
@NullMarked
package vn.doichieu.web.dashboard;

import org.jspecify.annotations.NullMarked;
