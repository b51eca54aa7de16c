package vn.doichieu.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Target;
import vn.doichieu.edits.Edit.Change;
import vn.doichieu.edits.Edit.Part;
import vn.doichieu.edits.Edit.Weight;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.testing.EditedPlan;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

class RuleEditsTest {

  @TempDir private Path folder;
  private Path before;
  private EditedPlan after;

  @BeforeEach
  void aPlanAndACopyOfIt() {
    before =
        new SmallPlan(folder.resolve("before"))
            .target("T1", "ratio")
            .target("T2", "duty")
            .target("T3", "deadline")
            .target("T4", "change")
            .reading("T4", "a", "comparator", "within")
            .write();
    after = EditedPlan.of(before, folder.resolve("after"));
  }

  private RuleEdits edits() {
    return RuleEdits.between(
        RuleFiles.read(before, List.of()), RuleFiles.read(after.folder(), List.of()));
  }

  private RuleEdits backwards() {
    return RuleEdits.between(
        RuleFiles.read(after.folder(), List.of()), RuleFiles.read(before, List.of()));
  }

  private Edit only() {
    assertThat(edits().edits()).hasSize(1);
    return edits().edits().get(0);
  }

  private void row(String id, String old, String text) {
    String line = after.row(id);
    after.replace("targets.csv", line, line.replace(old, text));
  }

  private String told(Edit edit, Language language) {
    EditText text = new EditText(edits(), new Messages(language));
    return text.what(edit)
        + edit.cells().stream()
            .map(cell -> " | " + text.of(edit, cell))
            .collect(Collectors.joining())
        + " | "
        + text.places(edit);
  }

  @Test
  void theSamePlanHasNoEdits() {
    assertThat(edits().edits()).isEmpty();
    assertThat(edits().decide()).isFalse();
  }

  @Test
  void aThresholdIsToldInASentenceWithItsPlace() throws IOException {
    row("T1", "20%", "30%");

    assertThat(only().decides()).isTrue();
    assertThat(told(only(), Language.VI))
        .isEqualTo(
            "Sửa chỉ tiêu T1 “Chỉ tiêu T1” | ngưỡng: từ 20% thành 30% | targets.csv, dòng 2");
    assertThat(told(only(), Language.EN))
        .isEqualTo(
            "Edited: target T1 “Chỉ tiêu T1” | threshold: from 20% to 30% | targets.csv, line 2");
    assertThat(only().cells().get(0).afterPlace().column()).isEqualTo("threshold");
  }

  @ParameterizedTest
  @CsvSource({
    "T1,done / total,done/total,SAME_MEANING",
    "T1,done / total,done / forms,DECIDES",
    "T1,>=,>,DECIDES",
    "T1,commune,'commune,district',DECIDES",
    "T2,issued=yes,issued = yes,SAME_MEANING",
    "T3,2024-05-10,2024-05-11,DECIDES",
    "T1,câu trích,câu khác,WORDS",
    "T1,Chỉ tiêu T1,Tên khác,WORDS",
    "T1,main,supporting,DECIDES"
  })
  void aCellWeighsWhatItDoes(String row, String old, String text, Weight weight)
      throws IOException {
    row(row, old, text);

    assertThat(only().cells()).extracting(Edit.Cell::weight).containsExactly(weight);
    assertThat(edits().decide()).isEqualTo(weight == Weight.DECIDES);
  }

  @Test
  void besideACellThatDecidesTheOthersStillDoNot() throws IOException {
    row("T1", "20%", "30%");
    row("T1", "done / total", "done/total");
    row("T1", "câu trích", "câu khác");

    assertThat(only().cells())
        .extracting(Edit.Cell::column, Edit.Cell::weight)
        .containsExactly(
            tuple("inputs", Weight.SAME_MEANING),
            tuple("threshold", Weight.DECIDES),
            tuple("quote", Weight.WORDS));
  }

  @Test
  void cellsThatOnlyMakeSenseTogetherDecideTogether() throws IOException {
    row("T1", "\"ratio\"", "\"count\"");
    row("T1", "done / total", "done");
    row("T1", "20%", "5");
    row("T1", "\"commune\"", "\"\"");

    assertThat(only().cells()).allMatch(Edit.Cell::decides);
  }

  @Test
  void rowsThatComeAndGoAreTold() throws IOException {
    row("T2", "T2", "T9");

    assertThat(edits().edits())
        .extracting(Edit::id, Edit::change, Edit::decides)
        .containsExactly(tuple("T9", Change.ADDED, true), tuple("T2", Change.REMOVED, true));
    assertThat(told(edits().edits().get(1), Language.VI))
        .startsWith("Bỏ chỉ tiêu T2")
        .endsWith("bản trước: targets.csv, dòng 3");
  }

  @Test
  void aRowThatGivesNoFindingDecidesNothing() throws IOException {
    Files.writeString(
        after.folder().resolve("targets.csv"),
        Files.readString(after.folder().resolve("targets.csv"))
            + Files.readAllLines(before.resolve("targets.csv"))
                .get(2)
                .replace("T2", "T8")
                .replace("\"duty\"", "\"information\""));

    assertThat(only().change()).isEqualTo(Change.ADDED);
    assertThat(edits().decide()).isFalse();
  }

