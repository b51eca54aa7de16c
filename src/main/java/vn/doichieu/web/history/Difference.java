package vn.doichieu.web.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * In what two documents differ.
 *
 * @param flipped findings with another result
 * @param came findings that only the second has
 * @param gone findings that only the first has
 * @param otherwise findings with the same result and something else that differs
 * @param same how many do not differ at all
 * @param program whether another version of the program made the second
 * @param rules whether other rules did
 * @param data whether other files were read
 */
public record Difference(
    List<Pair> flipped,
    List<Pair> came,
    List<Pair> gone,
    List<Pair> otherwise,
    int same,
    boolean program,
    boolean rules,
    boolean data) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A finding in both documents, or in one.
   *
   * @param was its result in the first; null where it is not there
   * @param is likewise in the second
   */
  public record Pair(
      String target,
      String title,
      String unit,
      String unitName,
      String period,
      @Nullable String was,
      @Nullable String is,
      String message) {}

  static Difference of(byte[] first, byte[] second) {
    JsonNode before = JSON.readTree(first);
    JsonNode after = JSON.readTree(second);
    Map<String, List<JsonNode>> old = byLine(before);
    List<Pair> flipped = new ArrayList<>();
    List<Pair> came = new ArrayList<>();
    List<Pair> gone = new ArrayList<>();
    List<Pair> otherwise = new ArrayList<>();
    int same = 0;
    for (JsonNode is : after.get("findings")) {
      List<JsonNode> left = old.getOrDefault(key(is), List.of());
      if (left.isEmpty()) {
        came.add(pair(is, null, result(is)));
        continue;
      }
      JsonNode was = left.remove(0);
      if (!result(was).equals(result(is))) {
        flipped.add(pair(is, result(was), result(is)));
      } else if (was.equals(is)) {
        same++;
      } else {
        otherwise.add(pair(is, result(was), result(is)));
      }
    }
    old.values().forEach(left -> left.forEach(was -> gone.add(pair(was, result(was), null))));
    return new Difference(
        flipped,
        came,
        gone,
        otherwise,
        same,
        !at(before, "version").equals(at(after, "version")),
        !at(before, "rules").equals(at(after, "rules")),
        !at(before, "data").equals(at(after, "data")));
  }

  private static Map<String, List<JsonNode>> byLine(JsonNode document) {
    Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
    document
        .get("findings")
        .forEach(f -> lines.computeIfAbsent(key(f), k -> new ArrayList<>()).add(f));
    return lines;
  }

  private static JsonNode at(JsonNode document, String part) {
    return document.get("provenance").get(part);
  }

  private static String key(JsonNode f) {
    return f.get("target").asString()
        + "\n"
        + f.get("unit").asString()
        + "\n"
        + f.get("period").asString();
  }

  private static String result(JsonNode finding) {
    return finding.get("result").asString();
  }

  private static Pair pair(JsonNode f, @Nullable String was, @Nullable String is) {
    return new Pair(
        f.get("target").asString(),
        f.get("title").asString(),
        f.get("unit").asString(),
        f.get("unit_name").asString(),
        f.get("period").asString(),
        was,
        is,
        f.get("message").asString());
  }
}
