package vn.doichieu.web.admin;

import static vn.doichieu.report.CsvOutput.guarded;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.web.audit.AuditEntry;

/** Entries of the log as CSV, the newest first; no cell can be taken for a formula. */
final class AuditCsv {

  private static final String HEADER =
      "\uFEFFnumber,at,actor,address,action,subject,detail,previous,hash\n";

  private AuditCsv() {}

  static byte[] of(List<AuditEntry> entries) {
    return (HEADER + entries.stream().map(AuditCsv::line).collect(Collectors.joining()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(AuditEntry entry) {
    return Stream.of(
            Long.toString(entry.number()),
            entry.at(),
            guarded(entry.actor()),
            guarded(entry.address()),
            guarded(entry.action()),
            guarded(entry.subject()),
            guarded(entry.detail()),
            entry.previous(),
            entry.hash())
        .map(AuditCsv::quoted)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
