package vn.doichieu.bench;

/**
 * One row of the table.
 *
 * @param group the rows that are held against the same plain loop
 * @param who who judged
 * @param units how many units
 * @param findings how many findings one evaluation gives
 * @param nanos for one evaluation, in the iteration that was disturbed least
 * @param mean for one evaluation, over all iterations; NaN where it was not measured
 * @param bytes allocated by one evaluation; NaN where it was not measured
 */
record Measured(
    String group, String who, int units, long findings, double nanos, double mean, double bytes) {

  double perFinding() {
    return nanos / findings;
  }
}
