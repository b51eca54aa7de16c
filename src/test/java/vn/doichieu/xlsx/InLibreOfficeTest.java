package vn.doichieu.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.testing.LibreOffice;
import vn.doichieu.testing.SampleDocument;

/** What a person sees who opens the workbook in another program than Excel. */
class InLibreOfficeTest {

  /** Commas, quotes, UTF-8, as shown, every sheet to a file of its own. */
  private static final String EVERY_SHEET =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1";

  @TempDir private Path folder;

  @Test
  void everySheetSaysWhatTheDocumentSays() throws IOException, InterruptedException {
    LibreOffice.require();
    Document document = SampleDocument.small();
    Path file = folder.resolve("list.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      new XlsxWriter().write(document, out);
    }

    LibreOffice.save(List.of(file), EVERY_SHEET, folder);

    assertThat(csv("Tóm tắt"))
        .contains(document.title(), "Huyện đạt 3 trên 5", "Đạt,1.234,09/11/2024", "Không đạt,0,");
    assertThat(csv("Phụ lục")).contains("78/398,\"19,598%\"").doesNotContain(",20%");
    assertThat(csv("Theo đơn vị")).contains("31/12/2024", "“Thanh tra, kiểm tra ít nhất 20%");
    for (String sheet : List.of("Theo chỉ tiêu", "Theo đơn vị", "Phụ lục")) {
      for (String hostile : SampleDocument.HOSTILE) {
        assertThat(csv(sheet)).contains(Cell.clean(hostile).replace("\"", "\"\""));
      }
    }
  }

  private String csv(String sheet) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path csv =
          files
              .filter(file -> file.getFileName().toString().equals("list-" + sheet + ".csv"))
              .findFirst()
              .orElseThrow();
      return Files.readString(csv, StandardCharsets.UTF_8);
    }
  }
}
