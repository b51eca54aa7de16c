package vn.doichieu.drl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.WrittenRule;

/**
 * The classes that rules were compiled into, as they are kept between runs: one file, named by the
 * hash of all that they were made from, with a hash of its own in front.
 *
 * @param model the name of the class that holds the model
 * @param classes every class by its name
 * @param rules the rules as they were written
 */
record CompiledRules(String model, Map<String, byte[]> classes, List<WrittenRule> rules) {

  private static final String ENDING = ".rules";

  /** As many texts and versions of Java and of the program as are kept beside one another. */
  private static final int MOST_KEPT = 4;

  /**
   * What was kept under a key; empty if nothing was, or if it is not what was written then. Who can
   * write into the folder can also make the hash: what is loaded is fenced in all the same.
   */
  static Optional<CompiledRules> kept(Path folder, String key) {
    try {
      Path file = folder.resolve(key + ENDING);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      int hash = Hash.LENGTH;
      if (bytes.length < hash
          || !MessageDigest.isEqual(
              Arrays.copyOf(bytes, hash), Hash.of(Arrays.copyOfRange(bytes, hash, bytes.length)))) {
        return Optional.empty();
      }
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(bytes, hash, bytes.length - hash));
      if (!in.readUTF().equals(key)) {
        return Optional.empty();
      }
      String model = in.readUTF();
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        classes.put(name, in.readNBytes(in.readInt()));
      }
      List<WrittenRule> rules = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        rules.add(readRule(in));
      }
      return Optional.of(new CompiledRules(model, classes, rules));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // It is made anew.
    }
  }

  /**
   * Keeps the classes under a key, with those of the last few other texts and versions. Written
   * beside and moved, so that another run never reads half of it. A folder that cannot be written
   * to is no fault: the next run compiles again.
   */
  void keep(Path folder, String key) {
    Path file = folder.resolve(key + ENDING);
    try {
      Files.createDirectories(folder);
      // Not a temporary file, which only its maker may read: other users run the program, too.
      Path beside = folder.resolve(key + "." + ProcessHandle.current().pid() + ".new");
      try {
        Files.write(beside, bytes(key));
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, "*" + ENDING)) {
        List<Path> kept = new ArrayList<>();
        others.forEach(kept::add);
        kept.sort(Comparator.comparing((Path other) -> other.toFile().lastModified()).reversed());
        for (Path old : kept.subList(Math.min(MOST_KEPT, kept.size()), kept.size())) {
          Files.deleteIfExists(old);
        }
      }
    } catch (IOException e) {
      // As above.
    }
  }

  private byte[] bytes(String key) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeUTF(key);
    out.writeUTF(model);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    out.writeInt(rules.size());
    for (WrittenRule rule : rules) {
      write(out, rule);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(Hash.of(body.toByteArray()));
    all.write(body.toByteArray());
    return all.toByteArray();
  }

  private static void write(DataOutputStream out, WrittenRule rule) throws IOException {
    write(out, rule.name());
    write(out, rule.about());
    out.writeInt(rule.texts().size());
    for (Map.Entry<String, String> text : new TreeMap<>(rule.texts()).entrySet()) {
      write(out, text.getKey());
      write(out, text.getValue());
    }
    write(out, rule.text());
    write(out, rule.place().file());
    out.writeInt(rule.place().row());
  }

  private static WrittenRule readRule(DataInputStream in) throws IOException {
    String name = readText(in);
    String about = readText(in);
    Map<String, String> texts = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = readText(in);
      texts.put(key, readText(in));
    }
    String text = readText(in);
    String file = readText(in);
    return new WrittenRule(name, about, texts, text, SourceLocation.of(file, in.readInt()));
  }

  /** Rules may be longer than what {@code writeUTF} takes. */
  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
