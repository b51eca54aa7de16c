package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class SubmissionReaderTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void aPlanAndItsFolder() {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio")
            .target("T2", "deadline", "periods", "2024-H1")
            .target("T3", "duty", "scope", "agency:police,agency:culture")
            .target("T4", "duty", "scope", "agency:culture")
            .read();
    data = new DataFolder(folder.resolve("data"));
    data.units(
        "h,Huyện,district,,",
        "x1,Xã 1,commune,,h",
        "x2,Xã 2,commune,,h",
        "a1,Công an,agency,police,h",
        "a2,Phòng Văn hóa,agency,culture,h");
  }

  @Nested
  class StopsAt {

    @Test
    void aFolderThatIsNotThere() {
      assertThat(refusal(folder.resolve("nowhere")))
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.FOLDER_NOT_FOUND);
      assertThat(refusal(data.path().resolve("units.csv")))
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.NOT_A_FOLDER);
    }

    @Test
    void everyFileThatIsNotThere() throws IOException {
      Files.delete(data.path().resolve("units.csv"));
      Files.delete(data.path().resolve("figures.csv"));

      assertThat(refused())
          .containsExactly("FILE_NOT_FOUND figures.csv:0", "FILE_NOT_FOUND units.csv:0");
    }

    @Test
    void everythingUnreadableOfAllFilesAtOnce() {
      data.units("h,H,district,,", "k,K,district,,", "x1,X,commune,,nobody");
      data.file("figures.csv", "unit,value", "x1,5");
      data.file("waivers.csv", "unit,target,until", "x1,T1,2025-01-01");

      assertThat(refusal())
          .extracting(p -> p.kind() + " " + p.location().file() + " " + p.location().column())
          .containsExactly(
              "MISSING_COLUMN figures.csv item",
              "MISSING_COLUMN figures.csv period",
              "SEVERAL_AREAS units.csv parent",
              "UNKNOWN_PARENT units.csv parent",
              "MISSING_COLUMN waivers.csv approved_by",
              "MISSING_COLUMN waivers.csv decision",
              "MISSING_COLUMN waivers.csv reason");
    }

    @ParameterizedTest
    @CsvSource({
      "figures.xls,WORKBOOK_XLS",
      "Biểu xã.XLS,WORKBOOK_XLS",
      "figures.ods,WORKBOOK_ODS",
      "figures.xlsb,WORKBOOK_XLSB",
      "figures.xlsm,WORKBOOK_XLSM",
      "figures.numbers,FORMAT_UNSUPPORTED",
      "figures.xlsx,NOT_A_WORKBOOK",
      "biểu.xlsx,NOT_A_WORKBOOK"
    })
    void figuresInAFormThatIsNotReadHere(String name, String kind) {
      data.file(name, "abc");

      assertThat(refused()).containsExactly(kind + " " + name + ":0");
    }

    @Test
    void noHiddenFileAndNoLockOfExcel() {
      data.file("~$figures.xlsx", "lock").file(".figures.xlsx", "hidden").file("notes.txt", "");

      assertThat(told()).isEmpty();
    }
  }

  @Nested
  class TellsOnceOf {

    @Test
    void anUnknownUnitItemOrPeriod() {
      data.figures(
          "x9,done,2024,1",
          "x9,total,2024,1",
          "x1,dnoe,2024,1",
          "x2,dnoe,2024,1",
          "h,dnoe,2024,2",
          "x1,done,2024-Q7,1",
          "x2,done,2024-Q7,1",
          "x1,done,2023,1",
          "x8,done,2024,1");

      assertThat(told())
          .containsExactly(
              "UNKNOWN_UNIT 2 unit x9 [3]",
              "UNKNOWN_ITEM 4 item dnoe [5, 6]",
              "UNKNOWN_PERIOD 7 period 2024-Q7 [8]",
              "UNKNOWN_PERIOD 9 period 2023 []",
              "UNKNOWN_UNIT 10 unit x8 []");
    }

    @Test
    void everythingWrongWithOneRow() {
      data.figures("x9,dnoe,1999,1");

      assertThat(told())
          .containsExactly(
              "UNKNOWN_ITEM 2 item dnoe []",
              "UNKNOWN_PERIOD 2 period 1999 []",
              "UNKNOWN_UNIT 2 unit x9 []");
    }

    @Test
    void aFigureThatNoTargetReads() {
      data.figures("x1,done,2024-H1,1", "x2,done,2024-H1,1", "x1,forms,2024,1");

      assertThat(told())
          .containsExactly("FIGURE_UNUSED 2 period 2024-H1 [3]", "FIGURE_UNUSED 4 period 2024 []");
    }

    @Test
    void aRoleThatATargetNamesAndNoUnitHas() {
      data.units("h,H,district,,", "a1,Công an,agency,police,h");

      assertThat(data.read(plan).problems())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Problem.Kind.ROLE_WITHOUT_UNIT);
                assertThat(p.location()).isEqualTo(SourceLocation.of("units.csv", 0, "role"));
                assertThat(p.read()).isEqualTo("culture");
                assertThat(p.arguments()).containsExactly("T3, T4");
              });
    }

    @Test
    void semicolonsThatItReadsAnyway() {
      data.file("figures.csv", "unit;item;period;value", "x1;done;2024;7");

      assertThat(told()).containsExactly("SEMICOLON_SEPARATOR 1 null ; []");
      assertThat(figure("x1").value()).isEqualTo(7);
    }
  }

  @Nested
  class AFigure {

    @ParameterizedTest
    @CsvSource({"5,5", "5,05", "0,00", "0,không phát sinh"})
    void givenTwiceWithOneValueIsOneFigure(String first, String second) {
      data.figures("x1,done,2024," + first, "x1,done,2024," + second);

      assertThat(told()).isEmpty();
      assertThat(figure("x1").state()).isEqualTo(State.VALID);
      assertThat(figure("x1").location()).isEqualTo(SourceLocation.of("figures.csv", 2, "value"));
    }

    @Test
    void givenTwiceWithDifferentValuesIsInvalidAndToldOnce() {
      data.figures("x1,done,2024,5", "x1,done,2024,6", "x1,done,2024,5", "x2,done,2024,6");

      assertThat(told()).containsExactly("CONFLICTING_FIGURES 3 value 6 []");
      assertThat(figure("x1").state()).isEqualTo(State.INVALID);
      assertThat(figure("x1").value()).isZero();
      assertThat(figure("x2").state()).isEqualTo(State.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\"\""})
    void leftBlankIsNoRow(String blank) {
      data.figures(
          "x1,done,2024," + blank,
          "nobody,nothing,1999," + blank,
          "x2,done,2024,5",
          "x2,done,2024," + blank);

      assertThat(told()).isEmpty();
      assertThat(figure("x1").state()).isEqualTo(State.ABSENT);
      assertThat(figure("x1").location()).isNull();
      assertThat(figure("x2").state()).isEqualTo(State.VALID);
    }

    @Test
    void thatDoesNotFitItsTypeIsInvalidWithItsPlace() {
      data.figures("x1,done,2024,\"12,5\"", "x2,report_submitted_on,2024-H1,31/02/2024");

      assertThat(told())
          .containsExactly("NOT_A_COUNT 2 value 12,5 []", "NOT_A_DATE 3 value 31/02/2024 []");
      assertThat(figure("x1").state()).isEqualTo(State.INVALID);
      assertThat(figure("x1").location()).isEqualTo(SourceLocation.of("figures.csv", 2, "value"));
    }

    @Test
    void whoseRowHasACellTooManyIsInvalid() {
      data.figures("x1,done,2024,12,5", "x2,done,2024,,7");

      assertThat(told())
          .containsExactly(
              "WRONG_CELL_COUNT 2 value x1,done,2024,12,5 []",
              "WRONG_CELL_COUNT 3 value x2,done,2024,,7 []");
      assertThat(figure("x1").state()).isEqualTo(State.INVALID);
      assertThat(figure("x2").state()).isEqualTo(State.INVALID);
    }

    @Test
    void isFoundWhateverTheUnicodeFormOfItsCodes() {
      data.units("h,H,district,,", "xã đông,X,commune,,h");
      data.figures(
          java.text.Normalizer.normalize("xã đông", java.text.Normalizer.Form.NFD)
              + "\u00A0,done,2024,5");

      assertThat(figure("xã đông").value()).isEqualTo(5);
    }
  }

  private Figure figure(String unit) {
    Submission submission = data.read(plan);
    return submission.figure(
        submission.units().find(unit),
        new Input(plan.items().get("done"), ReportingPeriod.year(2024)));
  }

  private List<String> told() {
    return data.read(plan).problems().stream()
        .filter(p -> p.kind() != Problem.Kind.ROLE_WITHOUT_UNIT)
        .map(
            p ->
                "%s %d %s %s %s"
                    .formatted(
                        p.kind(), p.location().row(), p.location().column(), p.read(), p.alsoAt()))
        .toList();
  }

  private List<String> refused() {
    return refusal().stream()
        .map(p -> p.kind() + " " + p.location().file() + ":" + p.location().row())
        .toList();
  }

  private List<Problem> refusal() {
    return refusal(data.path());
  }

  private List<Problem> refusal(Path path) {
    UnreadableInput refusal =
        catchThrowableOfType(UnreadableInput.class, () -> SubmissionReader.read(path, plan));
    assertThat(refusal).as("the folder is refused").isNotNull();
    return refusal.problems();
  }
}
