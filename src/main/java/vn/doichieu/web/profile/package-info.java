/** What everybody has of their own: tokens, and what the API says of whoever asks. */
@NullMarked
package vn.doichieu.web.profile;

import org.jspecify.annotations.NullMarked;
