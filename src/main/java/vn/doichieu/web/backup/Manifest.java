package vn.doichieu.web.backup;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself; the last part of its file, so that one that was cut off has none.
 *
 * @param format the kind of file, {@link #FORMAT}
 * @param program the version of the program that took it
 * @param schema the number of the last migration of its tables
 * @param takenAt the instant in UTC, ISO 8601
 * @param tables its tables in the order in which they can be filled
 * @param audit the end of the log's chain
 */
public record Manifest(
    String format, String program, String schema, String takenAt, List<Part> tables, Audit audit) {

  public static final String FORMAT = "doichieu-backup-1";
  public static final String NAME = "manifest.json";

  private static final JsonMapper JSON = new JsonMapper();

  public Manifest {
    tables = List.copyOf(tables);
  }

  /**
   * A table.
   *
   * @param sha256 over the bytes of its rows
   */
  public record Part(String name, long rows, String sha256) {

    /** Where its rows stand in the file. */
    public String entry() {
      return "tables/" + name + ".jsonl";
    }
  }

  /**
   * The end of the log's chain.
   *
   * @param number the number of the last entry
   * @param hash its hash
   * @param key the key of the hashes: whoever has the backup can make up a chain that holds
   */
  public record Audit(long number, String hash, String key) {}

  byte[] bytes() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /** Reads it back. */
  public static Manifest of(byte[] bytes) {
    return JSON.readValue(bytes, Manifest.class);
  }
}
