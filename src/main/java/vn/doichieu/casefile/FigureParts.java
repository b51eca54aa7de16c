package vn.doichieu.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;
import vn.doichieu.cases.Case.Given;
import vn.doichieu.cases.Periods;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.tabular.NearestWord;

/**
 * Reads figures: {@code item: value}, where the key may name a period ({@code item@2024-H1}) or a
 * unit ({@code commune_1.item}), or stand below either.
 */
final class FigureParts {

  private static final Set<String> GIVEN_KEYS = Set.of("value", "evidence", "note");

  private final Parts parts;
  private final Plan plan;
  private final List<Given> figures = new ArrayList<>();

  /** The figure that a key names. */
  private record Key(int line, String unit, String item, String period) {}

  FigureParts(Parts parts, Plan plan) {
    this.parts = parts;
    this.plan = plan;
  }

  /** The figures below a key. */
  List<Given> read(Written written) {
    if (written instanceof Mapped mapped) {
      mapped.entries().forEach(entry -> below("", entry));
    } else if (!(written instanceof Word word && word.text().isEmpty())) {
      parts.invalid(written.line(), "figures", Parts.shown(written), "{item: 1}");
    }
    return figures;
  }

  private void below(String unit, Entry entry) {
    String text = entry.key().text();
    Key key = key(entry.key(), unit);
    if (key != null) {
      figure(key, entry);
    } else if (unit.isEmpty() && entry.value() instanceof Mapped mapped) {
      for (String name : Parts.names(text)) {
        mapped.entries().forEach(inner -> below(name, inner));
      }
    } else {
      parts.wrong(
          Problem.Kind.CASE_ITEM_UNKNOWN,
          entry.key().line(),
          "figures",
          text,
          NearestWord.of(text, plan.items().keySet()));
    }
  }

  /** Adds the figure of a flat text: {@code commune_1.item@2024} and its value. */
  void add(int line, String key, String value) {
    below("", new Entry(new Word(line, key), new Word(line, value)));
  }

  List<Given> figures() {
    return figures;
  }

  /** The figure that a key names; null if it names none. */
  private @Nullable Key key(Word word, String unit) {
    int at = word.text().indexOf('@');
    String body = at < 0 ? word.text() : word.text().substring(0, at);
    String period = at < 0 ? "" : word.text().substring(at + 1);
    int dot = body.lastIndexOf('.');
    String item = body.substring(dot + 1);
    if (!plan.items().containsKey(item)) {
      return null;
    }
    if (at >= 0 && Periods.of(period).isEmpty()) {
      parts.invalid(word.line(), item, period, Periods.FORMS);
    }
    return new Key(word.line(), dot < 0 ? unit : body.substring(0, dot), item, period);
  }

  private void figure(Key key, Entry entry) {
    if (!(entry.value() instanceof Mapped mapped)) {
      parts.words(entry).forEach(word -> given(key, word, ""));
      return;
    }
    if (mapped.entries().stream().allMatch(e -> GIVEN_KEYS.contains(e.key().text()))) {
      Map<String, Entry> named = parts.named(mapped, GIVEN_KEYS);
      given(
          key, new Word(mapped.line(), parts.text(named, "value")), parts.text(named, "evidence"));
      return;
    }
    for (Entry inner : mapped.entries()) {
      String period = inner.key().text();
      if (!key.period().isEmpty() || Periods.of(period).isEmpty()) {
        parts.invalid(inner.key().line(), key.item(), period, Periods.FORMS);
      } else {
        figure(new Key(inner.key().line(), key.unit(), key.item(), period), inner);
      }
    }
  }

  private void given(Key key, Word value, String evidence) {
    figures.add(
        new Given(value.line(), key.unit(), key.item(), key.period(), value.text(), evidence));
  }
}
