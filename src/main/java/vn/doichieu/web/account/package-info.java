/** Accounts: who may sign in, as what, and how passwords and failed tries are dealt with. */
@NullMarked
package vn.doichieu.web.account;

import org.jspecify.annotations.NullMarked;
