package vn.doichieu.bench;

/**
 * One row of the table.
 *
 * @param group the rows that are held against the same plain loop
 * @param who who judged
 * @param units how many units
 * @param findings how many findings one evaluation gives
 * @param nanos for one evaluation
 * @param error half of the 99.9% confidence interval of that; NaN where it was not estimated
 * @param bytes allocated by one evaluation; NaN where it was not measured
 */
record Measured(
    String group, String who, int units, long findings, double nanos, double error, double bytes) {

  double perFinding() {
    return nanos / findings;
  }
}
