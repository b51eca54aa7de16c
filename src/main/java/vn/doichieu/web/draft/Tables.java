package vn.doichieu.web.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.doichieu.authoring.CsvDocument;
import vn.doichieu.authoring.PlanTables;
import vn.doichieu.authoring.TableRows;
import vn.doichieu.domain.Problem;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.store.WorkFolder;

/** The tables among a plan's rule files, by their names: {@code targets}, {@code readings}. */
@Component
public class Tables {

  private static final String CSV = ".csv";
  private static final String XLSX = ".xlsx";
  private static final int MARK_DIGITS = 16;

  private final WorkFolder work;

  Tables(WorkFolder work) {
    this.work = work;
  }

  /** The file of a table. */
  public static String file(String table) {
    return table + CSV;
  }

  /** What tells whether a table has changed: the same tables have the same mark. */
  public static String mark(RuleFileSet files) {
    SortedMap<String, byte[]> tables = new TreeMap<>(files.files());
    tables.keySet().retainAll(List.of(file(RuleTables.TARGETS), file(RuleTables.READINGS)));
    return new RuleFileSet(tables).hash().substring(0, MARK_DIGITS);
  }

  /** The columns that together tell a row from all others. */
  public static List<String> key(String table) {
    return table.equals(RuleTables.READINGS) ? List.of("target", "reading") : List.of("target");
  }

  /** Does something with a folder of the files, which goes by the plan's name and is gone then. */
  public <T> T unpacked(String planId, RuleFileSet files, Function<Path, T> use) {
    return work.temporary(
        folder -> {
          Path plan = folder.resolve(planId);
          files.writeTo(plan);
          return use.apply(plan);
        });
  }

  /** The rows of a table; none if there is no such file. */
  public TableRows rows(RuleFileSet files, String table) {
    byte[] content = files.files().get(file(table));
    if (content == null) {
      return TableRows.of(CsvDocument.of(List.of(), List.of(RuleTables.READING_COLUMNS)));
    }
    return work.temporary(
        folder -> {
          try {
            Path file = Files.write(folder.resolve(file(table)), content);
            return TableRows.of(CsvDocument.read(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The files with other rows of a table. */
  public RuleFileSet with(RuleFileSet files, String table, TableRows rows) {
    return files.with(file(table), rows.text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Stops tables that are none: their rows could not be edited any more.
   *
   * @throws vn.doichieu.tabular.UnreadableInput naming what is wrong with them
   */
  public void mustRead(String planId, RuleFileSet files) {
    unpacked(
        planId,
        files,
        folder -> {
          RuleTables all = RuleTables.in(folder);
          all.targets(new ArrayList<>());
          return all.readings(new ArrayList<>());
        });
  }

  /** The files with tables as text instead of workbooks, so that rows can be edited. */
  public RuleFileSet asText(String planId, RuleFileSet files) {
    if (files.files().keySet().stream().noneMatch(RuleFileSet::isWorkbook)) {
      return files;
    }
    return unpacked(
        planId,
        files,
        folder -> {
          List<Problem> problems = new ArrayList<>();
          PlanTables tables = PlanTables.in(folder, problems);
          RuleFileSet text = with(files, RuleTables.TARGETS, TableRows.of(tables.targets()));
          if (tables.readings().isPresent()) {
            text = with(text, RuleTables.READINGS, TableRows.of(tables.readings().get()));
          }
          return text.without(RuleTables.TARGETS + XLSX).without(RuleTables.READINGS + XLSX);
        });
  }
}
