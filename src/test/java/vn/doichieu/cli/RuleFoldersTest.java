package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.ruletable.RuleSheet;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** {@code doichieu rules export}, {@code import}, {@code new} and {@code next-year}. */
class RuleFoldersTest {

  @TempDir private Path home;
  private Path rules;
  private Path next;
  private String file;

  @BeforeEach
  void smallPlan() throws IOException {
    Path shared = Files.createDirectories(home.resolve("rules/common"));
    Files.copy(Path.of("rules/common/consistency.drl"), shared.resolve("consistency.drl"));
    next = home.resolve("rules/small_2027");
    file = home + "/a.xlsx";
    rules =
        new SmallPlan(home.resolve("rules/small"))
            .target("A-1", "ratio")
            .target("A-2", "deadline", "threshold", "2024-02-29", "closes_on", "2024-02-29")
            .target("A-3", "change", "title", "Tăng năm 2024")
            .target("A-4", "count", "quote", "năm 2024: 2024-05-10", "threshold", "2024")
            .reading("A-2", "a", "threshold", "2024-03-01")
            .write();
  }

  private Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(out, err, false, 100);
    int exit = new Main(console, home, Arguments.language(List.of(arguments))).run(arguments);
    console.flush();
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** All files under a folder with their texts. */
  private static TreeMap<String, String> files(Path folder) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Nested
  class Export {

    @Test
    void saysWhatToDoNext() {
      Run run = run("rules", "export", "small", "--xlsx", file);

      assertThat(run.exit()).isZero();
      assertThat(run.out()).contains("rules import small");
      assertThat(Path.of(file)).isRegularFile();
    }

    @Test
    void replacesNoFileThatMayHoldWork() throws IOException {
      Files.writeString(Path.of(file), "việc dở dang");
      Run run = run("rules", "export", "small", "--xlsx", file);

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("a.xlsx", "đã có");
      assertThat(Path.of(file)).hasContent("việc dở dang");
    }

    @Test
    void wantsAWorkbook() {
      assertThat(run("rules", "export", "small", "--xlsx", home + "/a.csv").exit()).isEqualTo(2);
    }

    @Test
    void needsRulesThatCompile() throws IOException {
      Files.writeString(rules.resolve("targets.csv"), "target\nA\n");

      assertThat(run("rules", "export", "small", "--xlsx", home + "/a.xlsx").exit()).isEqualTo(3);
      assertThat(home.resolve("a.xlsx")).doesNotExist();
    }
  }

  @Nested
  class Import {

    @BeforeEach
    void export() {
      run("rules", "export", "small", "--xlsx", file);
    }

    @Test
    void ofWhatWasExportedChangesNothing() throws IOException {
      var before = files(rules);
      Run run = run("rules", "import", "small", "--xlsx", file);

      assertThat(run).isEqualTo(new Run(0, "Không có gì thay đổi.\n", ""));
      assertThat(files(rules)).isEqualTo(before);
    }

    @Test
    void writesTheFilesAndSaysWhatIsOtherThanBefore() throws IOException {
      Path csv = rules.resolve("targets.csv");
      String edited = Files.readString(csv);
      Files.writeString(csv, edited.replace("\"20%\"", "\"15%\""));
      Run run = run("rules", "import", "small", "--xlsx", file);

      assertThat(run.exit()).isZero();
      assertThat(run.out())
          .isEqualTo("targets.csv: 1 thay đổi\n- A-1, Ngưỡng: 15% → 20%\nĐã ghi " + csv + ".\n");
      assertThat(csv).hasContent(edited);
    }

    @Test
    void intoAnotherFolderLeavesThePlanAlone() throws IOException {
      Path other = Files.createDirectory(home.resolve("khác"));
      var before = files(rules);
      Run run = run("rules", "import", "small", "--xlsx", file, "--output", other.toString());

      assertThat(run.exit()).isZero();
      assertThat(files(rules)).isEqualTo(before);
      assertThat(files(other)).isEqualTo(only(before, "targets.csv", "readings.csv"));
    }

