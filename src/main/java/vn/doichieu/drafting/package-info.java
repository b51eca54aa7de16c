/**
 * Folders of rule files to start from: one with examples, and last year's moved to another year.
 */
@NullMarked
package vn.doichieu.drafting;

import org.jspecify.annotations.NullMarked;
