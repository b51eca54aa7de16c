package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.domain.Finding;
import vn.doichieu.testing.FiguresAs;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.RegisterRules;

/** The same figures give the same findings, whatever kind of file they come in. */
class FileFormatsAgreeTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path folder;

  static Stream<Path> cases() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String plan : RegisterRules.ALL_PLANS) {
      folders.addAll(casesOf(plan));
    }
    return folders.stream();
  }

  private static List<Path> casesOf(String plan) throws IOException {
    try (Stream<Path> ofPlan = Files.list(CASES.resolve(plan))) {
      return ofPlan.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asAWorkbook(Path original) throws IOException {
    FiguresAs.copyRest(original, folder);
    FiguresAs.workbook(original, folder.resolve("figures.xlsx"));

    assertThat(findings(original, folder)).isEqualTo(findings(original, original));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asJson(Path original) throws IOException {
    FiguresAs.copyRest(original, folder);
    FiguresAs.json(original, folder.resolve("figures.json"));

    assertThat(findings(original, folder)).isEqualTo(findings(original, original));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asAllKindsOfFilesAtOnce(Path original) throws IOException {
    FiguresAs.copyRest(original, folder);
    Files.copy(original.resolve("figures.csv"), folder.resolve("figures.csv"));
    FiguresAs.workbook(original, folder.resolve("figures.xlsx"));
    FiguresAs.json(original, folder.resolve("figures.json"));

    assertThat(findings(original, folder)).isEqualTo(findings(original, original));
  }

  @Test
  void asWorkbooksSavedByLibreOffice() throws Exception {
    LibreOffice.require();
    List<Path> originals = casesOf("hoc_mon_2024");
    Path saved = Files.createDirectory(folder.resolve("saved"));
    List<Path> workbooks = new ArrayList<>();
    for (Path original : originals) {
      String name = original.getFileName() + ".xlsx";
      workbooks.add(FiguresAs.workbook(original, folder.resolve("made").resolve(name)));
    }

    LibreOffice.save(workbooks, "xlsx", saved);

    for (Path original : originals) {
      Path data = folder.resolve("data").resolve(original.getFileName());
      FiguresAs.copyRest(original, data);
      Files.copy(saved.resolve(original.getFileName() + ".xlsx"), data.resolve("figures.xlsx"));
      assertThat(findings(original, data))
          .as(original.toString())
          .isEqualTo(findings(original, original));
    }
  }

  /** All that a finding says, but for the places of its figures. */
  private static List<String> findings(Path original, Path data) throws IOException {
    String plan = original.getParent().getFileName().toString();
    LocalDate asOf = LocalDate.parse(Files.readString(original.resolve("as_of")).strip());
    boolean closed = Files.exists(original.resolve("closed"));
    return new Check(Path.of(""), rules(plan), data, asOf, closed)
        .run().findings().stream().map(FileFormatsAgreeTest::line).toList();
  }

  private static Path rules(String plan) {
    Path own = Path.of("rules", plan);
    return Files.isDirectory(own) ? own : RegisterRules.folder(plan);
  }

  private static String line(Finding finding) {
    return Stream.of(
            finding.target().id(),
            finding.unit().code(),
            finding.period(),
            finding.result(),
            finding.reason(),
            finding.binding(),
            finding.flags(),
            finding.numerator(),
            finding.denominator(),
            finding.shortfall())
        .map(String::valueOf)
        .toList()
        .toString();
  }
}
