package vn.doichieu.edits;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/**
 * The rules of DRL files as they are written, each by its name. What stands above the first rule of
 * a file has an empty name.
 */
final class RuleTexts {

  private static final Pattern RULE =
      Pattern.compile("^[ \\t]*rule\\s+(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|(\\S+))", Pattern.MULTILINE);

  /** Texts in quotes, which are kept as they are; comments and white space. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\")|(?://[^\\n]*+|/\\*.*?\\*/|\\s++)++",
          Pattern.DOTALL);

  /**
   * A rule.
   *
   * @param name its name
   * @param text its text without comments, with single spaces
   * @param place the file, and the line of its name
   */
  record Rule(String name, String text, SourceLocation place) {}

  private RuleTexts() {}

  /** Reads files; rules by file and name, in their order. */
  static Map<String, Rule> read(List<Path> files) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        String name = String.valueOf(file.getFileName());
        split(name, TextFile.read(file)).forEach(rule -> rules.put(name + " " + rule.name(), rule));
      } catch (UnreadableInput e) {
        throw new InvalidRules(e.problems());
      }
    }
    return rules;
  }

  private static List<Rule> split(String file, String text) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Matcher matcher = RULE.matcher(text);
    String name = "";
    int start = 0;
    boolean more = true;
    while (more) {
      more = matcher.find();
      int end = more ? matcher.start() : text.length();
      int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
      rules.put(
          name, new Rule(name, plain(text.substring(start, end)), SourceLocation.of(file, line)));
      if (more) {
        name = name(matcher);
        start = end;
      }
    }
    return List.copyOf(rules.values());
  }

  private static String name(Matcher rule) {
    for (int group = 1; group <= rule.groupCount(); group++) {
      if (rule.group(group) != null) {
        return rule.group(group);
      }
    }
    return "";
  }

  private static String plain(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(
            found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)))
        .strip();
  }
}
