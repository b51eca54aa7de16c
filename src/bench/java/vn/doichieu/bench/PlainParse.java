package vn.doichieu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;

/** The least that a reader of the figures has to do: FastCSV takes the file apart, no more. */
final class PlainParse {

  private PlainParse() {}

  /** Prints the number of rows, the heading included, and of characters in their fields. */
  public static void main(String[] files) throws IOException {
    long rows = 0;
    long characters = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(files[0]))) {
      for (CsvRecord row : reader) {
        rows++;
        for (int i = 0; i < row.getFieldCount(); i++) {
          characters += row.getField(i).length();
        }
      }
    }
    System.out.println(rows + " " + characters);
  }
}
