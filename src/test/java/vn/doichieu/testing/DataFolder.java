package vn.doichieu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.doichieu.domain.Plan;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;

/** A data folder written by a test: the district h with the communes x1 and x2, unless it says. */
public final class DataFolder {

  private final Path folder;

  public DataFolder(Path folder) {
    this.folder = folder;
    units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "x2,Xã 2,commune,,h");
    figures();
  }

  public Path path() {
    return folder;
  }

  public DataFolder units(String... rows) {
    return file("units.csv", "code,name,kind,role,parent", rows);
  }

  public DataFolder figures(String... rows) {
    return file("figures.csv", "unit,item,period,value", rows);
  }

  public DataFolder waivers(String... rows) {
    return file("waivers.csv", "unit,target,until,reason,approved_by,decision,period", rows);
  }

  /** Writes any file, its header first. */
  public DataFolder file(String name, String header, String... rows) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Submission read(Plan plan) {
    return SubmissionReader.read(folder, plan);
  }
}
