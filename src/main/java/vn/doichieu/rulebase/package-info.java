/**
 * Builds Drools rules from targets, and lets them judge the lines of their targets. Besides it,
 * only {@code fence} and {@code drl} see Drools.
 */
@NullMarked
package vn.doichieu.rulebase;

import org.jspecify.annotations.NullMarked;
