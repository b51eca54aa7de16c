/** What an administrator takes away from the web application: backups, and all data as tables. */
@NullMarked
package vn.doichieu.web.export;

import org.jspecify.annotations.NullMarked;
