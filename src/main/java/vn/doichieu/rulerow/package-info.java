/**
 * Understands one row of a table of targets: closed words, formulas, thresholds and scopes become a
 * target.
 */
@NullMarked
package vn.doichieu.rulerow;

import org.jspecify.annotations.NullMarked;
