/**
 * Explanations told to readers: as text in both languages, and as JSON. Nothing is computed here.
 */
@NullMarked
package vn.doichieu.narration;

import org.jspecify.annotations.NullMarked;
