package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Warning.Explanation;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

class ExplanationsReaderTest {

  private static final String HEADER = "unit,check,period,text,by";

  @TempDir private Path folder;
  private DataFolder data;
  private Plan plan;

  @BeforeEach
  void folder() {
    data = new DataFolder(folder.resolve("data"));
    plan = new SmallPlan(folder.resolve("rules")).target("T1", "ratio").read();
  }

  private Submission read(String... rows) {
    return data.file("explanations.csv", HEADER, rows).read(plan);
  }

  private List<Problem> refused(String header, String... rows) {
    data.file("explanations.csv", header, rows);
    return catchThrowableOfType(UnreadableInput.class, () -> data.read(plan)).problems();
  }

  @Test
  void keepsTextAndOfficeByUnitCheckAndPeriod() {
    Submission submission = read("x1,cumulative_falls,2024-9M,\"sửa số, theo BC 12\",UBND xã 1");

    assertThat(submission.problems()).isEmpty();
    assertThat(submission.explanations()).hasSize(1);
    submission
        .explanations()
        .forEach(
            (subject, explanation) -> {
              assertThat(subject.unit().code()).isEqualTo("x1");
              assertThat(subject.check()).isEqualTo("cumulative_falls");
              assertThat(subject.period().text()).isEqualTo("2024-9M");
              assertThat(explanation)
                  .extracting(Explanation::text, Explanation::by)
                  .containsExactly("sửa số, theo BC 12", "UBND xã 1");
            });
  }

  @Test
  void isNotNeeded() {
    assertThat(data.read(plan).explanations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'x9,total_changed,2024,a,b',EXPLANATION_UNMATCHED,unit",
    "'x1,,2024,a,b',EXPLANATION_UNMATCHED,check",
    "'x1,total_changed,năm 2024,a,b',EXPLANATION_UNMATCHED,period",
    "'x1,total_changed,,a,b',EXPLANATION_UNMATCHED,period",
    "'x1,total_changed,2024,,b',EXPLANATION_BLANK,text",
    "'x1,total_changed,2024,a,',EXPLANATION_BLANK,by",
    "'x1,total_changed,2024,a,b,c',WRONG_CELL_COUNT,text"
  })
  void tellsWhatCannotBeUsed(String row, Problem.Kind kind, String column) {
    Submission submission = read(row);

    assertThat(submission.explanations()).isEmpty();
    assertThat(submission.problems())
        .extracting(p -> p.kind() + " " + p.location().row() + " " + p.location().column())
        .containsExactly(kind + " 2 " + column);
  }

  @Test
  void keepsTheFirstOfTwoAndTellsTheSecond() {
    Submission submission =
        read("x1,total_changed,2024,một,UBND xã 1", "x1,total_changed,2024,hai,UBND xã 1");

    assertThat(submission.explanations().values())
        .extracting(Explanation::text)
        .containsExactly("một");
    assertThat(submission.problems())
        .extracting(p -> p.kind() + " " + p.location().row() + " " + p.arguments())
        .containsExactly("EXPLANATION_TWICE 3 [2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x1,total_changed,2024,hỏi số 0912345678,UBND xã 1",
        "x1,total_changed,2024,do bà Nguyễn Thị Mẫu nhập nhầm,UBND xã 1",
        "x1,total_changed,2024,nhập nhầm,Trần Văn Mẫu",
        "x1,total_changed,2024,nhập nhầm,UBND xã 1 (Lê Văn Mẫu)",
        "x1,total_changed,2024,nhập nhầm,UBND xã 1,Lê Văn Mẫu"
      })
  void refusesAFileThatNamesPeople(String row) {
    List<Problem> problems = refused(HEADER, row);

    assertThat(problems)
        .extracting(p -> p.kind() + " " + p.location().file() + " " + p.location().row())
        .containsExactly("PERSONAL_VALUE explanations.csv 2");
    assertThat(problems).extracting(Problem::read).containsOnlyNulls();
  }

  @Test
  void refusesAColumnForPeople() {
    assertThat(refused(HEADER + ",điện thoại", "x1,total_changed,2024,a,b,"))
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.PERSONAL_COLUMN);
  }

  @Test
  void refusesAFileWithoutItsColumns() {
    assertThat(refused("unit,check,period,text", "x1,total_changed,2024,a"))
        .extracting(p -> p.kind() + " " + p.location().column())
        .containsExactly("MISSING_COLUMN by");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Lao động - Thương binh và Xã hội",
        "Ủy ban nhân dân xã Bà Điểm",
        "Công an thành phố",
        "Hội Liên hiệp Phụ nữ huyện Kim Động"
      })
  void readsTheNamesOfOffices(String office) {
    assertThat(read("x1,total_changed,2024,\"giáp Sơn Tây, Hà Nội\"," + office).problems())
        .isEmpty();
  }
}
