package vn.doichieu.drafting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.doichieu.authoring.CsvDocument;
import vn.doichieu.authoring.PlanTables;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.rules.Confirmations;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.wording.Messages;

/**
 * A plan moved to another year: every date, period and year by the difference, all else as it was,
 * and a list of what a person has to confirm before anybody is judged by it.
 */
public final class NextYear {

  private static final String PLAN = "plan.yaml";
  private static final String TEXT = "plan.txt";
  private static final String CASES = "cases";
  private static final List<String> WORDING =
      List.of("title", "title_en", "action", "counted", "says", "says_en");

  private final Path folder;
  private final Plan plan;
  private final PlanTables tables;
  private final int year;
  private final YearShift shift;
  private final Messages messages;
  private final ConfirmationList list;

  private NextYear(Path folder, Plan plan, PlanTables tables, int year, Messages messages) {
    this.folder = folder;
    this.plan = plan;
    this.tables = tables;
    this.year = year;
    this.shift = new YearShift(plan.year(), year - plan.year());
    this.messages = messages;
    this.list = new ConfirmationList(shift, messages);
  }

  /**
   * Reads the plan that is to be moved.
   *
   * @throws InvalidRules if its rules do not compile
   * @throws vn.doichieu.tabular.UnreadableInput if its files cannot be read
   */
  public static NextYear of(Path folder, int year, Messages messages) {
    Plan plan = PlanReader.draft(folder).sound();
    List<Problem> problems = new ArrayList<>();
    PlanTables tables = PlanTables.in(folder, problems);
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return new NextYear(folder, plan, tables, year, messages);
  }

  /** The year that the plan is for now. */
  public int before() {
    return plan.year();
  }

  /** The id of the plan in its new year, which is the name of its folder. */
  public String id() {
    String old = String.valueOf(plan.year());
    return plan.id().contains(old)
        ? plan.id().replace(old, String.valueOf(year))
        : plan.id() + "_" + year;
  }

  /** Where the new folder goes: beside the one it is made from. */
  public Path target() {
    return folder.toAbsolutePath().normalize().resolveSibling(id());
  }

  /**
   * Makes the folder.
   *
   * @return how many lines there are to confirm
   * @throws UncheckedIOException if it exists already, or cannot be written
   * @throws InvalidRules if what was made does not compile, which then is not kept
   */
  public int make() {
    DraftFolder.make(
        target(),
        beside -> {
          Files.writeString(beside.resolve(PLAN), planFile());
          list.add(TEXT, "", messages.text("drafting.text.old", plan.id()), "", "drafting.text");
          list.add(RuleTables.TARGETS, "section, quote", "", "", "drafting.quotes");
          write(beside, RuleTables.TARGETS, tables.targets());
          if (tables.readings().isPresent()) {
            write(beside, RuleTables.READINGS, tables.readings().get());
          }
          copyOthers(beside);
          Plan moved = PlanReader.draft(beside).sound();
          if (!moved.id().equals(id()) || moved.year() != year) {
            throw new IOException(PLAN + ": id " + moved.id() + ", year " + moved.year());
          }
          Files.writeString(beside.resolve(Confirmations.FILE), list.text());
        });
    return list.size();
  }

  private String planFile() {
    Map<String, String> fixed = new LinkedHashMap<>();
    fixed.put("id", '"' + id() + '"');
    fixed.put("year", String.valueOf(year));
    fixed.put("number", "\"\"");
    fixed.put("issued_on", "\"\"");
    PlanYaml yaml = new PlanYaml(TextFile.read(folder.resolve(PLAN)), shift, fixed);
    for (PlanYaml.Value value : yaml.values()) {
      boolean toFill = value.key().equals("number") || value.key().equals("issued_on");
      list.add(PLAN, value.key(), value.before(), value.after(), toFill ? "drafting.to_fill" : "");
    }
    return messages.text("drafting.copied", plan.id(), plan.year(), year) + yaml.text();
  }

  private void write(Path beside, String name, CsvDocument table) throws IOException {
    CsvDocument moved =
        table.edited(
            (row, column, text) -> {
              String after = moved(column, text);
              boolean always = column.equals("threshold") || column.equals("closes_on");
              boolean plainYear = text.equals(String.valueOf(plan.year()));
              boolean told = always ? !text.isEmpty() : !after.equals(text) && !plainYear;
              if (told) {
                list.add(id(name, row), column, text, after, "");
              }
              return after;
            });
    Files.writeString(beside.resolve(name + ".csv"), moved.text());
  }

  private static String id(String table, UnaryOperator<String> row) {
    String target = row.apply("target");
    return table.equals(RuleTables.READINGS) ? target + "/" + row.apply("reading") : target;
  }

  private String moved(String column, String text) {
    if (WORDING.contains(column)) {
      return shift.wording(text);
    }
    return switch (column) {
      case "periods", "closes_on" -> shift.periods(text);
      case "threshold" -> shift.threshold(text);
      case "condition", "inputs" -> shift.formula(text);
      default -> text;
    };
  }

  /** Everything else that stands in the folder: text, cases, DRL. Links are not followed. */
  private void copyOthers(Path beside) throws IOException {
    List<Path> own = PlanReader.files(folder);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).filter(f -> !own.contains(f)).sorted().toList();
    }
    for (Path file : files) {
      Path relative = folder.relativize(file);
      Path copy = beside.resolve(relative.toString());
      Files.createDirectories(copy.getParent() == null ? beside : copy.getParent());
      String name = relative.toString().replace('\\', '/');
      if (name.startsWith(CASES + "/") && name.matches(".*\\.(ya?ml|csv)")) {
        String before = TextFile.read(file);
        String after = shift.text(before);
        Files.writeString(copy, after);
        list.add(name, "", "", "", after.equals(before) ? "" : "drafting.cases");
      } else {
        Files.copy(file, copy);
        if (name.endsWith(".drl")) {
          list.add(name, "", "", "", "drafting.drl");
        }
      }
    }
  }
}
