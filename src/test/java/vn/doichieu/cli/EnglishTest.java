package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --lang en} no fixed word stays Vietnamese; the data of this test is all ASCII. */
class EnglishTest {

  @TempDir private Path folder;
  private SmallCheck check;

  @BeforeEach
  void asciiData() {
    check = new SmallCheck(folder);
    check.data.units("h,District,district,,", "x1,Commune 1,commune,,h", "x2,Commune 2,commune,,h");
    check.text("figures.csv", check.read("figures.csv").replace("có", "yes"));
  }

  /** Vietnamese letters that English does not have. */
  private static void assertEnglish(String text, String... allowed) {
    String rest = text;
    for (String word : allowed) {
      rest = rest.replace(word, "");
    }
    assertThat(rest).isNotEmpty().doesNotContainPattern("[À-ỹĐđ]");
  }

  @Test
  void inEveryProblem() {
    Consumer<String> problem =
        rows -> {
          check.data.file("figures.csv", SmallCheck.FIGURES_HEADER, rows);
          Run run = check.run("--lang=en");
          assertThat(run.exit()).isOne();
          assertEnglish(run.err(), "“không phát sinh”", "“có”", "“không”", "có, không");
        };

    problem.accept("x9,done,2024,3");
    problem.accept("x1,nothing,2024,3");
    problem.accept("x1,done,2020,3");
    problem.accept("x1,done,2024,a");
    problem.accept("x1,done,2024,3,4");
    problem.accept("x1,done,2024,9223372036854775808");
    problem.accept("x1,issued,2024,perhaps");
    problem.accept("x1,report_submitted_on,2024-H1,soon");
    problem.accept("x1,report_submitted_on,2024-H1,1999-01-01");
    problem.accept("x1,done,2024,3\nx1,done,2024,4");
    problem.accept("x1,done,2024,5\nx1,total,2024,4");
  }

  @Test
  void inWhatStopsTheCheck() {
    check.text("figures.csv", "unit,item\nx1,done\n");
    check.data.units("x1,A,village,,x2", "x2,B,commune,,x3", "x2,C,commune,,");

    Run run = check.run("--lang", "en");

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).startsWith("The data could not be read; nothing was checked.");
    assertEnglish(run.err());
  }

  @Test
  void inPersonalDataRefused() {
    check.with("x1,done,2024,0912345678");

    assertEnglish(check.run("--lang=en").err());
    assertThat(check.run("--lang=en").err()).contains("personal data");
  }

  @Test
  void inTheTable() {
    check.with("x1,issued,2024,no", "h,done,2024,1");

    for (String view : new String[] {"--all", "--closed", "--unit=x1"}) {
      String table = check.run("--lang=en", view).out();
      assertEnglish(table, "Nhỏ", "Chỉ tiêu", "câu trích", check.data.path().toString());
    }
  }

  @Test
  void inUsage() {
    assertEnglish(Run.of("check", "--help", "--lang=en").out());
    assertEnglish(Run.of("check", "--lang=en").err());
    assertEnglish(check.run("--lang=en", "--format=xml").err());
    assertEnglish(check.run("--lang=en", "--as-of=2025-02-01").err());
    assertEnglish(check.run("--lang=en", "--output=" + folder).err());
  }
}
