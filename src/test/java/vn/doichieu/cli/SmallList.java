package vn.doichieu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small check of which a list is made: x1 has not done T2, and x2 was late with T3; nothing of T1
 * is missed.
 */
final class SmallList {

  static final String LATE = "x2,report_submitted_on,2024-H1,2024-06-20";
  static final String[] ALL_FOUR = {
    "danh-sach.docx", "danh-sach.html", "danh-sach.pdf", "danh-sach.xlsx", "ket-qua.json"
  };

  final SmallCheck check;
  final Path output;

  SmallList(Path folder) {
    check = new SmallCheck(folder).with("x1,issued,2024,không", LATE);
    output = folder.resolve("báo cáo");
  }

  /** {@code doichieu report RULES --data DATA --as-of=2025-02-01 --output OUTPUT MORE}. */
  Run run(String... more) {
    return runOn("2025-02-01", more);
  }

  Run runOn(String day, String... more) {
    return into(output, Stream.concat(Stream.of("--as-of=" + day), Arrays.stream(more)));
  }

  /** The same with the options that are named only. */
  Run into(Path folder, Stream<String> more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("report", check.rules.toString(), "--data=" + check.data.path()));
    words.add("--output=" + folder);
    more.forEach(words::add);
    return Run.of(words.toArray(String[]::new));
  }

  /** The option that compares with the result of the last list, where it is replaced. */
  String previous() {
    return "--previous=" + output.resolve("ket-qua.json");
  }

  /** The names of the files and folders that stand in the folder of the list. */
  List<String> names() {
    return names(output);
  }

  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    try {
      return Files.readString(output.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file of a folder with its bytes, one letter a byte. */
  static Map<String, String> bytes(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      Map<String, String> bytes = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
