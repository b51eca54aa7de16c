package vn.doichieu.bench;

import java.nio.file.Path;
import vn.doichieu.check.Check;

/** A check that writes nothing: reads, evaluates, and reads every finding. */
final class Traverse {

  private Traverse() {}

  /** Takes the plan's folder and the data folder; prints the number of findings and a checksum. */
  public static void main(String[] folders) {
    Check check =
        new Check(
            Path.of(System.getProperty("doichieu.home")),
            Path.of(folders[0]),
            Path.of(folders[1]),
            HocMon.AS_OF,
            true);
    Traversal traversal = Traversal.of(check.run());
    System.out.println(traversal.findings() + " " + traversal.checksum());
  }
}
