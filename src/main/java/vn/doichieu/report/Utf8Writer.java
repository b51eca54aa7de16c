package vn.doichieu.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Text that becomes bytes of UTF-8 as it is written, in the quoting of JSON or CSV. Millions of
 * findings go through it: nothing is allocated for a text, and bytes made once can be repeated.
 */
final class Utf8Writer extends OutputStream {

  private static final int SIZE = 1 << 16;
  private static final int SMALL = 1 << 10;

  /** The most that one character can take: JSON's {@code \u0001}. */
  private static final int LONGEST = 6;

  /** The most that a number can take. */
  private static final int LONGEST_NUMBER = 20;

  private static final int ASCII = 0x80;
  private static final int TWO_BYTES = 0x800;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private final OutputStream out;
  private final byte[] buffer;
  private int at;

  /** Writes to a stream, which {@link #flush} flushes as well; nothing here closes it. */
  Utf8Writer(OutputStream out) {
    this(out, SIZE);
  }

  private Utf8Writer(OutputStream out, int size) {
    this.out = out;
    buffer = new byte[size];
  }

  /** The bytes of what is written, to be written again. */
  static byte[] bytes(Consumer<Utf8Writer> writing) {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    Utf8Writer writer = new Utf8Writer(made, SMALL);
    writing.accept(writer);
    writer.flush();
    return made.toByteArray();
  }

  @Override
  public void write(int b) {
    room(1);
    buffer[at++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (length > buffer.length - at) {
      drain();
      if (length > buffer.length) {
        send(bytes, from, length);
        return;
      }
    }
    System.arraycopy(bytes, from, buffer, at, length);
    at += length;
  }

  /** Bytes as they are. */
  Utf8Writer raw(byte[] bytes) {
    write(bytes, 0, bytes.length);
    return this;
  }

  /** A text as it is. */
  Utf8Writer raw(String text) {
    encode(text, false);
    return this;
  }

  /** A whole number. */
  Utf8Writer number(long number) {
    if (number == Long.MIN_VALUE) {
      return raw(Long.toString(number));
    }
    room(LONGEST_NUMBER);
    long rest = Math.abs(number);
    int digits = 1;
    for (long more = rest / 10; more > 0; more /= 10) {
      digits++;
    }
    if (number < 0) {
      buffer[at++] = '-';
    }
    for (int i = at + digits - 1; i >= at; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at += digits;
    return this;
  }

  /** A text between quotation marks as JSON writes it. */
  Utf8Writer json(String text) {
    write('"');
    encode(text, true);
    write('"');
    return this;
  }

  private void encode(String text, boolean escapes) {
    byte[] bytes = buffer;
    int end = bytes.length - LONGEST;
    int to = at;
    for (int i = 0; i < text.length(); i++) {
      if (to > end) {
        at = to;
        drain();
        to = 0;
      }
      char c = text.charAt(i);
      if (c < ASCII && !(escapes && (c < ' ' || c == '"' || c == '\\'))) {
        bytes[to++] = (byte) c;
      } else if (c >= TWO_BYTES && !Character.isSurrogate(c)) {
        bytes[to++] = (byte) (0xE0 | c >> 12);
        bytes[to++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[to++] = (byte) (0x80 | c & 0x3F);
      } else if (c >= ASCII && c < TWO_BYTES) {
        bytes[to++] = (byte) (0xC0 | c >> 6);
        bytes[to++] = (byte) (0x80 | c & 0x3F);
      } else {
        at = to;
        if (c < ASCII) {
          escape(c);
        } else {
          i += pair(text, i);
        }
        to = at;
      }
    }
    at = to;
  }

  private void escape(char c) {
    buffer[at++] = '\\';
    switch (c) {
      case '"', '\\' -> buffer[at++] = (byte) c;
      case '\b' -> buffer[at++] = 'b';
      case '\t' -> buffer[at++] = 't';
      case '\n' -> buffer[at++] = 'n';
      case '\f' -> buffer[at++] = 'f';
      case '\r' -> buffer[at++] = 'r';
      default -> {
        buffer[at++] = 'u';
        buffer[at++] = '0';
        buffer[at++] = '0';
        buffer[at++] = HEX[c >> 4];
        buffer[at++] = HEX[c & 0xF];
      }
    }
  }

  /** A cell of CSV, between quotation marks only where it has to be. */
  Utf8Writer csv(String text) {
    if (!needsQuotes(text)) {
      return raw(text);
    }
    write('"');
    raw(text.replace("\"", "\"\""));
    write('"');
    return this;
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r')) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes two surrogates as one character; one that lacks the other as the mark of a character
   * that is not known. Gives the number of further chars it took.
   */
  private int pair(String text, int i) {
    int c = text.codePointAt(i);
    if (!Character.isSupplementaryCodePoint(c)) {
      buffer[at++] = (byte) 0xEF;
      buffer[at++] = (byte) 0xBF;
      buffer[at++] = (byte) 0xBD;
      return 0;
    }
    buffer[at++] = (byte) (0xF0 | c >> 18);
    buffer[at++] = (byte) (0x80 | c >> 12 & 0x3F);
    buffer[at++] = (byte) (0x80 | c >> 6 & 0x3F);
    buffer[at++] = (byte) (0x80 | c & 0x3F);
    return 1;
  }

  private void room(int bytes) {
    if (at > buffer.length - bytes) {
      drain();
    }
  }

  private void drain() {
    send(buffer, 0, at);
    at = 0;
  }

  private void send(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void flush() {
    drain();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
