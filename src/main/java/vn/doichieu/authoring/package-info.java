/**
 * Tables of rules on their way into a workbook and back: what nobody changed on the way stays byte
 * for byte as it was.
 */
@NullMarked
package vn.doichieu.authoring;

import org.jspecify.annotations.NullMarked;
