package vn.doichieu.web.units;

import static vn.doichieu.report.CsvOutput.guarded;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of units as a units.csv; no cell can be taken for a formula. */
final class UnitsCsv {

  private static final String HEADER = "\uFEFFcode,name,kind,role,group,parent\n";

  private UnitsCsv() {}

  static byte[] of(Collection<UnitRow> rows) {
    return (HEADER + rows.stream().map(UnitsCsv::line).collect(Collectors.joining()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(UnitRow row) {
    return Stream.of(row.code(), row.name(), row.kind(), row.role(), row.group(), row.parent())
        .map(cell -> "\"" + guarded(cell).replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "", "\n"));
  }
}
