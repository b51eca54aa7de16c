package vn.doichieu.web.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.doichieu.authoring.TableRows;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.web.draft.Checks;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.RowEdits;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.wording.Messages;

/** What the page of one row shows. */
@Component
class RowViews {

  private final Drafts drafts;
  private final Tables tables;
  private final RowEdits edits;
  private final Checks checks;
  private final PageText texts;

  RowViews(Drafts drafts, Tables tables, RowEdits edits, Checks checks, PageText texts) {
    this.drafts = drafts;
    this.tables = tables;
    this.edits = edits;
    this.checks = checks;
    this.texts = texts;
  }

  /**
   * A row as somebody typed it.
   *
   * @param key the row; empty for a new one
   * @param after the row that a new one goes behind
   * @param seen the row as it was opened
   */
  record Typed(String table, String key, String after, String seen, Map<String, String> cells) {}

  /**
   * A row.
   *
   * @param told of the row as a whole
   * @param sentence what it asks; empty if it cannot be read
   * @param cases of its target
   * @param refused why it was not kept; empty if nothing is wrong
   * @param stored what stands there now, where somebody was faster: column and text
   */
  record View(
      String table,
      String key,
      String after,
      String seen,
      List<RowWords.Field> fields,
      List<RowWords.Told> told,
      String sentence,
      String drl,
      List<CaseWords.Ran> cases,
      List<String> caseProblems,
      String refused,
      Map<String, String> stored) {

    /** Whether anything is wrong in any cell. */
    public boolean hasErrors() {
      return told.stream().anyMatch(RowWords.Told::error);
    }

    /** How many cases pass. */
    public long passed() {
      return cases.stream().filter(CaseWords.Ran::passes).count();
    }

    /** What is told of no single cell. */
    public List<RowWords.Told> ofRow() {
      return told.stream()
          .filter(t -> fields.stream().noneMatch(f -> f.column().equals(t.column())))
          .toList();
    }
  }

  /** The row as it stands in the draft; a new one, or a copy of one. */
  View stored(Draft draft, String table, String key, String copy, Locale locale) {
    RuleFileSet files = drafts.files(draft);
    List<RowEdits.Line> lines = edits.lines(files, table);
    if (key.isEmpty()) {
      Map<String, String> cells = new LinkedHashMap<>();
      if (!copy.isEmpty()) {
        cells.putAll(RowEdits.line(lines, copy).row().cells());
        cells.put(table.equals(RuleTables.READINGS) ? "reading" : "target", "");
      }
      Typed blank = new Typed(table, "", copy, "", cells);
      return plain(files, blank, "", Map.of(), locale);
    }
    RowEdits.Line line = RowEdits.line(lines, key);
    Typed typed = new Typed(table, key, "", line.seen(), line.row().cells());
    return view(draft.planId(), files, typed, line.index(), locale);
  }

  /** A row as it was typed, with what would be told of it. */
  View typed(Draft draft, Typed typed, Locale locale) {
    RuleFileSet files = drafts.files(draft);
    int index = edits.index(files, typed.table(), typed.key(), typed.after());
    RuleFileSet trial =
        edits.typed(files, typed.table(), typed.key(), typed.after(), typed.cells());
    return view(draft.planId(), trial, typed, index, locale);
  }

  private View view(String planId, RuleFileSet files, Typed typed, int index, Locale locale) {
    Messages messages = texts.messages(locale);
    TableRows rows = tables.rows(files, typed.table());
    TableRows.Row row = rows.all().get(index);
    RowWords words = new RowWords(checks.validation(planId, files), messages);
    List<RowWords.Told> told = words.told(typed.table(), row.line());
    boolean target = typed.table().equals(RuleTables.TARGETS);
    String id = row.cells().getOrDefault("target", "");
    boolean runs = target && !words.targets(row).isEmpty();
    Checks.Cases cases =
        runs ? checks.cases(planId, files, id) : new Checks.Cases(List.of(), List.of());
    CaseWords caseWords = new CaseWords(messages);
    return new View(
        typed.table(),
        typed.key(),
        typed.after(),
        typed.seen(),
        RowWords.fields(rows.columns(), typed.cells(), told, messages),
        told,
        target ? words.sentence(row) : "",
        target ? words.drl(row) : "",
        caseWords.of(cases),
        caseWords.problems(cases),
        "",
        Map.of());
  }

  /**
   * A row as it was typed, which was not kept.
   *
   * @param overtaken whether somebody else changed it: then what stands there now is shown, and
   *     saving once more puts what was typed in its place
   */
  View refused(Draft draft, Typed typed, String why, boolean overtaken, Locale locale) {
    RuleFileSet files = drafts.files(draft);
    if (!overtaken) {
      return plain(files, typed, why, Map.of(), locale);
    }
    return edits.lines(files, typed.table()).stream()
        .filter(line -> line.key().equals(typed.key()))
        .findFirst()
        .map(
            line ->
                plain(
                    files,
                    new Typed(
                        typed.table(), typed.key(), typed.after(), line.seen(), typed.cells()),
                    why,
                    line.row().cells(),
                    locale))
        .orElseGet( // Taken out meanwhile: what was typed would be a new row.
            () ->
                plain(
                    files,
                    new Typed(typed.table(), "", "", "", typed.cells()),
                    why,
                    Map.of(),
                    locale));
  }

  private View plain(
      RuleFileSet files, Typed typed, String why, Map<String, String> stored, Locale locale) {
    Map<String, String> others = new LinkedHashMap<>(stored);
    others
        .entrySet()
        .removeIf(cell -> cell.getValue().equals(typed.cells().getOrDefault(cell.getKey(), "")));
    return new View(
        typed.table(),
        typed.key(),
        typed.after(),
        typed.seen(),
        RowWords.fields(
            tables.rows(files, typed.table()).columns(),
            typed.cells(),
            List.of(),
            texts.messages(locale)),
        List.of(),
        "",
        "",
        List.of(),
        List.of(),
        why,
        others);
  }

  /** What a row that was kept is known by now. */
  String keyAfterSaving(Draft draft, Typed typed) {
    List<RowEdits.Line> lines = edits.lines(drafts.files(draft), typed.table());
    String id =
        String.join(
            "/",
            Tables.key(typed.table()).stream()
                .map(column -> typed.cells().getOrDefault(column, "").strip())
                .toList());
    return lines.stream()
        .map(RowEdits.Line::key)
        .filter(key -> key.equals(id))
        .findFirst()
        .orElseGet(
            () ->
                lines.stream()
                    .map(RowEdits.Line::key)
                    .filter(key -> key.equals(typed.key()))
                    .findFirst()
                    .orElse(lines.get(lines.size() - 1).key()));
  }
}
