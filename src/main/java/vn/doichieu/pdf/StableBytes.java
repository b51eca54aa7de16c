package vn.doichieu.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a file what depends on the moment and the place: FOP writes the time, its zone and a
 * random identifier. Nothing changes its length, for the file says where everything in it stands.
 */
final class StableBytes extends FilterOutputStream {

  /** The time that every file carries. */
  static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

  static final String PRODUCER = "Doi Chieu";

  /**
   * FOP writes UTC as "Z", other zones in 6 characters more in the dictionary and in 5 more at each
   * of three places of the XML, where "&lt;" takes 4: 3 + 3 = 6, 3 * 4 + 3 = 3 * 5.
   */
  private static final String FILLED = PRODUCER + "<<<   ";

  private static final String FILLED_XML = PRODUCER + "&lt;&lt;&lt;   ";
  private static final Pattern DATE =
      Pattern.compile("/CreationDate \\(D:\\d{14}(Z|[+-]\\d\\d'\\d\\d')\\)");
  private static final Pattern XML_DATE =
      Pattern.compile(
          "<(dc:date|xmp:MetadataDate|xmp:CreateDate)>[-0-9T:]{19}(Z|[+-]\\d\\d:\\d\\d)</");
  private static final String HEAD_END = "<?xpacket end";
  private static final Pattern IDENTIFIER =
      Pattern.compile("/ID \\[<([0-9A-F]{32})> <([0-9A-F]{32})>\\]");

  /** An identifier and more. */
  private static final int HELD = 128;

  private static final int BATCH = 8192;

  private static final int LONGEST_HEAD = 1 << 20;

  private final MessageDigest digest;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean head = true;

  StableBytes(OutputStream out) {
    super(out);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The producer to be given to FOP in this place. */
  static String producer() {
    boolean utc = TimeZone.getDefault().getOffset(CREATED.toEpochMilli()) == 0;
    return utc ? FILLED : PRODUCER;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    held.write(bytes, from, length);
    if (head) {
      endHead();
    } else if (held.size() > BATCH) {
      release(HELD);
    }
  }

  private void endHead() throws IOException {
    String text = held.toString(ISO_8859_1);
    if (!text.contains(HEAD_END) && text.length() < LONGEST_HEAD) {
      return;
    }
    head = false;
    String stable = text.replace(FILLED, PRODUCER).replace(FILLED_XML, PRODUCER);
    stable = DATE.matcher(stable).replaceAll("/CreationDate (D:20250101000000+00'00')");
    stable = XML_DATE.matcher(stable).replaceAll("<$1>2025-01-01T00:00:00+00:00</");
    held.reset();
    held.writeBytes(stable.getBytes(ISO_8859_1));
  }

  /** Writes what is held, but for so many bytes at its end. */
  private void release(int kept) throws IOException {
    byte[] bytes = held.toByteArray();
    String text = new String(bytes, ISO_8859_1);
    Matcher identifier = IDENTIFIER.matcher(text);
    int done = 0;
    if (identifier.find()) {
      pass(bytes, 0, identifier.start());
      String own = own();
      String stable = "/ID [<" + own + "> <" + own + ">]";
      pass(stable.getBytes(ISO_8859_1), 0, stable.length());
      done = identifier.end();
    }
    int end = Math.max(done, bytes.length - kept);
    pass(bytes, done, end);
    held.reset();
    held.write(bytes, end, bytes.length - end);
  }

  /** An identifier made from all that was written before. */
  private String own() {
    String hash = HexFormat.of().withUpperCase().formatHex(digest.digest());
    return hash.substring(0, hash.length() / 2);
  }

  private void pass(byte[] bytes, int from, int to) throws IOException {
    digest.update(bytes, from, to - from);
    out.write(bytes, from, to - from);
  }

  /** Writes what is still held; the stream below stays open. */
  void finish() throws IOException {
    release(0);
    out.flush();
  }

  @Override
  public void flush() {
    // What is held is not for the stream below yet.
  }
}
