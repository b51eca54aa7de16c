package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The list of the smallest plan's sample data: the page as it is, the other formats as the text
 * that a program reads from them. After a change that is meant, renew the files and read the
 * difference:
 *
 * <pre>./mvnw test -Dtest=ReportGoldenTest -Dgolden.renew=true</pre>
 */
class ReportGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/list");
  private static final String PLAN = "duy_tien_2026";

  @TempDir private static Path output;

  @BeforeAll
  static void aList() {
    Run run =
        Run.of(
            "report",
            PLAN,
            "--data=sample-data/" + PLAN,
            "--as-of=2027-02-01",
            "--issuer=examples/issuer.yaml",
            "--output=" + output);
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "danh-sach.html,duy_tien_2026.html",
    "danh-sach.docx,duy_tien_2026.docx.txt",
    "danh-sach.pdf,duy_tien_2026.pdf.txt",
    "danh-sach.xlsx,duy_tien_2026.xlsx.txt"
  })
  void isWhatTheProgramWrites(String file, String name) throws IOException {
    String text = WrittenText.of(output.resolve(file));
    Path golden = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.renew")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, text);
    }

    assertThat(text)
        .as(
            "%s; if the change is meant: ./mvnw test -Dtest=ReportGoldenTest -Dgolden.renew=true",
            name)
        .isEqualTo(Files.readString(golden));
  }
}
