package vn.doichieu.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.spreadsheet.SheetText;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Out into a workbook and back: nothing is lost, and nothing is told that did not change. */
class RoundTripTest {

  private static final Messages VIETNAMESE = new Messages(Language.VI);

  @TempDir private Path folder;

  private static Path rules(String plan) {
    return Path.of("rules", plan);
  }

  private static Path export(Path rules, Path file, Messages messages) throws IOException {
    RuleWorkbook workbook = RuleWorkbook.read(rules);
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out, messages);
    }
    return file;
  }

  private void assertUnchanged(Path rules, Path workbook) {
    WorkbookImport back = WorkbookImport.read(rules, workbook, rules);

    assertThat(back.changes()).isEmpty();
    assertThat(back.texts()).isEmpty();
    assertThat(back.remarks()).isEmpty();
  }

  /** A plan whose tables have everything that may be lost. */
  private Path copy(String plan) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(plan));
    try (Stream<Path> files = Files.list(rules(plan))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return copy;
  }

  @ParameterizedTest
  @EnumSource
  void changesNothingInAnyPlan(Language language) throws IOException {
    for (String plan : RegisterRules.ALL_PLANS) {
      Path file = folder.resolve(plan + ".xlsx");

      assertUnchanged(rules(plan), export(rules(plan), file, new Messages(language)));
    }
  }

  @Test
  void givesTheSameBytesInAnotherFolder() throws IOException {
    for (String plan : RegisterRules.ALL_PLANS) {
      Path file = export(rules(plan), folder.resolve(plan + ".xlsx"), VIETNAMESE);
      Path output = Files.createDirectory(folder.resolve(plan));
      WorkbookImport back = WorkbookImport.read(rules(plan), file, output);

      assertThat(back.texts())
          .isEqualTo(
              Map.of(
                  output.resolve("targets.csv"),
                  Files.readString(rules(plan).resolve("targets.csv")),
                  output.resolve("readings.csv"),
                  Files.readString(rules(plan).resolve("readings.csv"))));
    }
  }

  @Test
  void changesNothingOnTheWayThroughLibreOffice() throws IOException, InterruptedException {
    LibreOffice.require();
    List<Path> files = new ArrayList<>();
    for (String plan : RegisterRules.ALL_PLANS) {
      files.add(export(rules(plan), folder.resolve(plan + ".xlsx"), VIETNAMESE));
    }
    Path dressed = dressedUp();
    files.add(export(dressed, folder.resolve("dressed.xlsx"), VIETNAMESE));
    Path saved = Files.createDirectory(folder.resolve("saved"));
    LibreOffice.save(files, "xlsx", saved);
    assertUnchanged(dressed, saved.resolve("dressed.xlsx"));
    for (String plan : RegisterRules.ALL_PLANS) {
      assertUnchanged(rules(plan), saved.resolve(plan + ".xlsx"));
    }
  }

  @Test
  void keepsCommentsColumnsAndMarks() throws IOException {
    Path rules = dressedUp();

    assertUnchanged(rules, export(rules, folder.resolve("dressed.xlsx"), VIETNAMESE));
  }

  private Path dressedUp() throws IOException {
    Path rules = copy("hoc_mon_2024");
    String text = Files.readString(rules.resolve("targets.csv"));
    StringBuilder dressed = new StringBuilder("\uFEFF# Bảng của huyện, \"sửa\" 2024\r\n\r\n");
    for (String line : text.split("\n")) {
      String note = line.startsWith("target,") ? "Riêng của tôi," : "x,";
      if (line.startsWith("HM-N6")) {
        dressed.append("#  xem lại; =1+1\r\n# lần hai, có dấu phẩy\r\n\"# hai\ndòng\"\r\n");
      }
      dressed.append(note).append(line).append("\r\n");
      if (line.startsWith("HM-D1,")) {
        dressed.append("\r\n");
      }
    }
    String whole = dressed.append("# cuối").toString();
    Files.writeString(rules.resolve("targets.csv"), whole);
    PlanReader.read(rules);
    return rules;
  }

  @Test
  void isTheSameForARuleFileThatIsAWorkbookItself() throws IOException {
    Path rules = copy("soc_trang_2011");
    Path file = export(rules, folder.resolve("a.xlsx"), VIETNAMESE);
    Files.delete(rules.resolve("targets.csv"));
    Files.delete(rules.resolve("readings.csv"));
    Files.copy(file, rules.resolve("targets.xlsx"));

    assertThat(PlanReader.read(rules).targets())
        .extracting(target -> target.criterion())
        .isEqualTo(
            PlanReader.read(rules("soc_trang_2011")).targets().stream()
                .map(target -> target.criterion())
                .toList());
    assertThat(PlanReader.read(rules).readings())
        .hasSameSizeAs(PlanReader.read(rules("soc_trang_2011")).readings());
    Path again = export(rules, folder.resolve("b.xlsx"), VIETNAMESE);
    assertUnchanged(rules("soc_trang_2011"), again);
  }

  @Test
  void theSameRulesGiveTheSameBytes() throws IOException {
    Path one = export(rules("dong_nai_2023"), folder.resolve("1.xlsx"), VIETNAMESE);
    Path other = export(rules("dong_nai_2023"), folder.resolve("2.xlsx"), VIETNAMESE);

    assertThat(one).hasSameBinaryContentAs(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://a.invalid\",\"x\")",
        "<script>alert(1)</script> & ]]>",
        "@SUM(1)",
        "+1",
        "-1",
        "'x",
        "_x0041_ _x005F_",
        "2024-05-10",
        "1E5",
        "0123",
        "TRUE",
        "a\u0001b\u0000c\u001Fd\uFFFEe",
        "một\nhai\r\nba",
        "😀 đ̣ nửa\u00A0chừng",
        "\"\"\",;\t|"
      })
  void hostileCellsComeBackAsTheyWere(String hostile) throws IOException {
    Path rules = withNote(hostile);

    assertUnchanged(rules, export(rules, folder.resolve("a.xlsx"), VIETNAMESE));
  }

  @Test
  void aCellAsLongAsExcelTakesComesBack() throws IOException {
    Path rules = withNote("đ".repeat(SheetText.LONGEST));

    assertUnchanged(rules, export(rules, folder.resolve("a.xlsx"), VIETNAMESE));
  }

  @Test
  void aLongerOneIsRefusedWithItsPlace() throws IOException {
    assertRefused("x".repeat(SheetText.LONGEST + 1));
    assertRefused("x".repeat(SheetText.LONGEST - 2) + "\u0001x"); // Written as _x0001_.
  }

  private void assertRefused(String note) throws IOException {
    Path rules = withNote(note);

    assertThatThrownBy(() -> RuleWorkbook.read(rules))
        .isInstanceOfSatisfying(
            InvalidRules.class,
            e ->
                assertThat(e.problems())
                    .extracting(
                        p -> p.kind() + " " + p.location().row() + " " + p.location().column())
                    .containsExactly("RULE_CELL_TOO_LONG 2 note"));
  }

  /** Hóc Môn's rules with something else in the note of their first row. */
  private Path withNote(String note) throws IOException {
    Path rules = copy("hoc_mon_2024");
    Path file = rules.resolve("targets.csv");
    CsvDocument document = CsvDocument.read(file);
    Files.writeString(
        file,
        document
            .edited(
                (row, column, text) ->
                    column.equals("note") && row.apply("target").equals("HM-N1") ? note : text)
            .text());
    return rules;
  }
}
