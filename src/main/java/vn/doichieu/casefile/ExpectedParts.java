package vn.doichieu.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;
import vn.doichieu.cases.Case.Expected;
import vn.doichieu.cases.Fields;
import vn.doichieu.cases.Periods;
import vn.doichieu.domain.Problem;

/**
 * Reads what findings have to say: one result for all of them, or fields by unit and by period.
 * What names a unit or a period goes before what names none.
 */
final class ExpectedParts {

  private final Parts parts;
  private final List<Expected> expected = new ArrayList<>();

  ExpectedParts(Parts parts) {
    this.parts = parts;
  }

  /** The expectations below a key; none if nothing is expected. */
  List<Expected> read(Written written) {
    below(written, "", "");
    return expected;
  }

  private void below(Written written, String unit, String period) {
    if (written instanceof Word word) {
      if (!word.text().isEmpty()) {
        Map<String, String> fields = new LinkedHashMap<>();
        field(fields, Fields.RESULT, List.of(word));
        expected.add(new Expected(word.line(), unit, period, fields));
      }
      return;
    }
    if (!(written instanceof Mapped mapped)) {
      parts.invalid(written.line(), "expect", "[…]", "met; {result: not_met, shortfall: 1}");
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Entry entry : mapped.entries()) {
      String key = entry.key().text();
      if (Fields.NAMES.contains(key)) {
        field(fields, key, parts.words(entry));
      } else if (period.isEmpty() && Parts.names(key).stream().allMatch(Periods::looksLikeOne)) {
        for (String name : Parts.names(key)) {
          if (Periods.of(name).isEmpty()) {
            parts.invalid(entry.key().line(), "expect", name, Periods.FORMS);
          }
          below(entry.value(), unit, name);
        }
      } else if (unit.isEmpty() && period.isEmpty()) {
        Parts.names(key).forEach(name -> below(entry.value(), name, period));
      } else {
        parts.invalid(entry.key().line(), "expect", key, String.join(", ", Fields.NAMES));
      }
    }
    if (!fields.isEmpty()) {
      expected.add(new Expected(mapped.line(), unit, period, fields));
    }
  }

  private void field(Map<String, String> fields, String name, List<Word> words) {
    if (words.isEmpty()) {
      fields.put(name, Fields.NONE);
      return;
    }
    String text = String.join(" ", words.stream().map(Word::text).toList());
    String comparable = Fields.comparable(name, text);
    if (comparable == null) {
      parts.invalid(words.get(0).line(), name, text, Fields.takes(name));
      return;
    }
    if (fields.put(name, comparable) != null) {
      parts.wrong(Problem.Kind.DUPLICATE_KEY, words.get(0).line(), name, name);
    }
  }
}
