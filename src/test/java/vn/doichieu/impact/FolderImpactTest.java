package vn.doichieu.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.edits.Edit;
import vn.doichieu.edits.Edit.Part;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.impact.FindingChange.Aspect;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.EditedPlan;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** What flips, why, and in which order: a district of 20%, one commune of 30% and one of 10%. */
class FolderImpactTest {

  private static final LocalDate AFTER = LocalDate.of(2025, 2, 1);

  @TempDir private Path folder;
  private Path before;
  private EditedPlan after;
  private DataFolder data;

  @BeforeEach
  void aPlanWithFigures() {
    before =
        new SmallPlan(folder.resolve("before"))
            .target("T1", "ratio", "scope", "each+area", "note", "ghi chú một")
            .target("T2", "duty")
            .target("T3", "duty", "inputs", "asked=yes", "priority", "supporting")
            .target("T4", "ratio", "inputs", "done / (total - pending)", "applies_to", "")
            .reading("T1", "a", "threshold", "50%")
            .write();
    after = EditedPlan.of(before, folder.resolve("after"));
    data =
        new DataFolder(folder.resolve("data"))
            .figures(
                "x1,done,2024,3",
                "x1,total,2024,10",
                "x2,done,2024,1",
                "x2,total,2024,10",
                "x1,issued,2024,có",
                "x2,issued,2024,không",
                "x1,asked,2024,có",
                "x2,asked,2024,có",
                "h,done,2024,4",
                "h,total,2024,20");
  }

  private FolderImpact impact() {
    FolderImpact impact = Impacts.of(before, after.folder(), data.path(), AFTER);
    assertThat(impact.addsUp()).isTrue();
    assertThat(impact.changes()).allSatisfy(c -> assertThat(c.unexplained()).isEmpty());
    return impact;
  }

  private void row(String id, String old, String text) {
    String line = after.row(id);
    after.replace("targets.csv", line, line.replace(old, text));
  }

  private static String name(FindingChange change) {
    return change.kind().code()
        + " "
        + change.shown().target().id()
        + " "
        + change.shown().unit().code();
  }

