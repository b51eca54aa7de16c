/**
 * Turns a submission into findings: measures what figures come to, lets the rules judge, and says
 * what the outcome means on a given day (contract, section 4).
 */
@NullMarked
package vn.doichieu.evaluation;

import org.jspecify.annotations.NullMarked;
