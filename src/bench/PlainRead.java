import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The least that any checker has to do: reads every file of the given folders as text, splits it
 * into lines and prints the counts. The yardstick of cold-start.sh.
 */
final class PlainRead {
  private PlainRead() {}

  public static void main(String[] folders) throws IOException {
    long files = 0;
    long lines = 0;
    long characters = 0;
    for (String folder : folders) {
      try (Stream<Path> tree = Files.walk(Path.of(folder))) {
        for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile).sorted()::iterator) {
          List<String> read =
              new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
          files++;
          lines += read.size();
          for (String line : read) {
            characters += line.length();
          }
        }
      }
    }
    System.out.println(files + " files, " + lines + " lines, " + characters + " characters");
  }
}
