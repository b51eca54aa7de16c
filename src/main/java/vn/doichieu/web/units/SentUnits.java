package vn.doichieu.web.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.WorkFolder;

/** Reads a units.csv as it is sent. */
@Component
public class SentUnits {

  private final WorkFolder work;

  SentUnits(WorkFolder work) {
    this.work = work;
  }

  /**
   * Hands the table of a file over. The uploaded name counts for nothing: the file is always called
   * units.csv.
   *
   * @throws vn.doichieu.tabular.UnreadableInput naming what is wrong with it
   * @throws Refusal if there is no file
   */
  public long read(MultipartFile file, ToLongFunction<Table> use) {
    if (file.isEmpty()) {
      throw Refusal.invalid("file_needed");
    }
    return work.temporary(folder -> read(folder.resolve("units.csv"), file, use));
  }

  private static long read(Path units, MultipartFile file, ToLongFunction<Table> use) {
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (CsvTable table = CsvTable.open(units, UnitsReader.COLUMNS)) {
      return use.applyAsLong(table);
    }
  }
}