  private static String causes(FindingChange change) {
    return change.causes().stream()
        .map(
            cause ->
                cause.edit().id()
                    + cause.cells().stream()
                        .map(cell -> " " + cell.column())
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void whatFlipsStandsFirstWithTheRowThatFlipsIt() {
    row("T1", "20%", "25%");
    FolderImpact impact = impact();

    assertThat(impact.changes())
        .extracting(FolderImpactTest::name, FolderImpactTest::causes)
        .containsExactly(tuple("lost T1 h", "T1 threshold"), tuple("detail T1 x2", "T1 threshold"));
    assertThat(impact.flips()).isEqualTo(1);
    assertThat(impact.same()).isEqualTo(impact.before().findings().size() - 2);
  }

  @Test
  void aRowWhoseOnlyEditIsANoteExplainsNothing() {
    row("T4", "\"main\"", "\"supporting\"");
    row("T1", "ghi chú một", "ghi chú hai");
    after.replace("plan.yaml", "total: {type", "total: {optional: true, type");
    data.figures("h,done,2024,4");

    assertThat(impact().changes())
        .filteredOn(change -> change.shown().target().id().equals("T1"))
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.causes()).extracting(c -> c.edit().part()).containsOnly(Part.ITEM);
              assertThat(causes(change)).isEqualTo("total optional");
            });
  }

  @Test
  void aPriorityExplainsThePriorityAndNothingElse() {
    row("T4", "\"main\"", "\"supporting\"");
    after.replace("plan.yaml", "total: {type", "total: {optional: true, type");
    data.figures("h,done,2024,4");

    assertThat(impact().changes())
        .filteredOn(change -> change.shown().target().id().equals("T4"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.aspects()).contains(Aspect.PRIORITY, Aspect.REASON);
              assertThat(causes(change)).isEqualTo("T4 priority; total optional");
            });
  }

  @Test
  void otherReadingsAreHeldAgainstEachOtherToo() {
    after.replace("readings.csv", "50%", "30%");

    assertThat(impact().changes())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.aspects()).containsExactly(Aspect.READINGS);
              assertThat(change.kind()).isEqualTo(Kind.DETAIL);
              assertThat(change.causes()).extracting(c -> c.edit().id()).containsExactly("T1/a");
            });
    assertThat(impact().flips()).isZero();
  }

  @Test
  void findingsComeAndGoWithTheirRowsUnitsAndPeriods() {
    row("T2", "\"T2\"", "\"T9\"");
    row("T3", "\"2024\"", "\"2024-H1\"");
    row("T4", "\"area\"", "\"each\"");
    row("T4", "\"\",\"done", "\"commune\",\"done");

    assertThat(impact().changes())
        .extracting(FolderImpactTest::name)
        .containsExactly(
            "gone T4 h",
            "gone T2 x1",
            "gone T2 x2",
            "gone T3 x1",
            "gone T3 x2",
            "come T9 x1",
            "come T9 x2",
            "come T4 x1",
            "come T4 x2",
            "come T3 x1",
            "come T3 x2");
    assertThat(impact().changed()).isZero();
  }

  @Test
  void whatBindsNoLongerFlips() {
    row("T2", "\"yes\"", "\"no\"");

    assertThat(impact().changes())
        .extracting(FolderImpactTest::name, FolderImpactTest::causes)
        .containsExactly(
            tuple("binding T2 x1", "T2 binding"), tuple("binding T2 x2", "T2 binding"));
    assertThat(impact().flips()).isEqualTo(2);
  }

  @Test
  void theYearExplainsWhatItMoves() {
    data.figures("h,done,2024,4", "h,total,2024,20");
    SmallPlan dated = new SmallPlan(folder.resolve("dated"));
    before = dated.target("T5", "deadline", "threshold", "2021-05-10", "periods", "2021").write();
    after = EditedPlan.of(before, folder.resolve("dated2"));
    after.replace("plan.yaml", "year: 2024", "year: 2022");
    data.figures(
        "x1,report_submitted_on,2021,2021-03-03", "x2,report_submitted_on,2021,2021-03-03");

    assertThat(impact().changes())
        .hasSize(2)
        .allSatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(Kind.BETTER);
              assertThat(change.causes()).extracting(c -> c.edit().part()).containsOnly(Part.PLAN);
            });
    assertThat(impact().problems().gone()).isNotEmpty();
    assertThat(impact().problems().come()).isEmpty();
  }

  @Test
  void warningsAreHeldAgainstEachOtherToo() {
    after.replace("plan.yaml", "done: {type", "done: {part_of: total, type");
    data.figures("x1,done,2024,13", "x1,total,2024,10");

    FolderImpact impact = impact();
    assertThat(impact.changes()).isEmpty();
    assertThat(impact.warnings().come()).hasSize(1);
    assertThat(impact.warnings().gone()).isEmpty();
  }

  @Test
  void aChangeThatNoEditExplainsIsSaidToBeUnexplained() {
    row("T1", "20%", "25%");
    FolderImpact real = impact();
    FolderImpact without =
        FolderImpact.of(
            "data",
            new RuleEdits(real.before().plan(), real.after().plan(), List.<Edit>of()),
            real.before(),
            real.after());

    assertThat(without.addsUp()).isTrue();
    assertThat(without.changes())
        .hasSameSizeAs(real.changes())
        .allSatisfy(change -> assertThat(change.unexplained()).isEqualTo(change.aspects()));
    Impact impact = Impacts.whole(before, after.folder(), data.path(), AFTER);
    assertThat(
            new ChangeText(impact, without, new Messages(Language.VI))
                .causes(without.changes().get(0)))
        .singleElement()
        .asString()
        .startsWith("Chưa rõ do chỗ sửa nào: kết quả, lý do");
  }

  @Test
  void severalTargetsOfOneIdAreHeldAgainstEachOtherInTheirOrder() {
    var plan = Impacts.of(before, before, data.path(), AFTER).before();
    var doubled =
        new Evaluation(
            plan.plan(),
            plan.area(),
            plan.asOf(),
            plan.closed(),
            Stream.concat(plan.findings().stream(), plan.findings().stream()).toList(),
            plan.problems(),
            plan.warnings(),
            plan.evidence(),
            plan.otherReadings(),
            plan.provenance());

    FolderImpact impact =
        FolderImpact.of("data", new RuleEdits(plan.plan(), plan.plan(), List.of()), plan, doubled);

    assertThat(impact.addsUp()).isTrue();
    assertThat(impact.same()).isEqualTo(plan.findings().size());
    assertThat(impact.count(Kind.COME)).isEqualTo(plan.findings().size());
  }
}
