package vn.doichieu.web.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.doichieu.authoring.TableRows;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.validation.Validation;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.RowEdits;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.wording.Messages;

/** What the page of a draft shows. */
@Component
class DraftViews {

  private final Drafts drafts;
  private final Tables tables;
  private final RowEdits edits;
  private final Checks checks;
  private final RulesVersions versions;
  private final PageText texts;

  DraftViews(
      Drafts drafts,
      Tables tables,
      RowEdits edits,
      Checks checks,
      RulesVersions versions,
      PageText texts) {
    this.drafts = drafts;
    this.tables = tables;
    this.edits = edits;
    this.checks = checks;
    this.versions = versions;
    this.texts = texts;
  }

  /**
   * A row in the list.
   *
   * @param text its sentence; what it is called where it cannot be read
   * @param errors how many things are wrong in it
   * @param doubts how many are doubtful
   * @param state the key of what became of it: {@code same}, {@code changed}, {@code added}
   */
  record Line(
      String table, String key, String seen, String text, int errors, int doubts, String state) {}

  /**
   * A file that is edited as text.
   *
   * @param state as above
   */
  record TextFile(String name, boolean drl, int bytes, String state) {}

  /**
   * A draft.
   *
   * @param targets the rows of targets
   * @param readings the rows of other readings
   * @param gone the keys of rows that are there no more
   * @param seen the mark of its tables
   */
  record View(
      List<Line> targets,
      List<Line> readings,
      List<String> gone,
      List<TextFile> files,
      String seen,
      List<String> errors,
      List<String> doubtful) {

    /** Whether anything differs from what it is based on. */
    public boolean changesAnything() {
      return !gone.isEmpty()
          || targets.stream().anyMatch(line -> !line.state().equals("same"))
          || readings.stream().anyMatch(line -> !line.state().equals("same"))
          || files.stream().anyMatch(file -> !file.state().equals("same"));
    }
  }

  /** A draft as it stands. */
  View of(Draft draft, Locale locale) {
    RuleFileSet files = drafts.files(draft);
    RuleFileSet base = versions.files(versions.version(draft.basedOn()));
    Validation validation = checks.validation(draft.planId(), files);
    RowWords words = new RowWords(validation, texts.messages(locale));
    Map<String, String> before = seen(base, RuleTables.TARGETS);
    before.putAll(seen(base, RuleTables.READINGS));
    List<Line> targets = lines(files, RuleTables.TARGETS, before, words);
    List<Line> readings = lines(files, RuleTables.READINGS, before, words);
    targets.forEach(line -> before.remove(line.table() + " " + line.key()));
    readings.forEach(line -> before.remove(line.table() + " " + line.key()));
    return new View(
        targets,
        readings,
        before.keySet().stream().map(key -> key.substring(key.indexOf(' ') + 1)).toList(),
        textFiles(files, base),
        Tables.mark(files),
        words.errors(),
        words.doubtful());
  }

  private Map<String, String> seen(RuleFileSet base, String table) {
    Map<String, String> seen = new LinkedHashMap<>();
    edits.lines(base, table).forEach(line -> seen.put(table + " " + line.key(), line.seen()));
    return seen;
  }

  private List<Line> lines(
      RuleFileSet files, String table, Map<String, String> before, RowWords words) {
    return RowEdits.lines(tables.rows(files, table).all(), table).stream()
        .map(line -> line(line, table, before, words))
        .toList();
  }

  private static Line line(
      RowEdits.Line line, String table, Map<String, String> before, RowWords words) {
    List<RowWords.Told> told = words.told(table, line.row().line());
    String was = before.get(table + " " + line.key());
    String state = was == null ? "added" : was.equals(line.seen()) ? "same" : "changed";
    int errors = (int) told.stream().filter(RowWords.Told::error).count();
    return new Line(
        table,
        line.key(),
        line.seen(),
        text(line.row(), table, words),
        errors,
        told.size() - errors,
        state);
  }

  private static String text(TableRows.Row row, String table, RowWords words) {
    String column = table.equals(RuleTables.READINGS) ? "says" : "title";
    String sentence = table.equals(RuleTables.READINGS) ? "" : words.sentence(row);
    return sentence.isEmpty() ? row.cells().getOrDefault(column, "") : sentence;
  }

  private static List<TextFile> textFiles(RuleFileSet files, RuleFileSet base) {
    return files.files().entrySet().stream()
        .filter(file -> isText(file.getKey()))
        .map(
            file ->
                new TextFile(
                    file.getKey(),
                    RuleFileSet.isDrl(file.getKey()),
                    file.getValue().length,
                    !base.files().containsKey(file.getKey())
                        ? "added"
                        : files.sameAs(base, file.getKey()) ? "same" : "changed"))
        .toList();
  }

  /**
   * Whether a file is edited as text: all but workbooks and the tables, which are edited by row.
   */
  static boolean isText(String name) {
    return !RuleFileSet.isWorkbook(name)
        && !name.equals(Tables.file(RuleTables.TARGETS))
        && !name.equals(Tables.file(RuleTables.READINGS));
  }

  /** What the cases of a draft come to. */
  Checks.Cases cases(Draft draft) {
    return checks.cases(draft.planId(), drafts.files(draft));
  }

  Messages messages(Locale locale) {
    return texts.messages(locale);
  }
}