    private TreeMap<String, String> only(TreeMap<String, String> files, String... names) {
      TreeMap<String, String> some = new TreeMap<>(files);
      some.keySet().retainAll(List.of(names));
      return some;
    }

    @Test
    void ofAWrongCellWritesNothingAndNamesItsPlace() throws IOException {
      String yaml = Files.readString(rules.resolve("plan.yaml"));
      Files.writeString(rules.resolve("plan.yaml"), yaml.replace("  total:", "  totals:"));
      var before = files(rules);
      Run run = run("rules", "import", "small", "--xlsx", file);

      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.err())
          .contains("Chưa ghi gì", "a.xlsx", "targets", "dòng 2", "H (Số liệu)", "total", "totals");
      assertThat(files(rules)).isEqualTo(before);
    }

    @Test
    void besideAWorkbookThatIsReadItselfIsRefused() throws IOException {
      Files.delete(rules.resolve("targets.csv"));
      Files.delete(rules.resolve("readings.csv"));
      Files.copy(Path.of(file), rules.resolve("targets.xlsx"));
      Run run = run("rules", "import", "small", "--xlsx", file);

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("targets.xlsx", "--output");
      assertThat(rules.resolve("targets.csv")).doesNotExist();
    }

    @Test
    void ofNoSuchFileSaysSo() {
      Run run = run("rules", "import", "small", "--xlsx", home + "/b.xlsx");

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("b.xlsx");
    }
  }

  @Nested
  class New {

    @Test
    void makesAFolderThatCompilesAndHasARowOfEachKind() {
      Run run = run("rules", "new", "xa_moi_2027");

      assertThat(run.exit()).isZero();
      Path folder = home.resolve("rules/xa_moi_2027");
      Plan plan = PlanReader.read(folder);
      assertThat(plan.id()).isEqualTo("xa_moi_2027");
      assertThat(plan.year()).isEqualTo(2027);
      assertThat(RuleSheet.read(folder).rows())
          .extracting(row -> row.cell("kind"))
          .contains(
              "ratio",
              "share_of_units",
              "count",
              "change",
              "reduction",
              "rate",
              "quarterly_count",
              "score",
              "monthly_count",
              "deadline",
              "duty",
              "judgement",
              "not_checked",
              "information");
      assertThat(folder.resolve("cases")).isDirectory();
    }

    @Test
    void quotesOnlyWhatStandsInItsText() throws IOException {
      run("rules", "new", "a", "--year", "2027");
      String text = Files.readString(home.resolve("rules/a/plan.txt"));

      assertThat(PlanReader.read(home.resolve("rules/a")).targets())
          .extracting(target -> target.citation().quote())
          .allSatisfy(quote -> assertThat(text).contains(quote));
    }

    @Test
    void canBeCheckedAtOnce() {
      run("rules", "new", "a", "--year", "2024");
      DataFolder data = new DataFolder(home.resolve("data"));

      assertThat(run("check", "a", "--data", data.path().toString(), "--as-of=2025-02-01").exit())
          .isEqualTo(1);
    }

    @Test
    void canBeExportedAndImported() {
      run("rules", "new", "a", "--year", "2024");
      run("rules", "export", "a", "--xlsx", home + "/a.xlsx");

      assertThat(run("rules", "import", "a", "--xlsx", home + "/a.xlsx").out())
          .isEqualTo("Không có gì thay đổi.\n");
    }

    @Test
    void replacesNothing() throws IOException {
      var before = files(rules);
      Run run = run("rules", "new", "small");

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("small", "không ghi đè");
      assertThat(files(rules)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "../x", "a/b", "a\\b", "..", ".", "Hoc_Mon", "học_môn", "common", "nul", "1a", ""
        })
    void takesNothingButAPlainId(String id) throws IOException {
      var before = files(home);

      assertThat(run("rules", "new", id).exit()).isEqualTo(2);
      assertThat(files(home)).isEqualTo(before);
    }

    @Test
    void takesNoYearThatIsNone() {
      assertThat(run("rules", "new", "a", "--year", "24").exit()).isEqualTo(2);
      assertThat(home.resolve("rules/a")).doesNotExist();
    }
  }

  @Nested
  class NextYear {

    @Test
    void movesDatesAndPeriodsAndNothingElse() throws IOException {
      assertThat(run("rules", "next-year", "small", "2027").exit()).isZero();

      Plan plan = PlanReader.draft(next).sound();
      assertThat(plan.id()).isEqualTo("small_2027");
      assertThat(plan.year()).isEqualTo(2027);
      assertThat(Files.readString(next.resolve("targets.csv")))
          .isEqualTo(
              Files.readString(rules.resolve("targets.csv"))
                  .replace("\"2024 against 2023\"", "\"2027 against 2026\"")
                  .replace("\"2024-02-29\"", "\"2027-02-28\"")
                  .replace("\"2024-H1\"", "\"2027-H1\"")
                  .replace("\"2025-01-01\"", "\"2028-01-01\"")
                  .replace("\"Tăng năm 2024\"", "\"Tăng năm 2027\"")
                  .replace("\">=\",\"2024\",\"2024\"", "\">=\",\"2024\",\"2027\"")
                  .replace("\"20%\",\"2024\"", "\"20%\",\"2027\""));
      assertThat(plan.targets()).extracting(Target::id).containsExactly("A-1", "A-2", "A-3", "A-4");
    }

    @Test
    void listsEveryDateAndThresholdWithNothingConfirmed() throws IOException {
      run("rules", "next-year", "small", "2027");

      assertThat(Files.readString(next.resolve("to-confirm.csv")).lines())
          .contains(
              "row,column,old,new,confirmed,note",
              "plan.yaml,id,small,small_2027,,",
              "plan.yaml,year,2024,2027,,",
              "A-1,threshold,20%,20%,,",
              "A-1,closes_on,2025-01-01,2028-01-01,,",
              "A-2,threshold,2024-02-29,2027-02-28,,Ngày 29/02 không có trong năm mới: đã lấy 28/02.",
              "A-2,periods,2024-H1,2027-H1,,",
              "A-3,title,Tăng năm 2024,Tăng năm 2027,,",
              "A-3,threshold,'+3%..+5%,'+3%..+5%,,",
              "A-3,periods,2024 against 2023,2027 against 2026,,",
              "A-4,threshold,2024,2024,,",
              "A-2/a,threshold,2024-03-01,2027-03-01,,");
    }

    @Test
    void checksNothingUntilEachLineHasAYes() throws IOException {
      run("rules", "next-year", "small", "2027");
      Path list = next.resolve("to-confirm.csv");
      String[] check = {
        "check",
        "small_2027",
        "--data",
        new DataFolder(home.resolve("data")).path().toString(),
        "--as-of=2028-02-01"
      };

      Run before = run(check);
      assertThat(before.exit()).isEqualTo(3);
      assertThat(before.out()).isEmpty();
      assertThat(before.err()).contains("chưa ai xác nhận A-1 (threshold, closes_on)");
      String open = Files.readString(list);
      Files.writeString(list, confirmed(open, open.lines().count() - 1));
      assertThat(run(check).exit()).isEqualTo(3);
      Files.writeString(list, confirmed(open, open.lines().count()));
      assertThat(run(check).exit()).isEqualTo(1);
    }

    private String confirmed(String list, long lines) {
      StringBuilder confirmed = new StringBuilder();
      List<String> all = list.lines().toList();
      for (int i = 0; i < all.size(); i++) {
        boolean entry = i > 1 && i < lines; // Behind the comment and the names of the columns.
        confirmed
            .append(entry ? all.get(i).replaceFirst(",,([^,]*)$", ",có,$1") : all.get(i))
            .append('\n');
      }
      return confirmed.toString();
    }

    @Test
    void keepsEverythingElseThatStandsInTheFolder() throws IOException {
      Files.writeString(rules.resolve("plan.txt"), "ngày 29/02/2024, 2024-05-10");
      Files.createDirectories(rules.resolve("cases"));
      Files.writeString(rules.resolve("cases/a.yaml"), "as_of: 2025-02-01\n");
      Files.writeString(rules.resolve("more.drl"), "// 2024\n");
      Files.writeString(rules.resolve("to-confirm.csv"), "row,column,old,new,confirmed,note\n");

      assertThat(run("rules", "next-year", "small", "2027").exit()).isZero();

      assertThat(files(next))
          .containsEntry("plan.txt", files(rules).get("plan.txt"))
          .containsEntry("more.drl", "// 2024\n")
          .containsEntry("cases/a.yaml", "as_of: 2028-02-01\n")
          .containsOnlyKeys(
              "plan.yaml",
              "plan.txt",
              "targets.csv",
              "readings.csv",
              "cases/a.yaml",
              "more.drl",
              "to-confirm.csv");
      assertThat(Files.readString(next.resolve("to-confirm.csv")))
          .contains("plan.txt,", "cases/a.yaml,", "more.drl,");
    }

    /**
     * Days, months and leap days differ from year to year: what was true of one holds in another.
     */
    @ParameterizedTest
    @ValueSource(strings = {"hoc_mon_2024", "dong_nai_2023"})
    void movesTheCasesOfAPlanSoThatTheyStillHold(String plan) throws IOException {
      Path from = Path.of("rules", plan);
      for (String file : files(from).keySet()) {
        Path copy = home.resolve("rules").resolve(plan).resolve(file);
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(from.resolve(file), copy);
      }
      String id = plan.replaceFirst("20[0-9]{2}", "2030");

      assertThat(run("rules", "next-year", plan, "2030").exit()).isZero();
      Files.delete(home.resolve("rules").resolve(id).resolve("to-confirm.csv"));
      assertThat(run("rules", "test", id)).extracting(Run::exit).isEqualTo(0);
    }

    @Test
    void ofAWorkbookGivesCsvFiles() throws IOException {
      run("rules", "export", "small", "--xlsx", rules + "/targets.xlsx");
      Files.delete(rules.resolve("targets.csv"));
      Files.delete(rules.resolve("readings.csv"));

      assertThat(run("rules", "next-year", "small", "2027").exit()).isZero();
      assertThat(PlanReader.draft(next).sound().readings()).hasSize(1);
      assertThat(next.resolve("targets.xlsx")).doesNotExist();
    }

    @Test
    void replacesTheYearInTheIdOfThePlan() {
      run("rules", "new", "xa_2026_moi");

      assertThat(run("rules", "next-year", "xa_2026_moi", "2028").exit()).isZero();
      assertThat(home.resolve("rules/xa_2028_moi")).isDirectory();
    }

    @Test
    void replacesNoFolder() throws IOException {
      Files.createDirectory(next);
      Files.writeString(next.resolve("a"), "b");
      Run run = run("rules", "next-year", "small", "2027");

      assertThat(run.exit()).isEqualTo(2);
      assertThat(files(next)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "24", "../x", "2027x"})
    void takesNothingButAnotherYear(String year) throws IOException {
      var before = files(home);

      assertThat(run("rules", "next-year", "small", year).exit()).isEqualTo(2);
      assertThat(files(home)).isEqualTo(before);
    }

    @Test
    void leavesNothingBehindWhereItFails() throws IOException {
      Files.writeString(rules.resolve("targets.csv"), "target\n");
      var before = files(home);

      assertThat(run("rules", "next-year", "small", "2027").exit()).isEqualTo(3);
      assertThat(files(home)).isEqualTo(before);
    }
  }

  @Test
  void everyCommandHasHelpInBothLanguages() {
    for (String verb : List.of("export", "import", "new", "next-year")) {
      for (String language : List.of("vi", "en")) {
        Run run = run("rules", verb, "--help", "--lang", language);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("doichieu rules " + verb, "PLAN");
      }
    }
  }
}
