package vn.doichieu.web.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import vn.doichieu.spreadsheet.TimelessZip;
import vn.doichieu.web.audit.AuditLog;

/** The files of versions to take away. */
@Component
class VersionFiles {

  private final RulesVersions versions;
  private final AuditLog log;

  VersionFiles(RulesVersions versions, AuditLog log) {
    this.versions = versions;
    this.log = log;
  }

  /** All files of a version in a folder named after the plan; the same bytes each time. */
  byte[] zip(RulesVersion version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : versions.files(version).files().entrySet()) {
        zip.putNextEntry(TimelessZip.entry(version.planId() + "/" + file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    log.add("rules.exported", version.planId() + " " + version.number(), version.hash());
    return bytes.toByteArray();
  }
}
