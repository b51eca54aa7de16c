package vn.doichieu.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Each warning as its reader reads it. */
class WarningSentencesTest {

  @TempDir private Path folder;
  private DataFolder data;
  private Path rules;

  @BeforeEach
  void folder() {
    rules =
        new SmallPlan(folder.resolve("rules"))
            .item("done", "count, part_of: total, sense: informed")
            .item("total", "count, sense: total")
            .item("visits", "count, sense: inspected")
            .item("forms", "count, sense: communication")
            .item("team", "yes_no, sense: inspection_team")
            .item("t1_rate", "rate, rate_of: T1")
            .target("T1", "ratio", "scope", "each+area")
            .target("T2", "duty", "inputs", "team=yes")
            .target("T3", "deadline", "priority", "deadline")
            .write();
    data = new DataFolder(folder.resolve("data"));
  }

  private List<String> sentences(Language language, String... figures) {
    Evaluation evaluation =
        new Check(Path.of(""), rules, data.figures(figures).path(), LocalDate.of(2025, 2, 1), false)
            .run();
    WarningSentences sentences = new WarningSentences(evaluation, new Messages(language));
    return evaluation.warnings().stream()
        .map(w -> sentences.title(w) + ": " + sentences.of(w) + " " + sentences.explanation(w))
        .toList();
  }

  private static final String[] CONTRADICTIONS = {
    "x1,done,2024,1200",
    "x1,total,2024,1000",
    "x1,forms,2024,0",
    "x1,visits,2024-H1,9",
    "x1,visits,2024-9M,8",
    "x1,total,2024-9M,999",
    "x1,team,2024,không",
    "x2,report_submitted_on,2024-H1,2024-05-02",
    "h,done,2024,8743",
    "h,total,2024,8833",
    "h,t1_rate,2024,\"99,96%\""
  };

  @Test
  void inVietnamese() {
    data.file(
        "explanations.csv",
        "unit,check,period,text,by",
        "x2,report_empty,2024-H1,gửi thiếu phụ lục,UBND xã 2");

    assertThat(sentences(Language.VI, CONTRADICTIONS))
        .containsExactly(
            "Phần lớn hơn tổng: “done” là 1.200, lớn hơn “total” là 1.000 (năm 2024)."
                + " Chưa có giải trình.",
            "Số lũy kế giảm: “visits”: lũy kế 9 tháng năm 2024 là 8, thấp hơn lũy kế 6 tháng đầu năm"
                + " 2024 là 9. Chưa có giải trình.",
            "Báo cáo không có số liệu: Đã gửi báo cáo 6 tháng đầu năm 2024 ngày 02/05/2024 nhưng"
                + " không có số liệu nào kèm theo. Giải trình của UBND xã 2: gửi thiếu phụ lục",
            "Tổng số thay đổi trong năm: “total”: năm 2024 là 1.000, khác 9 tháng năm 2024 là 999."
                + " Chưa có giải trình.",
            "Có người được tuyên truyền, không có hình thức tuyên truyền: “done” là 1.200 nhưng"
                + " “forms” là 0 (năm 2024). Chưa có giải trình.",
            "Có kiểm tra, không có đội hoặc tổ kiểm tra: “visits” là 8 (9 tháng năm 2024), nhưng"
                + " “team”: không (năm 2024). Chưa có giải trình.",
            "Có kiểm tra, không có đội hoặc tổ kiểm tra: “visits” là 9 (6 tháng đầu năm 2024), nhưng"
                + " “team”: không (năm 2024). Chưa có giải trình.",
            "Tỷ lệ đã công bố không khớp số liệu: Tỷ lệ đã công bố là 99,96% (năm 2024), còn theo số"
                + " liệu là 8.743/8.833 = 98,98%. Chưa có giải trình.");
  }

  @Test
  void inEnglish() {
    assertThat(sentences(Language.EN, CONTRADICTIONS))
        .contains(
            "Published rate contradicted by its figures: The published rate is 99.96% (2024), but the"
                + " figures come to 8,743/8,833 = 98.98%. No explanation yet.",
            "Cumulative figure falls: “visits”: 8 (nine months of 2024), fewer than 9 (first half of"
                + " 2024), though both are counted from January. No explanation yet.");
  }

  @Test
  void ofARateThatIsTheAverageOfUnitRates() {
    assertThat(
            sentences(
                Language.VI,
                "x1,done,2024,71",
                "x1,total,2024,444",
                "x2,done,2024,310",
                "x2,total,2024,516",
                "h,t1_rate,2024,38%"))
        .containsExactly(
            "Tỷ lệ đã công bố không khớp số liệu: Tỷ lệ đã công bố là 38% (năm 2024), còn theo số"
                + " liệu là 381/960 = 39,69%. Chưa có giải trình.");
  }
}
