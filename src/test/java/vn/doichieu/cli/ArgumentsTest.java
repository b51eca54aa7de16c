package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that cannot be followed: exit 2, said in words, nothing on standard output. */
class ArgumentsTest {

  private static final String DATA = "--data=" + Run.SAMPLE;

  private static Run refused(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().endsWith("\n").doesNotContain("Exception");
    return run;
  }

  private static Run refusedCheck(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "check";
    arguments[1] = "hoc_mon_2024";
    arguments[2] = DATA;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return refused(arguments);
  }

  @Nested
  class AreRefused {

    @Test
    void whenThereAreNone() {
      assertThat(refused().err()).contains("Cách dùng: doichieu", "check", "--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chek", "evaluate", "hoc_mon_2024"})
    void whenTheCommandIsUnknown(String command) {
      assertThat(refused(command).err()).contains("Không hiểu: " + command);
    }

    @Test
    void whenThePlanIsMissing() {
      assertThat(refused("check", DATA).err()).contains("Thiếu: PLAN", "doichieu check --help");
    }

    @Test
    void whenTheDataFolderIsNotNamed() {
      assertThat(refused("check", "hoc_mon_2024").err())
          .contains("Thiếu: --data", "doichieu check --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dta=x", "--verbose", "-x"})
    void whenAnOptionIsUnknown(String option) {
      assertThat(refusedCheck(option).err()).contains("Không hiểu: " + option);
    }

    @Test
    void whenASecondPlanIsNamed() {
      assertThat(refused("check", "hoc_mon_2024", "dong_nai_2023", DATA).err())
          .contains("Không hiểu: dong_nai_2023");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=json", "--as-of=2025-02-01", "--output=x", "--lang=vi"})
    void whenAnOptionIsGivenTwice(String option) {
      String name = option.substring(0, option.indexOf('='));

      assertThat(refusedCheck(option, option).err()).contains(name + " chỉ được ghi một lần");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--as-of", "--format", "--output", "--unit"})
    void whenAnOptionLacksItsValue(String option) {
      assertThat(refusedCheck(option).err()).contains(option);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"2025-02-30", "2025-2-1", "01/02/2025", "hôm nay", "", "2025-02-01T00:00"})
    void whenAsOfIsNoDay(String day) {
      assertThat(refusedCheck("--as-of=" + day).err())
          .contains("--as-of cần một ngày dạng 2025-02-01")
          .contains("“" + day + "”");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--format|xml|table, json, csv",
          "--format|JSON|table, json, csv",
          "--lang|fr|vi, en",
          "--result|failed|met, not_met, in_progress",
          "--unit|KHONG_CO|BA_DIEM",
          "--target|HM-N99|HM-N1, HM-N2"
        })
    void whenAWordIsUnknown(String option, String word, String known) {
      assertThat(refusedCheck(option, word).err())
          .contains(option + " không nhận “" + word + "”", known);
    }

    @Test
    void whenOneOfSeveralWordsIsUnknown() {
      assertThat(refusedCheck("--unit=BA_DIEM,KHONG_CO").err()).contains("“KHONG_CO”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoc_mon_2025", "HOC_MON_2024", "../rules", ""})
    void whenThePlanIsUnknownNamingThoseThereAre(String plan) {
      assertThat(refused("check", plan, DATA).err())
          .contains("Không có kế hoạch “" + plan + "”", "hoc_mon_2024");
    }

    @Test
    void inEnglishToo() {
      assertThat(refused("check", "nowhere", DATA, "--lang", "en").err())
          .contains("There is no plan “nowhere”", "hoc_mon_2024");
      assertThat(refused("check", "--lang=en", "nowhere").err()).contains("Missing: --data");
      assertThat(refused("check", "--lang=en").err()).contains("Missing: PLAN, --data");
      assertThat(refused("chek", "--lang", "en").err()).contains("Not understood: chek");
      assertThat(refused("check", "x", "--data", "--lang=en").err()).contains("--data");
    }
  }

  @Nested
  class AskFor {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpInVietnamese(String option) {
      Run run = Run.of("check", option);

      assertThat(run.exit()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("Cách dùng: doichieu check", "--data DIR", "--as-of YYYY-MM-DD", "--closed")
          .contains("--format table|json|csv", "--output FILE", "--all", "--unit", "--target")
          .contains("Mã thoát: 0", "không đạt", "thư mục số liệu");
    }

    @Test
    void helpInEnglish() {
      Run run = Run.of("check", "--help", "--lang", "en");

      assertThat(run.exit()).isZero();
      assertThat(run.out())
          .contains("Usage: doichieu check", "the data folder", "Exit: 0 no binding finding")
          .doesNotContain("Cách dùng", "thư mục");
    }

    @Test
    void helpOfTheProgram() {
      assertThat(Run.of("--help").out()).contains("Cách dùng: doichieu", "check", "--version");
      assertThat(Run.of("--help")).returns(0, Run::exit).returns("", Run::err);
      assertThat(Run.of("--help", "--lang=en").out()).contains("Usage: doichieu", "--version");
    }

    @Test
    void theVersion() {
      Run run = Run.of("--version");

      assertThat(run.exit()).isZero();
      assertThat(run.out()).matches("doichieu [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
      assertThat(run.err()).isEmpty();
    }
  }
}
