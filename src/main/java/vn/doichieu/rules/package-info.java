/**
 * Rule files read into a plan, and the plan built into Drools rules: one row, one rule. No text of
 * a cell is ever compiled.
 */
@NullMarked
package vn.doichieu.rules;

import org.jspecify.annotations.NullMarked;
