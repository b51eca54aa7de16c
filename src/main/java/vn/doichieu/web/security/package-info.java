/**
 * Who gets in: sign-in, sessions, tokens, and the headers and limits that every request is under.
 */
@NullMarked
package vn.doichieu.web.security;

import org.jspecify.annotations.NullMarked;
