/**
 * How a finding came about, worked out a second time from the figures in plain arithmetic, step by
 * step, and held against what the rules found. Knows no language and no rule engine.
 */
@NullMarked
package vn.doichieu.explanation;

import org.jspecify.annotations.NullMarked;
