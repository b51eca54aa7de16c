/**
 * Builds Drools rules from targets, and says what they measure: the only package here that sees
 * Drools.
 */
@NullMarked
package vn.doichieu.rulebase;

import org.jspecify.annotations.NullMarked;
