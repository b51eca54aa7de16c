package vn.doichieu.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.web.request.Refusal;

/** Writes the files of a request, or those of a zip among them, into a folder. */
final class SentFolder {

  /** Letters, digits and few marks; no part of a path, nothing hidden. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ()_.-]{0,150}");

  private static final int MOST_FILES = 100;

  /** As much as a province's year takes, ten times over. */
  private static final long MOST_BYTES = 128L << 20;

  private static final int TOO_LARGE = 413;
  private static final int BUFFER = 1 << 14;

  private final Path folder;
  private int files;
  private long bytes;

  private SentFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes files.
   *
   * @throws Refusal if a name is none for a file, is given twice, or it is too much
   */
  static void write(List<MultipartFile> sent, Path folder) {
    SentFolder into = new SentFolder(folder);
    try {
      for (MultipartFile file : sent) {
        String name = String.valueOf(file.getOriginalFilename());
        try (InputStream in = file.getInputStream()) {
          if (name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
            into.unzip(in);
          } else {
            into.write(name, in);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void unzip(InputStream in) throws IOException {
    String top = null;
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          top = common(entry.getName(), top);
          write(entry.getName().substring(top.length()), zip);
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw Refusal.invalid("zip_damaged");
    }
    if (top == null) {
      throw Refusal.invalid("zip_damaged");
    }
  }

  /** The one folder that all files of a zip may stand in: "data/". */
  private static String common(String name, @Nullable String before) {
    String top = name.substring(0, name.indexOf('/') + 1);
    if (before != null && !before.equals(top)) {
      throw Refusal.invalid("zip_folders");
    }
    if (!top.isEmpty() && !NAME.matcher(top.substring(0, top.length() - 1)).matches()) {
      throw Refusal.invalid("sent_name");
    }
    return top;
  }

  private void write(String name, InputStream in) throws IOException {
    String clean = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (!NAME.matcher(clean).matches()) {
      throw Refusal.invalid("sent_name");
    }
    files++;
    Path file = folder.resolve(clean);
    if (files > MOST_FILES || Files.exists(file)) {
      throw Refusal.invalid("sent_files", MOST_FILES);
    }
    byte[] buffer = new byte[BUFFER];
    try (var out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > MOST_BYTES) {
          throw Refusal.tooMuch(TOO_LARGE, "sent_bytes", MOST_BYTES >> 20);
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
