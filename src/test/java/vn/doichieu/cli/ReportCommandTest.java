package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code doichieu report}: what it writes, what it says, and how it ends. */
class ReportCommandTest {

  @TempDir private Path folder;
  private SmallList list;

  @BeforeEach
  void aList() {
    list = new SmallList(folder);
  }

  @Nested
  class Writes {

    @Test
    void theListInAllFormatsWithItsResultAndSaysNothing() {
      assertThat(list.run()).isEqualTo(new Run(0, "", ""));
      assertThat(list.names()).containsExactly(SmallList.ALL_FOUR);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--format=html|danh-sach.html",
          "--format=pdf,docx|danh-sach.docx danh-sach.pdf",
          "--format=xlsx --format=html|danh-sach.html danh-sach.xlsx"
        })
    void theFormatsThatAreNamed(String options, String names) {
      assertThat(list.run(options.split(" "))).isEqualTo(new Run(0, "", ""));
      assertThat(list.names()).containsExactly((names + " ket-qua.json").split(" "));
    }

    @Test
    void filesThatAreWhatTheirNamesSay() {
      list.run();

      Map<String, String> bytes = SmallList.bytes(list.output);
      assertThat(bytes.get("danh-sach.pdf")).startsWith("%PDF-").endsWith("%%EOF\n");
      assertThat(bytes.get("danh-sach.docx")).startsWith("PK");
      assertThat(bytes.get("danh-sach.xlsx")).startsWith("PK");
      assertThat(list.text("danh-sach.html"))
          .startsWith("<!doctype html>")
          .contains("lang=\"vi\"", "Chưa thực hiện", "Xã 1", "câu trích");
    }

    @Test
    void theResultOfTheCheckWithTheHistoryOfTheList() {
      list.run();

      String checked = list.check.run("--format=json").out();
      String result = list.text("ket-qua.json");
      assertThat(Json.objects(Json.read(result), "list")).hasSize(2);
      assertThat(result.substring(0, result.indexOf(",\"list\":")) + "}\n").isEqualTo(checked);
    }

    @Test
    void inEnglishWhereAsked() {
      assertThat(list.run("--lang=en")).isEqualTo(new Run(0, "", ""));
      assertThat(list.text("danh-sach.html")).contains("lang=\"en\"", "Not done");
      assertThat(list.names()).containsExactly(SmallList.ALL_FOUR);
    }

    @Test
    void alsoIntoAFolderBelowFoldersThatAreNotThere() {
      Path deep = folder.resolve("a/b/c");

      assertThat(list.into(deep, Stream.of(Run.AS_OF, "--format=html")).exit()).isZero();
      assertThat(SmallList.names(deep)).containsExactly("danh-sach.html", "ket-qua.json");
    }

    @Test
    void whatIsWrongWithTheFiguresToStandardErrorOnly() {
      list.check.with("x1,issued,2024,không", "x9,done,2024,1");

      Run run = list.run("--format=html");

      assertThat(run).returns(0, Run::exit).returns("", Run::out);
      assertThat(run.err()).isEqualTo(list.check.run("--format=csv").err()).contains("x9");
    }

    @Test
    void whatTheIssuerIs() throws IOException {
      Path issuer = folder.resolve("issuer.yaml");
      Files.writeString(issuer, "issuer: UBND xã Thử\nplace: Thử Nghiệm\nsymbol: BC-UBND\n");

      assertThat(list.run("--format=html", "--issuer=" + issuer)).isEqualTo(new Run(0, "", ""));
      assertThat(list.text("danh-sach.html")).containsIgnoringCase("UBND xã Thử");
    }
  }

  @Nested
  class Refuses {

    private Run refused(int exit, String... more) {
      Run run = list.run(more);

      assertThat(run).returns(exit, Run::exit).returns("", Run::out);
      assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
      assertThat(list.output).doesNotExist();
      return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=odt", "--format=html,odt", "--format=HTML2", "--format=,"})
    void aFormatThatThereIsNot(String option) {
      assertThat(refused(2, option).err()).contains("--format", "xlsx, docx, pdf, html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--as-of=2025-02-30", "--unit=x1", "--output=x", "--previous", "thêm"})
    void whatItDoesNotUnderstand(String option) {
      refused(2, option);
    }

    @Test
    void toWorkWithoutItsOptions() {
      assertThat(Run.of("report", "hoc_mon_2024").err())
          .contains("--data, --output", "doichieu report --help");
      assertThat(Run.of("report").exit()).isEqualTo(2);
    }

    @Test
    void unreadableData() {
      list.check.without("units.csv");

      assertThat(refused(2).err()).contains("units.csv");
    }

    @Test
    void rulesThatDoNotCompile() throws IOException {
      Files.writeString(list.check.rules.resolve("plan.yaml"), "id: hỏng\n");

      assertThat(refused(3).err()).contains("plan.yaml");
    }

    @Test
    void anIssuerWithAllItsMistakesAtOnceAndTheirPlaces() throws IOException {
      Path issuer = folder.resolve("issuer.yaml");
      Files.writeString(
          issuer, "issuer: [a, b]\nnumbr: 5\ndate: hôm qua\ncapacity: {a: b}\nplace: Thử\n");

      assertThat(refused(2, "--issuer=" + issuer).err())
          .contains("4 ", "issuer.yaml, dòng 1", "dòng 2", "numbr", "number", "dòng 3", "hôm qua")
          .contains("dòng 4");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "issuer: a\nissuer: b\n",
          "issuer: !!javax.script.ScriptEngineManager [a]\n",
          "a: &a [x, x]\nissuer: *a\n",
          "issuer: \"a\n",
          "- a\n- b\n",
          "PK\u0003\u0004"
        })
    void anIssuerThatIsNone(String yaml) throws IOException {
      Path issuer = folder.resolve("issuer.yaml");
      Files.writeString(issuer, yaml);

      assertThat(refused(2, "--issuer=" + issuer).err()).contains("issuer.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--issuer", "--previous"})
    void filesThatAreNotThereOrAreFolders(String option) {
      assertThat(refused(2, option + "=" + folder.resolve("chưa có")).err()).contains("chưa có");
      refused(2, option + "=" + folder);
    }
  }

  @Nested
  class Helps {

    @Test
    void inItsOwnWords() {
      Run help = Run.of("report", "--help");

      assertThat(help).returns(0, Run::exit).returns("", Run::err);
      assertThat(help.out())
          .contains("report PLAN --data DIR --output DIR", "--format xlsx,docx,pdf,html")
          .contains("--previous RESULT.json", "--issuer FILE.yaml", "--per-unit", "--mask-small")
          .contains("0 đã lập danh sách, dù kết quả thế nào");
      assertThat(Run.of("report", "--help", "--lang=en").out())
          .contains("the folder to write to", "0 the list was made, whatever it says");
    }

    @Test
    void amongTheCommands() {
      assertThat(Run.of("--help").out()).contains("report", "lập danh sách nội dung chưa đạt");
    }
  }
}