  @Test
  void theFewestRowsAreSaidToHaveMoved() throws IOException {
    List<String> lines = Files.readAllLines(before.resolve("targets.csv"));
    Files.writeString(
        after.folder().resolve("targets.csv"),
        Stream.of(0, 4, 1, 2, 3).map(lines::get).collect(Collectors.joining("\n")));

    assertThat(only().change()).isEqualTo(Change.MOVED);
    assertThat(only().id()).isEqualTo("T4");
    assertThat(edits().decide()).isFalse();
    assertThat(told(only(), Language.VI))
        .isEqualTo(
            "Chuyển chỗ chỉ tiêu T4 “Chỉ tiêu T4” | bản trước: targets.csv, dòng 5;"
                + " bản sửa: targets.csv, dòng 2");
  }

  @Test
  void theOrderOfColumnsIsNoEdit() {
    after.targets(
        RuleSheet.read(before).columns().stream().sorted().toList(), RuleSheet.read(before).rows());

    assertThat(edits().edits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'done: {type: count','done: {optional: true, type: count',true,ITEM",
    "'label: done','label: đã làm',false,ITEM",
    "'year: 2024','year: 2025',true,PLAN",
    "'title: Nhỏ','title: Lớn',false,PLAN",
    "'issuer: UBND','issuer: HĐND',false,PLAN"
  })
  void keysOfThePlanFileAreTold(String old, String text, boolean decides, Part part) {
    after.replace("plan.yaml", old, text);

    assertThat(only().part()).isEqualTo(part);
    assertThat(only().decides()).isEqualTo(decides);
    assertThat(only().after().row()).isPositive();
    assertThat(only().after().file()).isEqualTo("plan.yaml");
  }

  @Test
  void itemsThatComeAndGoAreTold() {
    after.replace("plan.yaml", "  asked:", "  heard:");

    assertThat(edits().edits())
        .extracting(Edit::part, Edit::id, Edit::change)
        .containsExactly(
            tuple(Part.ITEM, "heard", Change.ADDED), tuple(Part.ITEM, "asked", Change.REMOVED));
  }

  @Test
  void readingsAreToldWithWhatDecidesInThem() {
    after.replace("readings.csv", "within", "range").replace("readings.csv", "hiểu khác", "khác");

    assertThat(only().id()).isEqualTo("T4/a");
    assertThat(only().cells())
        .extracting(Edit.Cell::column, Edit.Cell::decides)
        .contains(tuple("comparator", true), tuple("says", false));
  }

  @Test
  void rulesInDrlAreToldByNameAndCommentsAreNotRules() throws IOException {
    String drl = "package x; // đầu\n\nrule \"T1 a\" when\n  X( y == \"a  //b\" )\nthen end\n";
    Files.writeString(before.resolve("x.drl"), drl + "rule 'T2' when then end\n");
    Files.writeString(
        after.folder().resolve("x.drl"),
        drl.replace("// đầu", "/* khác */") + "rule 'T3' when then end\n");

    assertThat(edits().edits())
        .extracting(Edit::part, Edit::id, Edit::change)
        .containsExactly(
            tuple(Part.RULE, "T3", Change.ADDED), tuple(Part.RULE, "T2", Change.REMOVED));

    Files.writeString(after.folder().resolve("x.drl"), drl.replace("a  //b", "a //b"));
    assertThat(edits().edits())
        .extracting(Edit::id, Edit::change)
        .contains(tuple("T1 a", Change.CHANGED));
  }

  @Test
  void backwardsTheSameCellsHaveChanged() throws IOException {
    row("T1", "20%", "30%");
    row("T3", "2024-05-10", "2024-05-11");

    Map<String, String> there =
        edits().edits().stream()
            .flatMap(edit -> edit.cells().stream())
            .collect(Collectors.toMap(Edit.Cell::before, Edit.Cell::after));
    Map<String, String> back =
        backwards().edits().stream()
            .flatMap(edit -> edit.cells().stream())
            .collect(Collectors.toMap(Edit.Cell::after, Edit.Cell::before));
    assertThat(back).isEqualTo(there);
  }

  @Test
  void aLongTextIsCutToWhatSurroundsTheDifference() throws IOException {
    String words = "rất nhiều chữ ".repeat(20);
    before =
        new SmallPlan(folder.resolve("b2")).target("T1", "ratio", "quote", words + "A").write();
    after = EditedPlan.of(before, folder.resolve("a2"));
    row("T1", words + "A", words + "B");

    assertThat(told(only(), Language.VI))
        .contains("câu trích: từ “…", "A”", "B”")
        .hasSizeLessThan(250);
  }

  /** Whoever adds to a target has to say whether that is words or meaning. */
  @Test
  void everyPartOfATargetIsEitherWordsOrWeighed() {
    assertThat(Stream.of(Target.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactlyInAnyOrder(
            "id",
            "wording",
            "citation",
            "reading",
            "note",
            "place",
            "criterion",
            "scope",
            "periods",
            "closesOn",
            "condition",
            "binding",
            "reviewOnMiss",
            "priority",
            "confidence",
            "part");
  }
}
