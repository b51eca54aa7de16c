package vn.doichieu.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.casefile.Written.Entry;
import vn.doichieu.casefile.Written.Listed;
import vn.doichieu.casefile.Written.Mapped;
import vn.doichieu.casefile.Written.Word;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.Case.Expected;
import vn.doichieu.cases.Case.Given;
import vn.doichieu.cases.Case.Granted;
import vn.doichieu.cases.Case.Unit;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/** Reads the cases of one YAML file. */
final class CaseReader {

  private static final String CASES = "cases";
  private static final String TABLE = "table";
  private static final String TARGET = "target";
  private static final String UNITS = "units";
  private static final String EXPECT = "expect";
  private static final List<String> SHARED =
      List.of(TARGET, "as_of", "closed", "confirmed", UNITS, "note");
  private static final List<String> FILE_KEYS = with(SHARED, TABLE, CASES);
  private static final List<String> CASE_KEYS = with(SHARED, "name", "figures", "waivers", EXPECT);
  private static final List<String> UNIT_KEYS = List.of("name", "kind", "role", "parent", "group");
  private static final List<String> WAIVER_KEYS =
      List.of("unit", TARGET, "period", "until", "reason", "approved_by", "decision");

  private final Parts parts;
  private final Plan plan;
  private final List<Case> cases = new ArrayList<>();

  private CaseReader(Parts parts, Plan plan) {
    this.parts = parts;
    this.plan = plan;
  }

  private static List<String> with(List<String> keys, String... more) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /** The cases of a file; none of any use if something is told to be wrong. */
  static List<Case> read(Written root, Parts parts, Plan plan) {
    CaseReader reader = new CaseReader(parts, plan);
    if (root instanceof Mapped mapped) {
      reader.file(parts.named(mapped, FILE_KEYS), root.line());
    } else {
      parts.invalid(root.line(), CASES, Parts.shown(root), "{target: …, cases: [{…}]}");
    }
    return reader.cases;
  }

  private void file(Map<String, Entry> file, int line) {
    Entry list = file.get(CASES);
    if (list == null || !(list.value() instanceof Listed listed) || listed.parts().isEmpty()) {
      parts.wrong(Problem.Kind.CASE_FILE_EMPTY, list == null ? line : list.key().line(), CASES, "");
      return;
    }
    Entry table = file.get(TABLE);
    if (table == null) {
      listed.parts().forEach(part -> one(part, file));
      return;
    }
    for (Map<String, Word> row : new Outline(parts).rows(table.value())) {
      Map<String, Entry> defaults = new LinkedHashMap<>(file);
      Word target = row.get(TARGET);
      if (target != null) {
        defaults.put(TARGET, new Entry(new Word(target.line(), TARGET), target));
      }
      listed.parts().forEach(part -> one(Outline.filled(part, row), defaults));
    }
  }

  private void one(Written part, Map<String, Entry> file) {
    if (!(part instanceof Mapped mapped)) {
      parts.invalid(part.line(), CASES, Parts.shown(part), "{name: …, figures: {…}, expect: met}");
      return;
    }
    Map<String, Entry> own = parts.named(mapped, CASE_KEYS);
    Map<String, Entry> all = new LinkedHashMap<>(file);
    all.putAll(own);
    String name = parts.text(own, "name");
    if (name.isEmpty()) {
      parts.wrong(Problem.Kind.MISSING_KEY, part.line(), "name", null, "name");
    }
    List<Unit> units = new ArrayList<>();
    units(file.get(UNITS), units);
    units(own.get(UNITS), units);
    Entry expect = own.get(EXPECT);
    int before = parts.wrongs();
    List<Expected> expected =
        expect == null ? List.of() : new ExpectedParts(parts).read(expect.value());
    if (expected.isEmpty() && parts.wrongs() == before) {
      parts.wrong(Problem.Kind.CASE_EXPECTS_NOTHING, part.line(), EXPECT, name);
    }
    Entry figures = own.get("figures");
    List<Given> given =
        figures == null ? List.of() : new FigureParts(parts, plan).read(figures.value());
    cases.add(
        new Case(
            SourceLocation.of(parts.file(), part.line()),
            parts.text(all, TARGET),
            name,
            parts.day(all, "as_of"),
            parts.yes(all, "closed", false),
            parts.yes(all, "confirmed", true),
            units,
            !units.isEmpty(),
            given,
            waivers(own.get("waivers")),
            expected));
  }

  private void units(@Nullable Entry entry, List<Unit> units) {
    if (entry == null) {
      return;
    }
    if (!(entry.value() instanceof Mapped mapped)) {
      parts.invalid(
          entry.value().line(), UNITS, Parts.shown(entry.value()), "{commune_1: commune}");
      return;
    }
    for (Entry unit : mapped.entries()) {
      for (String code : Parts.names(unit.key().text())) {
        units.add(new Unit(unit.key().line(), code, described(unit.value())));
      }
    }
  }

  /** The columns of a unit: {@code commune}, {@code agency:police}, or each by its name. */
  private Map<String, String> described(Written written) {
    Map<String, String> cells = new LinkedHashMap<>();
    if (written instanceof Word word) {
      int colon = word.text().indexOf(':');
      cells.put("kind", colon < 0 ? word.text() : word.text().substring(0, colon));
      cells.put("role", colon < 0 ? "" : word.text().substring(colon + 1));
    } else if (written instanceof Mapped mapped) {
      Map<String, Entry> named = parts.named(mapped, UNIT_KEYS);
      named.keySet().forEach(key -> cells.put(key, parts.text(named, key)));
    } else {
      parts.invalid(written.line(), UNITS, "[…]", "commune; agency:police; {kind: commune}");
    }
    return cells;
  }

  private List<Granted> waivers(@Nullable Entry entry) {
    if (entry == null) {
      return List.of();
    }
    List<Granted> waivers = new ArrayList<>();
    List<Written> all =
        entry.value() instanceof Listed listed ? listed.parts() : List.of(entry.value());
    for (Written one : all) {
      if (one instanceof Mapped mapped) {
        Map<String, Entry> named = parts.named(mapped, WAIVER_KEYS);
        Map<String, String> cells = new LinkedHashMap<>();
        named.keySet().forEach(key -> cells.put(key, parts.text(named, key)));
        waivers.add(new Granted(one.line(), cells));
      } else {
        parts.invalid(one.line(), "waivers", Parts.shown(one), "{until: 2025-06-30}");
      }
    }
    return waivers;
  }
}
