package vn.doichieu.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;
import vn.doichieu.cases.Fields;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.NearestWord;

/** The named parts of one file of cases, and what is wrong with them, each with its line. */
final class Parts {

  private static final Pattern NUMBERED = Pattern.compile("(.*_)([0-9]{1,4})\\.\\.([0-9]{1,4})");
  private static final int MOST_NUMBERED = 999;

  private final String file;
  private final List<Problem> problems;

  Parts(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  String file() {
    return file;
  }

  /** How much is wrong so far. */
  int wrongs() {
    return problems.size();
  }

  /** Tells of something wrong. */
  void wrong(
      Problem.Kind kind,
      int line,
      @Nullable String key,
      @Nullable String read,
      String... arguments) {
    problems.add(new Problem(kind, SourceLocation.of(file, line, key), read, arguments));
  }

  /** Tells of a part that is of another form than it has to be. */
  void invalid(int line, String key, String read, String expected) {
    wrong(Problem.Kind.CASE_PART_INVALID, line, key, read, expected);
  }

  /** The parts by name; those of other names, and a name given twice, are told. */
  Map<String, Entry> named(Mapped mapped, Collection<String> known) {
    Map<String, Entry> named = new LinkedHashMap<>();
    for (Entry entry : mapped.entries()) {
      String key = entry.key().text();
      if (!known.contains(key)) {
        wrong(
            Problem.Kind.UNKNOWN_KEY,
            entry.key().line(),
            key,
            key,
            String.join(", ", known),
            NearestWord.of(key, known));
      } else if (named.put(key, entry) != null) {
        wrong(Problem.Kind.DUPLICATE_KEY, entry.key().line(), key, key);
      }
    }
    return named;
  }

  /** The text of a part; empty if it is not there, told if it is no single text. */
  String text(Map<String, Entry> named, String key) {
    Entry entry = named.get(key);
    if (entry == null) {
      return "";
    }
    return entry.value() instanceof Word word ? word.text() : notOne(entry);
  }

  private String notOne(Entry entry) {
    invalid(entry.value().line(), entry.key().text(), shown(entry.value()), "…");
    return "";
  }

  /** A yes or no; a standard where the part is not there. */
  boolean yes(Map<String, Entry> named, String key, boolean standard) {
    String text = text(named, key);
    if (text.isEmpty()) {
      return standard;
    }
    String word = Fields.yesOrNo(text);
    if (word == null) {
      invalid(line(named, key), key, text, "yes, no");
    }
    return "yes".equals(word);
  }

  /** A day; null where the part is not there. */
  @Nullable LocalDate day(Map<String, Entry> named, String key) {
    String text = text(named, key);
    Optional<LocalDate> day = DateText.isoOrDayFirst(text);
    if (day.isEmpty() && !text.isEmpty()) {
      invalid(line(named, key), key, text, "2025-01-01, 1/1/2025");
    }
    return day.orElse(null);
  }

  private static int line(Map<String, Entry> named, String key) {
    Entry entry = named.get(key);
    return entry == null ? 0 : entry.value().line();
  }

  /** The words of a list, or the one word that stands for it; told if it holds anything else. */
  List<Word> words(Entry entry) {
    if (entry.value() instanceof Word word) {
      return List.of(word);
    }
    List<Word> words = new ArrayList<>();
    if (entry.value() instanceof Written.Listed listed) {
      for (Written part : listed.parts()) {
        if (part instanceof Word word) {
          words.add(word);
        } else {
          invalid(part.line(), entry.key().text(), shown(part), "…");
        }
      }
    } else {
      notOne(entry);
    }
    return words;
  }

  /** The several names that one key may hold: {@code commune_1, police}, {@code commune_1..12}. */
  static List<String> names(String key) {
    List<String> names = new ArrayList<>();
    for (String name : key.strip().split("\\s*,\\s*")) {
      Matcher numbered = NUMBERED.matcher(name);
      if (!numbered.matches()) {
        names.add(name);
        continue;
      }
      int first = Integer.parseInt(numbered.group(2));
      int last = Integer.parseInt(numbered.group(3));
      for (int i = first; i <= Math.min(last, first + MOST_NUMBERED); i++) {
        names.add(numbered.group(1) + i);
      }
    }
    return names;
  }

  /** A part in a few characters, for messages. */
  static String shown(Written written) {
    if (written instanceof Word word) {
      return word.text();
    }
    return written instanceof Mapped ? "{…}" : "[…]";
  }
}
