package vn.doichieu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Something that judges the {@link RatioTargets}. Everything is read and built before. */
public interface Contender {

  /** Judges all units anew. The findings stand by unit, then by target. */
  List<?> judge();

  /** Judges all units anew, and has every finding made, where the list makes them when asked. */
  default Object judgeAndRead() {
    return judge();
  }

  /** The same findings in the words that all contenders share. */
  @SuppressWarnings("unchecked")
  default List<RatioFinding> told() {
    return (List<RatioFinding>) judge();
  }

  /** What is written as rules. */
  enum Form {
    /** Each outcome of a target is a rule of its own: 48 rules. */
    OUTCOMES,
    /** A rule fires where its target is met, and Java says what else it is: 12 rules. */
    MET
  }

  /** Those that run in this process, by the name in the table. */
  enum Kind {
    OURS(Table.OURS, OurRatios::new),
    LOOP(Table.LOOP, PlainRatios::new),
    EASY_RULES("Easy Rules 4.1.0, 48 rules", units -> new EasyRatios(units, Form.OUTCOMES)),
    EASY_RULES_12("Easy Rules 4.1.0, 12 rules", units -> new EasyRatios(units, Form.MET)),
    DRL("Drools 10.2.0, DRL compiled, 48 rules", units -> new DrlRatios(units, Form.OUTCOMES)),
    DRL_12("Drools 10.2.0, DRL compiled, 12 rules", units -> new DrlRatios(units, Form.MET)),
    EVRETE("Evrete 4.0.3, 48 rules", units -> new EvreteRatios(units, Form.OUTCOMES)),
    EVRETE_12("Evrete 4.0.3, 12 rules", units -> new EvreteRatios(units, Form.MET)),
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
