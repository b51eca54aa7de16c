package vn.doichieu.web.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.doichieu.domain.Provenance;
import vn.doichieu.web.request.Refusal;

/**
 * The files of one version, by their names within the plan's folder: {@code targets.csv}, {@code
 * cases/HM-N6.yaml}.
 */
public record RuleFileSet(SortedMap<String, byte[]> files) {

  /** No folder but that of the cases, nothing hidden, nothing that a system takes for something. */
  private static final Pattern NAME =
      Pattern.compile("(?:cases/)?[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]{0,100}\\.[a-z]{1,5}");

  private static final List<String> ENDINGS =
      List.of(".yaml", ".yml", ".csv", ".xlsx", ".drl", ".txt", ".md");

  /** Checks the names. */
  public RuleFileSet {
    for (String name : files.keySet()) {
      if (!NAME.matcher(name).matches()
          || name.contains("..")
          || ENDINGS.stream().noneMatch(name::endsWith)) {
        throw Refusal.invalid("rule_file_name", name);
      }
    }
  }

  /** The files of a plan's folder. */
  public static RuleFileSet of(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (ENDINGS.stream().anyMatch(name::endsWith)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuleFileSet(files);
  }

  /** The SHA-256 over names and contents, as the program tells it of folders. */
  public String hash() {
    List<Provenance.HashedFile> hashed = new ArrayList<>();
    files.forEach(
        (name, content) ->
            hashed.add(
                new Provenance.HashedFile(
                    name, HexFormat.of().formatHex(Provenance.newSha256().digest(content)))));
    return new Provenance.FileSet(hashed).sha256();
  }

  /** The text of a file; empty if there is none. */
  public String text(String name) {
    byte[] content = files.get(name);
    return content == null ? "" : new String(content, StandardCharsets.UTF_8);
  }

  /** These files, with another content of one. */
  public RuleFileSet with(String name, byte[] content) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, content);
    return new RuleFileSet(changed);
  }

  /** These files but one. */
  public RuleFileSet without(String name) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.remove(name);
    return new RuleFileSet(changed);
  }

  /** Whether a file is the same here and there: the same bytes, or not there. */
  public boolean sameAs(RuleFileSet other, String name) {
    return Arrays.equals(files.get(name), other.files.get(name));
  }

  /** The names of the files that are not the same. */
  public SortedSet<String> differing(RuleFileSet other) {
    SortedSet<String> names = new TreeSet<>(files.keySet());
    names.addAll(other.files.keySet());
    names.removeIf(name -> sameAs(other, name));
    return names;
  }

  /** Whether a name is that of rules written in DRL, which only administrators change. */
  public static boolean isDrl(String name) {
    return name.endsWith(".drl");
  }

  /** Whether a name is that of a workbook, which is no text. */
  public static boolean isWorkbook(String name) {
    return name.endsWith(".xlsx");
  }

  /** Writes the files into a folder, which is made. */
  public void writeTo(Path folder) {
    try {
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
