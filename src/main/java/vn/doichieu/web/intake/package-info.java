/**
 * Files and typed figures as they arrive: looked at by every plan's reader, and kept as an upload.
 */
@NullMarked
package vn.doichieu.web.intake;

import org.jspecify.annotations.NullMarked;
