package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Something that judges the {@link RatioTargets}. Everything is read and built before. */
public interface Contender {

  /** Judges all units anew. The findings stand by unit, then by target. */
  List<?> judge();

  /** The same findings in the words that all contenders share. */
  @SuppressWarnings("unchecked")
  default List<RatioFinding> told() {
    return (List<RatioFinding>) judge();
  }

  /** Those that run in this process, by the name in the table. */
  enum Kind {
    OURS(Table.OURS, OurRatios::new),
    LOOP(Table.LOOP, PlainRatios::new),
    EASY_RULES("Easy Rules 4.1.0, 48 rules", EasyRatios::new),
    DRL("Drools 10.2.0, DRL compiled, 48 rules", DrlRatios::new),
    EVRETE("Evrete 4.0.3, 48 rules", EvreteRatios::new),
    DMN("KIE DMN 10.2.0, literal FEEL", DmnRatios::new);

    private final String label;
    private final Function<List<UnitFigures>, Contender> build;

    Kind(String label, Function<List<UnitFigures>, Contender> build) {
      this.label = label;
      this.build = build;
    }

    String label() {
      return label;
    }

    Contender of(List<UnitFigures> figures) {
      return build.apply(figures);
    }
  }

  /** Collects what rules concluded about units. */
  static List<RatioFinding> collect(List<UnitFigures> units) {
    List<RatioFinding> findings = new ArrayList<>(units.size() * RatioTargets.COUNT);
    for (UnitFigures unit : units) {
      for (int target = 0; target < RatioTargets.COUNT; target++) {
        findings.add(unit.finding(target));
      }
    }
    return findings;
  }
}
