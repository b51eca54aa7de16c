package vn.doichieu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.testing.DataFolder;

/** The list of findings is a view: however it is walked, and by however many, it says the same. */
class FindingsTest {

  private static final LocalDate AS_OF = LocalDate.of(2025, 2, 1);

  /** More than one processor is put to at least. */
  private static final int COMMUNES = 4200;

  @TempDir private Path folder;

  private final Plan plan = PlanReader.read(Path.of("rules", "hoc_mon_2024"));
  private final RuleBase rules = RuleBase.of(plan);

  private Submission submission(int communes) {
    DataFolder data = new DataFolder(folder);
    List<String> units = new ArrayList<>();
    for (int i = 0; i < communes; i++) {
      units.add("c%05d,Xã %d,commune,,HM".formatted(i, i));
    }
    Random random = new Random(communes);
    List<String> figures = new ArrayList<>();
    List<Input> inputs =
        plan.targets().stream()
            .flatMap(t -> t.periods().stream().flatMap(p -> t.inputs(p).stream()))
            .distinct()
            .toList();
    for (String unit : units) {
      for (int k = 0; k < 6; k++) {
        Input input = inputs.get(random.nextInt(inputs.size()));
        figures.add(
            "%s,%s,%s,%d"
                .formatted(
                    unit.substring(0, unit.indexOf(',')),
                    input.item().code(),
                    input.period().text(),
                    random.nextInt(2)));
      }
    }
    units.add("HM,Hóc Môn,district,,");
    units.add("A1,Công an huyện,agency,police,HM");
    data.units(units.toArray(String[]::new));
    data.figures(figures.toArray(String[]::new));
    return data.read(plan);
  }

  @Test
  void saysTheSameByPlaceByStreamAndInOrder() {
    List<Finding> findings =
        Evaluator.evaluate(plan, rules, submission(40), AS_OF, true).findings();

    List<Finding> inOrder = new ArrayList<>();
    for (Finding finding : findings) {
      inOrder.add(finding);
    }

    assertThat(findings).hasSizeGreaterThan(40 * 20);
    assertThat(inOrder).hasSameSizeAs(findings);
    for (int i = 0; i < inOrder.size(); i++) {
      assertThat(findings.get(i)).isEqualTo(inOrder.get(i));
    }
    assertThat(findings.stream().toList()).isEqualTo(inOrder);
    assertThat(findings.parallelStream().toList()).isEqualTo(inOrder);
    assertThat(findings.subList(7, 99)).isEqualTo(inOrder.subList(7, 99));
    assertThatThrownBy(() -> findings.get(inOrder.size()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> findings.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void isTheSameFromOneThreadAndFromEveryProcessor() {
    Submission submission = submission(COMMUNES);

    Evaluation together = Evaluator.evaluate(plan, rules, submission, AS_OF, true);
    Evaluation alone =
        Evaluator.evaluateAlone(plan, rules, submission, AS_OF, true, DrlTargets.NONE);

    assertThat(together.problems()).isEqualTo(alone.problems()).isNotEmpty();
    AtomicInteger same = new AtomicInteger();
    var others = alone.findings().iterator();
    for (Finding finding : together.findings()) {
      Finding other = others.next();
      if (!finding.equals(other)
          || !together.otherReadings().apply(finding).equals(alone.otherReadings().apply(other))) {
        assertThat(finding).isEqualTo(other);
        assertThat(together.otherReadings().apply(finding))
            .isEqualTo(alone.otherReadings().apply(other));
      }
      same.incrementAndGet();
    }
    assertThat(same).hasValueGreaterThan(COMMUNES * 20);
    assertThat(others).isExhausted();
  }

  @Test
  void splitsLinesIntoPartsThatAreAllOfThem() {
    for (int lines : new int[] {0, 1, 2, 7, 1000}) {
      int next = 0;
      for (Workers.Part part : new Workers(3).byPart(part -> part)) {
        assertThat(part.start(lines)).isEqualTo(next);
        next = part.end(lines);
      }
      assertThat(next).isEqualTo(lines);
    }
  }
}
