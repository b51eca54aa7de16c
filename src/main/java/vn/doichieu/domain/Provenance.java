package vn.doichieu.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What an evaluation was made from, so that it can be told from any other and made again: besides
 * the plan's id, the as-of date and whether every period counted as over.
 *
 * @param version the version of the program
 * @param rules the plan's rule files
 * @param data the files of the data folder
 */
public record Provenance(String version, FileSet rules, FileSet data) {

  /** Of figures that were read from no files. */
  public static final Provenance NONE =
      new Provenance("", new FileSet(List.of()), new FileSet(List.of()));

  /**
   * Files of one folder that were read.
   *
   * @param files by name
   */
  public record FileSet(List<HashedFile> files) {

    public FileSet {
      files = List.copyOf(files);
    }

    /**
     * One hash over the names and contents of all files: the SHA-256 of the lines that {@code
     * sha256sum} writes for them, so that anybody can make it again.
     */
    public String sha256() {
      MessageDigest digest = newSha256();
      for (HashedFile file : files) {
        String line = file.sha256() + "  " + file.name() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /**
   * One file.
   *
   * @param name its name, relative to its folder
   * @param sha256 the SHA-256 of its bytes, in 64 hexadecimal digits
   */
  public record HashedFile(String name, String sha256) {}

  /** A new SHA-256, which every Java has. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first digits of a hash: enough for people to compare. */
  public static String inShort(String sha256) {
    return sha256.substring(0, Math.min(sha256.length(), 12));
  }
}
