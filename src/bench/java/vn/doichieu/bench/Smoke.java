package vn.doichieu.bench;

import java.time.LocalDate;
import java.util.List;

/** Compares findings before anything is timed. */
final class Smoke {

  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2024, 4, 9),
          LocalDate.of(2024, 8, 9),
          LocalDate.of(2024, 11, 10),
          HocMon.AS_OF);

  private Smoke() {}

  /** The plain loop and the program on the plan of Hóc Môn, on several days of the year. */
  static int hocMon(int communes) {
    int findings = 0;
    for (boolean sound : new boolean[] {true, false}) {
      HocMon plan = HocMon.of(communes, sound);
      for (LocalDate day : DAYS) {
        findings += plan.agree(day, false) + plan.agree(day, true);
      }
    }
    return findings;
  }

  /**
   * All contenders of this process on the ratio targets.
   *
   * @return the findings, which are the same of all
   */
  static List<RatioFinding> ratios(int units) {
    List<RatioFinding> limit = new PlainRatios(RatioTargets.figures(units)).judge();
    for (Contender.Kind kind : Contender.Kind.values()) {
      List<RatioFinding> told = kind.of(RatioTargets.figures(units)).told();
      if (told.size() != limit.size()) {
        throw new IllegalStateException(kind + " gives " + told.size() + " findings");
      }
      for (int i = 0; i < limit.size(); i++) {
        if (!told.get(i).equals(limit.get(i))) {
          throw new IllegalStateException(kind + ": " + told.get(i) + ", not " + limit.get(i));
        }
      }
    }
    return limit;
  }
}
