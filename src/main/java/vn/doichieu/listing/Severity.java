package vn.doichieu.listing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;

/** Which of several results a reader has to see first. */
public final class Severity {

  /** The worst first. */
  public static final List<Result> ORDER =
      List.of(
          Result.NOT_MET,
          Result.INVALID,
          Result.MISSING,
          Result.NEEDS_REVIEW,
          Result.IN_PROGRESS,
          Result.WAIVED,
          Result.MET,
          Result.NOT_APPLICABLE);

  private Severity() {}

  /** The finding with the worst result; of several such the first. */
  public static Finding worst(Collection<Finding> findings) {
    return findings.stream()
        .min(Comparator.comparingInt(finding -> ORDER.indexOf(finding.result())))
        .orElseThrow();
  }
}
