package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result is taken for what it says only if the same check says so again. */
class VerifyTest {

  @TempDir private Path folder;
  private RecordedCheck recorded;

  @BeforeEach
  void aResult() {
    recorded = new RecordedCheck(folder);
  }

  @Nested
  class IsTheSame {

    private void same() {
      Run run = recorded.verify();

      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(run.out()).contains("GIỐNG: đối chiếu lại cho đúng kết quả đã ghi.");
    }

    @Test
    void whenNothingHasChanged() {
      same();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void inWhateverLanguageItWasWritten(String language) {
      recorded.record("--lang=" + language);

      same();
      Run english = recorded.verify("--lang=en");
      assertThat(english.exit()).isZero();
      assertThat(english.out()).contains("THE SAME: the check comes out as recorded.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unit=x1", "--target=T1,T2", "--result=not_met", "--result=waived"})
    void whenASelectionWasRecorded(String filter) {
      recorded.record(filter);

      same();
      assertThat(recorded.verify().out()).contains("chỉ có các kết quả theo bộ lọc");
    }

    @ParameterizedTest
    @CsvSource({"--closed, coi như mọi kỳ đã kết thúc", "--target=T1, 01/02/2025"})
    void judgedAsTheRecordedCheckWas(String option, String told) {
      recorded.record(option);

      same();
      assertThat(recorded.verify().out().replace("\n  ", " ")).contains(told);
    }

    @Test
    void inWhateverOrderAndFormAProgramWroteItAgain() {
      String text = recorded.text();
      int cut = text.indexOf("\"summary\"");
      String head = text.substring(1, cut);
      String tail = text.substring(cut, text.lastIndexOf('}'));
      recorded.write("{ " + tail + ",\n\n" + head.substring(0, head.lastIndexOf(',')) + " }");

      same();
    }

    @Test
    void whenReportWroteItButForItsHistory() {
      String list = ",\"list\":[{\"target\":\"T2\",\"unit\":\"x1\",\"period\":\"2024\"}]}";
      recorded.write(recorded.text().replaceFirst("\\}\\s*$", list));

      same();
      assertThat(recorded.verify().out()).contains("lịch sử danh sách", "không được kiểm tra");
      assertThat(recorded.verify("--lang=en").out()).contains("is not verified");
      recorded.record();
      assertThat(recorded.verify().out()).doesNotContain("lịch sử");
    }

    @Test
    void evenWhereAFileWasMovedOrTouched() throws IOException {
      Path figures = recorded.check.data.path().resolve("figures.csv");
      String text = Files.readString(figures);
      Files.delete(figures);
      Files.writeString(figures, text);

      same();
    }
  }

  @Nested
  class Differs {

    private String differs() {
      Run run = recorded.verify();

      assertThat(run.exit()).as(run.out()).isOne();
      assertThat(run.out()).contains("KHÁC: đối chiếu lại không giống như đã ghi.");
      return run.out();
    }

    @Test
    void whenAFigureHasChanged() {
      recorded.check.with("x2,done,2024,1", "x1,issued,2024,không", "x9,done,2024,1");

      assertThat(differs())
          .containsPattern("Số liệu: figures\\.csv đã đổi \\([0-9a-f]{12} → [0-9a-f]{12}\\)\\.")
          .contains("T1, h, năm 2024: Không đạt 3/20, thiếu 1 → Đạt 4/20")
          .doesNotContain("Quy tắc:", "T2", "T3", "summary");
    }

    @Test
    void whenAFileHasComeOrGone() {
      recorded.check.data.waivers("x1,T2,2025-12-31,lý do,UBND,QĐ 1,");
      assertThat(differs())
          .contains("Số liệu: waivers.csv mới có thêm.")
          .contains("T2, x1, năm 2024: Không đạt, thiếu 1 → Được miễn / gia hạn, thiếu 1");

      recorded.record();
      recorded.check.without("waivers.csv");
      assertThat(differs()).contains("Số liệu: waivers.csv không còn.");
    }

    @Test
    void whenARuleHasChanged() throws IOException {
      Path targets = recorded.check.rules.resolve("targets.csv");
      Files.writeString(targets, Files.readString(targets).replace("20%", "10%"));

      assertThat(differs())
          .containsPattern("Quy tắc: targets\\.csv đã đổi \\([0-9a-f]{12} → [0-9a-f]{12}\\)\\.")
          .contains("T1, h, năm 2024: Không đạt 3/20, thiếu 1 → Đạt 3/20");
    }

    @Test
    void whenAnotherVersionWroteItThoughEveryFindingHolds() {
      Matcher version = Pattern.compile("\"version\":\"([^\"]+)\"").matcher(recorded.text());
      assertThat(version.find()).isTrue();
      recorded.edit(version.group(), "\"version\":\"0.0.1\"");

      assertThat(differs())
          .contains("Phần mềm: 0.0.1 → " + version.group(1), "Mọi kết quả vẫn như đã ghi.");
    }

    @Test
    void whenAProblemOfTheInputHasComeOrGone() {
      recorded.check.with("x2,done,2024,0", "x1,issued,2024,không", "x8,done,2024,1");

      assertThat(differs())
          .contains("Có trong tệp, nay không có: 1", "unknown_unit, figures.csv", "x9")
          .contains("Không có trong tệp, nay có: 1", "x8");
    }

    @Test
    void whenAFindingWasNotThere() {
      recorded.check.data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h");

      assertThat(differs()).contains("Có trong tệp, nay không có: 3", "T2, x2, năm 2024: Đạt");
    }

    @Test
    void tellsHowManyEvenWhereItShowsOnlySome() {
      String[] units = new String[60];
      units[0] = "h,Huyện,district,,";
      for (int i = 1; i < units.length; i++) {
        units[i] = "x" + i + ",Xã " + i + ",commune,,h";
      }
      recorded.check.data.units(units);

      assertThat(differs())
          .contains("Không có trong tệp, nay có: 171", "… và 151 chỗ khác")
          .matches(out -> out.lines().count() < 60, "is short");
    }
  }

  @Nested
  class AsksFor {

    @Test
    void theRulesWhereThePlanIsNotOneOfTheProgramsOwn() {
      Run run =
          Run.of("verify", recorded.result.toString(), "--data=" + recorded.check.data.path());

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("Không có kế hoạch “small”", "hoc_mon_2024", "--rules");
    }

    @Test
    void theRulesWhereTheResultNamesAPath() {
      recorded.edit("\"plan\":\"small\"", "\"plan\":\"../rules/hoc_mon_2024\"");

      assertThat(
              Run.of("verify", recorded.result.toString(), "--data=" + recorded.check.data.path())
                  .err())
          .contains("Không có kế hoạch “../rules/hoc_mon_2024”");
    }

    @Test
    void rulesThatCompileAndDataThatCanBeRead() throws IOException {
      recorded.check.without("units.csv");
      assertThat(recorded.verify()).returns(2, Run::exit).returns("", Run::out);

      Files.writeString(recorded.check.rules.resolve("plan.yaml"), "");
      assertThat(recorded.verify()).returns(3, Run::exit).returns("", Run::out);
    }

    @Test
    void itsArguments() {
      assertThat(Run.of("verify").err()).contains("Thiếu: RESULT, --data");
      Run help = Run.of("verify", "--help", "--lang=en");
      assertThat(help.exit()).isZero();
      assertThat(help.out())
          .contains("doichieu verify RESULT --data DIR", "--rules DIR", "Exit: 0 as recorded");
    }
  }
}
