package vn.doichieu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.bench.Processes.Took;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;

/** Holds the findings that the program wrote as CSV against those of the same check in this process. */
final class CsvFindings {

  private CsvFindings() {}

  /**
   * Runs the program once, and compares.
   *
   * @return how many findings there are
   * @throws IllegalStateException naming the first that differs
   */
  static long agree(Path folder, Path output, List<String> command)
      throws IOException, InterruptedException {
    Took took = Processes.run(command);
    if (took.exit() > 1) {
      throw new IllegalStateException("check ends with exit code " + took.exit());
    }
    Check check = new Check(Path.of(""), HocMon.PLAN, folder, HocMon.AS_OF, true);
    List<Finding> findings = check.run().findings();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(output)) {
      Iterator<NamedCsvRecord> written = rows.iterator();
      for (Finding finding : findings) {
        String told = written.hasNext() ? told(written.next()) : "nothing";
        if (!told.equals(told(finding))) {
          throw new IllegalStateException(told(finding) + " is written as " + told);
        }
      }
      if (written.hasNext()) {
        throw new IllegalStateException("more is written than was found");
      }
    }
    return findings.size();
  }

  private static String told(NamedCsvRecord row) {
    return List.of(
            "target", "unit", "period", "result", "reason", "binding", "flags", "numerator",
            "denominator", "shortfall")
        .stream()
        .map(row::getField)
        .collect(Collectors.joining("|"));
  }

  private static String told(Finding finding) {
    return String.join(
        "|",
        finding.target().id(),
        finding.unit().code(),
        finding.period().text(),
        finding.result().code(),
        finding.reason().code(),
        Boolean.toString(finding.binding()),
        finding.flags().stream().map(Finding.Flag::code).sorted().collect(Collectors.joining(" ")),
        text(finding.numerator()),
        text(finding.denominator()),
        text(finding.shortfall()));
  }

  private static String text(@Nullable Long number) {
    return Objects.toString(number, "");
  }
}
