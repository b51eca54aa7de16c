package vn.doichieu.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/**
 * A text file in UTF-8, with or without a byte order mark. Anything else is refused, never guessed.
 */
public final class TextFile {

  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  /**
   * Opens a file for reading from its first character; the reader fails on bytes not UTF-8, and
   * wants to be asked for many characters at once.
   */
  public static Reader open(Path file) {
    requireFile(file);
    try {
      PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), 3);
      byte[] start = bytes.readNBytes(3);
      if (start.length == 0) {
        bytes.close();
        throw new UnreadableInput(problem(Problem.Kind.EMPTY_FILE, file));
      }
      if (looksLikeUtf16(start)) {
        bytes.close();
        throw new UnreadableInput(notUtf8(file, 1, "UTF-16"));
      }
      if (!isByteOrderMark(start)) {
        bytes.unread(start);
      }
      return new InputStreamReader(bytes, strict());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The whole text of a file. */
  public static String read(Path file) {
    try (Reader reader = open(file)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[BUFFER];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * What to say of a file that could not be read: where its bytes stop being UTF-8, if that is why.
   */
  public static UnreadableInput unreadable(Path file, IOException cause) {
    if (cause instanceof CharacterCodingException) {
      return new UnreadableInput(notUtf8(file, firstBadLine(file), "Windows-1258, TCVN3, VNI…"));
    }
    return new UnreadableInput(problem(Problem.Kind.FILE_UNREADABLE, file));
  }

  private static void requireFile(Path file) {
    if (!Files.exists(file)) {
      throw new UnreadableInput(problem(Problem.Kind.FILE_NOT_FOUND, file));
    }
    if (!Files.isRegularFile(file)) { // A folder; or a pipe, which might be waited for in vain.
      throw new UnreadableInput(problem(Problem.Kind.NOT_A_FILE, file));
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableInput(problem(Problem.Kind.FILE_UNREADABLE, file));
    }
  }

  private static Problem problem(Problem.Kind kind, Path file) {
    return new Problem(kind, SourceLocation.of(name(file)), file.toString());
  }

  private static Problem notUtf8(Path file, int line, String guess) {
    return new Problem(Problem.Kind.NOT_UTF8, SourceLocation.of(name(file), line), guess);
  }

  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static boolean isByteOrderMark(byte[] start) {
    return start.length == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF;
  }

  private static boolean looksLikeUtf16(byte[] start) {
    if (start.length < 2) {
      return false;
    }
    boolean mark =
        (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
            || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
    return mark || start[0] == 0 || start[1] == 0;
  }

  private static int firstBadLine(Path file) {
    int line = 1;
    try (InputStream bytes = Files.newInputStream(file)) {
      for (byte[] text = line(bytes); text.length > 0; text = line(bytes)) {
        try {
          strict().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException e) {
          return line;
        }
        line++;
      }
    } catch (IOException e) {
      return line; // It could be read a moment ago; the line is all that is lost.
    }
    return line;
  }

  /**
   * The bytes up to and with the next line feed, which is never part of a longer UTF-8 character.
   */
  private static byte[] line(InputStream bytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = bytes.read(); b >= 0; b = bytes.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
