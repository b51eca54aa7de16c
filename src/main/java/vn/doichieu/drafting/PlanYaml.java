package vn.doichieu.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Last year's {@code plan.yaml}, line by line, so that comments and order stay. */
final class PlanYaml {

  private static final Pattern LINE =
      Pattern.compile(
          "(\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s:#\"'][^:#]*?)\\s*:)(\\s+)"
              + "(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^#\"'\\s][^#]*?|)(\\s+#.*|\\s*)");

  /** What stays as it was, but has to be looked at. */
  private static final List<String> KEPT = List.of("superior", "note");

  /** A value that a person has to look at. */
  record Value(String key, String before, String after) {}

  private final List<Value> values = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * Moves a plan file to another year.
   *
   * @param fixed what some keys at the top become, as it is to be written
   */
  PlanYaml(String before, YearShift shift, Map<String, String> fixed) {
    String[] lines = before.split("(?<=\n)", -1);
    for (String whole : lines) {
      String line = whole.stripTrailing();
      String end = whole.substring(line.length());
      text.append(
          line.isEmpty() || line.stripLeading().startsWith("#") ? line : moved(line, shift, fixed));
      text.append(end);
    }
  }

  private String moved(String line, YearShift shift, Map<String, String> fixed) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      String moved = shift.wording(line);
      note("", line.strip(), moved.strip());
      return moved;
    }
    String key = parts.group(1).strip().replaceAll("\\s*:$", "").replaceAll("[\"']", "");
    boolean top = !Character.isWhitespace(line.charAt(0));
    String value = parts.group(3);
    String moved = top && fixed.containsKey(key) ? fixed.getOrDefault(key, "") : "";
    if (moved.isEmpty()) {
      moved = top && KEPT.contains(key) ? value : shift.wording(value);
    }
    if (top && (KEPT.contains(key) || fixed.containsKey(key))) {
      values.add(new Value(key, bare(value), bare(moved)));
    } else {
      note(key, value, moved);
    }
    return parts.group(1) + parts.group(2) + moved + parts.group(4);
  }

  /** Takes note of what differs; in a map in braces that is the texts that do. */
  private void note(String key, String before, String after) {
    if (before.equals(after)) {
      return;
    }
    String[] old = before.split("\"", -1);
    String[] moved = after.split("\"", -1);
    for (int i = 0; i < old.length; i++) {
      if (!old[i].equals(moved[i])) {
        values.add(new Value(key, old[i], moved[i]));
      }
    }
  }

  private static String bare(String value) {
    boolean quoted = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0;
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The whole file. */
  String text() {
    return text.toString();
  }

  /** What has changed in it, and what has to be looked at. */
  List<Value> values() {
    return values;
  }
}
