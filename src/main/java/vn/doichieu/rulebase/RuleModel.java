package vn.doichieu.rulebase;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import org.drools.model.Index.ConstraintType;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Block2;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import vn.doichieu.domain.Target;

/**
 * Builds the rule of a target through Drools' executable model: its metadata, the lines that it is
 * about, the condition with the threshold inside, one emit. A rule holds the lines for which its
 * target holds; for a judgement all of them, since a person has to decide.
 */
final class RuleModel {

  /** The rules of the chosen readings. */
  static final String PACKAGE = "vn.doichieu.plan";

  /** The rules of other readings. */
  static final String OTHER_READINGS = "vn.doichieu.readings";

  private RuleModel() {}

  /**
   * The rule of a target.
   *
   * @param index the target's place among those that the plan judges
   */
  static Rule of(int index, Target target, String rulePackage, String name) {
    Variable<Lines> lines = declarationOf(Lines.class, "$lines");
    Variable<Verdicts> verdicts = declarationOf(Verdicts.class, "$verdicts");
    return rule(rulePackage, name)
        .metadata("section", target.citation().section())
        .metadata("quote", target.citation().quote())
        .build(
            pattern(lines)
                .expr(
                    "target " + index,
                    new Of(index),
                    alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, new TargetOf(), index))
                .bind(verdicts, new Judged(target)),
            on(lines, verdicts).execute(new Emit()));
  }

  /** The rule's name: id and title. */
  static String name(Target target) {
    String part = target.part().isEmpty() ? "" : " (" + target.part() + ")";
    return target.id() + part + " " + target.wording().title();
  }

  // Drools' functional interfaces are serializable, and the JVM puts no serializable lambda into a
  // class-data archive: as records they cost a cold start nothing.

  private record Of(int index) implements Predicate1<Lines> {
    @Override
    public boolean test(Lines lines) {
      return lines.target() == index;
    }
  }

  private record TargetOf() implements Function1<Lines, Integer> {
    @Override
    public Integer apply(Lines lines) {
      return lines.target();
    }
  }

  private record Judged(Target target) implements Function1<Lines, Verdicts> {
    @Override
    public Verdicts apply(Lines lines) {
      return lines.judged(LineTest.of(target, lines));
    }
  }

  private record Emit() implements Block2<Lines, Verdicts> {
    @Override
    public void execute(Lines lines, Verdicts verdicts) {
      lines.hold(verdicts);
    }
  }
}
