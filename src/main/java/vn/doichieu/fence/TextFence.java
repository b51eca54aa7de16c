package vn.doichieu.fence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Problem;

/**
 * What is looked at before a text is parsed: hidden characters, and what would keep Drools' parser
 * busy without end. It takes twice as long for each bracket within brackets, and the square of the
 * length for what has no comma.
 */
final class TextFence {

  /** What steers readers or compilers and no rule needs: a backslash starts an escape. */
  private static final Pattern STRANGE =
      Pattern.compile("[\\\\`\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\r\\t]]");

  private static final Pattern TOKEN =
      Pattern.compile("//[^\\n]*+|/\\*|\"[^\"]*+\"|'[^']*+'|[\"'(\\[{)\\]},;\\n]");

  /** Brackets within brackets; an honest rule has three. */
  private static final int DEEPEST = 6;

  /** Characters without a comma, semicolon or bracket; an honest rule has a hundred. */
  private static final int LONGEST = 1_000;

  private final DrlFile file;
  private final DrlProblems problems;
  private int line = 1;
  private int depth;
  private int since;

  private TextFence(DrlFile file, DrlProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  static void check(DrlFile file, DrlProblems problems) {
    TextFence fence = new TextFence(file, problems);
    fence.characters();
    if (problems.all().isEmpty()) {
      fence.structure();
    }
  }

  private void characters() {
    Matcher strange = STRANGE.matcher(file.text());
    int at = 0;
    int row = 1;
    while (strange.find()) {
      for (; at < strange.start(); at++) {
        row += file.text().charAt(at) == '\n' ? 1 : 0;
      }
      problems.add(
          Problem.Kind.DRL_CHARACTER,
          row,
          strange.group().equals("\\") ? "\\" : "U+%04X".formatted(strange.group().codePointAt(0)));
    }
  }

  private void structure() {
    String text = file.text();
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    while (token.find(at)) {
      since += token.start() - at;
      if (!token(token)) {
        return;
      }
      at = token.end();
      if (token.group().equals("/*")) {
        int end = text.indexOf("*/", at);
        if (end < 0) {
          problems.add(Problem.Kind.DRL_SYNTAX, line, file.line(line));
          return;
        }
        count(text.substring(at, end));
        at = end + 2;
      }
    }
    since += text.length() - at;
    isLong();
  }

  /** Whether to go on. */
  private boolean token(Matcher token) {
    String text = token.group();
    if (isLong()) {
      return false;
    }
    switch (text) {
      case "\n" -> line++;
      case "(", "[", "{" -> {
        depth++;
        since = 0;
      }
      case ")", "]", "}" -> {
        depth--;
        since = 0;
      }
      case ",", ";" -> since = 0;
      case "\"", "'" -> {
        problems.add(Problem.Kind.DRL_SYNTAX, line, file.line(line)); // Never closed.
        return false;
      }
      default -> count(text);
    }
    if (depth > DEEPEST || depth < 0) {
      problems.add(Problem.Kind.DRL_SYNTAX, line, file.line(line));
      return false;
    }
    return true;
  }

  private boolean isLong() {
    if (since > LONGEST) {
      problems.add(Problem.Kind.DRL_SYNTAX, line, file.line(line));
    }
    return since > LONGEST;
  }

  private void count(String skipped) {
    line += (int) skipped.chars().filter(c -> c == '\n').count();
  }
}
