package vn.doichieu.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Looks a file over before it is read as a workbook: whether it is one, whole, of a bearable size,
 * and without XML that reaches outside. Each other kind of file is refused under its own name.
 */
final class WorkbookGuard {

  private static final byte[] OLE2 = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final String DOCTYPE = "<!DOCTYPE";
  private static final String MERGE = "mergeCell";
  private static final int LOOK_AHEAD = 1024;
  private static final int BUFFER = 1 << 16;

  /**
   * What a workbook may unpack to.
   *
   * @param entries how many parts
   * @param entryBytes how many bytes one part
   * @param totalBytes how many bytes all parts
   * @param freeBytes up to how many bytes a part may be packed as tightly as it likes
   * @param ratio how many times its packed size a larger part may be
   */
  record Bounds(int entries, long entryBytes, long totalBytes, long freeBytes, int ratio) {

    /** A million rows of figures unpack to about 200 MiB, at most 25 times their packed size. */
    static final Bounds OFFICES = new Bounds(10_000, 400L << 20, 512L << 20, 8L << 20, 200);
  }

  /** Looks for a word in bytes as they come by; one that does not begin anew within itself. */
  private static final class Word {

    private final byte[] letters;
    private int matched;

    private Word(String word) {
      letters = word.getBytes(StandardCharsets.US_ASCII);
    }

    private void look(byte[] bytes, int length) {
      for (int i = 0; i < length && matched < letters.length; i++) {
        byte b = bytes[i];
        if (b == letters[matched]) {
          matched++;
        } else if (b != 0) { // Zeros stand between the letters of UTF-16.
          matched = b == letters[0] ? 1 : 0;
        }
      }
    }

    private boolean isFound() {
      return matched == letters.length;
    }
  }

  private final Path file;
  private final Bounds bounds;
  private final Set<String> merging = new HashSet<>();
  private long total;

  private WorkbookGuard(Path file, Bounds bounds) {
    this.file = file;
    this.bounds = bounds;
  }

  /**
   * Passes a workbook.
   *
   * @return the parts that may merge cells, which only a second look can tell
   * @throws UnreadableInput if it is none, or one that must not be read
   */
  static Set<String> check(Path file, Bounds bounds) throws IOException {
    WorkbookGuard guard = new WorkbookGuard(file, bounds);
    guard.check();
    return guard.merging;
  }

  private void check() throws IOException {
    byte[] start;
    try (InputStream bytes = Files.newInputStream(file)) {
      start = bytes.readNBytes(LOOK_AHEAD);
    }
    if (start.length == 0) {
      throw refusal(Problem.Kind.EMPTY_FILE, file.toString());
    } else if (startsWith(start, OLE2)) {
      throw refusal(
          holds(ENCRYPTED) ? Problem.Kind.WORKBOOK_ENCRYPTED : Problem.Kind.WORKBOOK_XLS, "");
    } else if (isMarkup(start)) {
      throw refusal(Problem.Kind.WORKBOOK_WEB_PAGE, "");
    } else if (!startsWith(start, ZIP)) {
      throw refusal(Problem.Kind.NOT_A_WORKBOOK, "");
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      checkParts(zip);
    } catch (ZipException e) {
      throw refusal(Problem.Kind.WORKBOOK_TRUNCATED, "");
    }
  }

  private void checkParts(ZipFile zip) throws IOException {
    if (zip.size() > bounds.entries()) {
      throw refusal(Problem.Kind.WORKBOOK_TOO_LARGE, String.valueOf(file.getFileName()));
    }
    List<? extends ZipEntry> entries = Collections.list(zip.entries());
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : entries) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (!names.add(name) || name.startsWith("/") || name.contains("..")) {
        throw refusal(Problem.Kind.WORKBOOK_DAMAGED, entry.getName());
      }
      count(entry, Math.max(0, entry.getSize()));
    }
    refuseOtherKinds(names);
    total = 0;
    for (ZipEntry entry : entries) {
      checkPart(zip, entry);
    }
  }

  private void refuseOtherKinds(Set<String> names) {
    if (names.contains("content.xml") && names.contains("mimetype")) {
      throw refusal(Problem.Kind.WORKBOOK_ODS, "");
    } else if (names.contains("xl/workbook.bin")) {
      throw refusal(Problem.Kind.WORKBOOK_XLSB, "");
    } else if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
      throw refusal(Problem.Kind.WORKBOOK_XLSM, "");
    } else if (!names.contains("[content_types].xml")
        || names.stream().noneMatch(name -> name.startsWith("xl/"))) {
      throw refusal(Problem.Kind.NOT_A_WORKBOOK, "");
    }
  }

  /** Unpacks a part of XML; the sizes that an archive states of itself need not be true. */
  private void checkPart(ZipFile zip, ZipEntry entry) throws IOException {
    if (!isXml(entry.getName())) {
      return; // Pictures and the like are never unpacked.
    }
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    Word doctype = new Word(DOCTYPE);
    Word merge = new Word(MERGE);
    try (InputStream bytes = zip.getInputStream(entry)) {
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        size += n;
        count(entry, n, size);
        crc.update(buffer, 0, n);
        doctype.look(buffer, n);
        merge.look(buffer, n);
      }
    }
    if (merge.isFound()) {
      merging.add(entry.getName());
    }
    if (doctype.isFound()) {
      throw refusal(Problem.Kind.WORKBOOK_DOCTYPE, entry.getName());
    } else if (crc.getValue() != entry.getCrc()) {
      throw refusal(Problem.Kind.WORKBOOK_DAMAGED, entry.getName());
    }
  }

  /** Whether a part goes by a name of XML: every such part is looked over, and no other is read. */
  static boolean isXml(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    return name.endsWith(".xml") || name.endsWith(".rels");
  }

  private void count(ZipEntry entry, long size) {
    count(entry, size, size);
  }

  private void count(ZipEntry entry, long more, long size) {
    total += more;
    boolean tight =
        size > bounds.freeBytes() && size / Math.max(1, entry.getCompressedSize()) > bounds.ratio();
    if (tight || size > bounds.entryBytes() || total > bounds.totalBytes()) {
      throw refusal(Problem.Kind.WORKBOOK_TOO_LARGE, entry.getName());
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** Whether the first letter is that of a tag: web pages and XML 2003 pass for workbooks. */
  private static boolean isMarkup(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return text.replace("\uFEFF", "").stripLeading().startsWith("<");
  }

  private boolean holds(byte[] wanted) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      int matched = 0;
      for (int b = bytes.read(); b >= 0 && matched < wanted.length; b = bytes.read()) {
        matched = (byte) b == wanted[matched] ? matched + 1 : (byte) b == wanted[0] ? 1 : 0;
      }
      return matched == wanted.length;
    }
  }

  private UnreadableInput refusal(Problem.Kind kind, String read) {
    String name = String.valueOf(file.getFileName());
    return new UnreadableInput(new Problem(kind, SourceLocation.of(name), read));
  }
}
