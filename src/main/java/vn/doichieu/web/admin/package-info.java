/** What an administrator looks after: accounts, areas and the log. */
@NullMarked
package vn.doichieu.web.admin;

import org.jspecify.annotations.NullMarked;
