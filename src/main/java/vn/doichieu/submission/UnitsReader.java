package vn.doichieu.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads {@code units.csv} (contract, section 2). Without a sound tree of units nothing is judged.
 */
public final class UnitsReader {

  private static final String CODE = "code";
  private static final String NAME = "name";
  private static final String KIND = "kind";
  private static final String ROLE = "role";
  private static final String GROUP = "group";
  private static final String PARENT = "parent";

  /** The columns that a table of units has to have. */
  public static final List<String> COLUMNS = List.of(CODE, NAME, KIND, ROLE, PARENT);

  /** The kinds by the words for them: a stream over them for every row would cost a fifth more. */
  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(Kind::code, kind -> kind));

  private record Row(
      int number,
      int line,
      String code,
      String name,
      Kind kind,
      @Nullable String role,
      String group,
      String parent) {}

  private final Map<String, Row> rows = new HashMap<>();
  private final List<Row> inOrder = new ArrayList<>();
  private final ProblemLog fatal;
  private final ProblemLog remarks;

  private final int codeColumn;
  private final int nameColumn;
  private final int kindColumn;
  private final int roleColumn;
  private final int groupColumn;
  private final int parentColumn;

  private UnitsReader(Table table) {
    codeColumn = table.column(CODE);
    nameColumn = table.column(NAME);
    kindColumn = table.column(KIND);
    roleColumn = table.column(ROLE);
    groupColumn = table.column(GROUP);
    parentColumn = table.column(PARENT);
    fatal = new ProblemLog(table);
    remarks = ProblemLog.withRemarksOn(table);
  }

  /**
   * Reads a file of units.
   *
   * @param problems receives what can be lived with
   * @throws UnreadableInput naming every row without which there is no sound tree
   */
  public static ReportingUnits read(Path file, List<Problem> problems) {
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      return read(table, problems);
    }
  }

  /** Reads a table with the {@link #COLUMNS}. Throws as above. */
  public static ReportingUnits read(Table table, List<Problem> problems) {
    UnitsReader reader = new UnitsReader(table);
    for (String column : table.header()) {
      if (!column.equals(NAME) && PersonalData.isColumn(column)) {
        reader.fatal.add(Problem.Kind.PERSONAL_COLUMN, table.headerRow(), column, column);
      }
    }
    table.forEach(row -> reader.add(table, row));
    ReportingUnits units = reader.tree();
    problems.addAll(reader.remarks.problems());
    return units;
  }

  private void add(Table table, Table.Row row) {
    for (int i = 0; i < row.cells(); i++) {
      if (PersonalData.isNumber(row.cell(i))) {
        String column = i < table.header().size() ? table.header().get(i) : NAME;
        fatal.add(Problem.Kind.PERSONAL_VALUE, row.line(), column, null);
        return;
      }
    }
    String code = row.cell(codeColumn);
    String name = row.cell(nameColumn);
    String kindText = row.cell(kindColumn);
    String role = row.cell(roleColumn);
    Kind kind = KINDS.get(kindText);
    if (row.hasExtraCells()) {
      fatal.add(Problem.Kind.WRONG_CELL_COUNT, row.line(), CODE, row.text());
      return;
    }
    if (code.isEmpty()) {
      fatal.add(Problem.Kind.BLANK_CODE, row.line(), CODE, row.text());
      return;
    }
    if (kind == null) { // Its place in the tree still counts: one cause is one problem.
      fatal.add(
          Problem.Kind.UNKNOWN_KIND,
          row.line(),
          KIND,
          kindText,
          Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", ")));
    }
    boolean agency = kind == Kind.AGENCY;
    if (agency && role.isEmpty()) {
      remarks.add(Problem.Kind.AGENCY_WITHOUT_ROLE, row.line(), ROLE, code);
    }
    Row unit =
        new Row(
            inOrder.size(),
            row.line(),
            code,
            name.isEmpty() ? code : name,
            kind == null ? Kind.AGENCY : kind,
            agency && !role.isEmpty() ? role : null,
            row.cell(groupColumn).toLowerCase(Locale.ROOT),
            row.cell(parentColumn));
    Row first = rows.putIfAbsent(code, unit);
    if (first == null) {
      inOrder.add(unit);
    } else {
      fatal.add(
          Problem.Kind.DUPLICATE_UNIT, row.line(), CODE, code, Integer.toString(first.line()));
    }
  }

  private ReportingUnits tree() {
    List<Row> areas = inOrder.stream().filter(row -> row.parent().isEmpty()).toList();
    if (areas.isEmpty()) {
      fatal.add(Problem.Kind.NO_AREA, 1, PARENT, null);
    } else if (areas.size() > 1) {
      String codes = areas.stream().map(Row::code).collect(Collectors.joining(", "));
      fatal.add(Problem.Kind.SEVERAL_AREAS, areas.get(1).line(), PARENT, codes);
    }
    for (Row row : inOrder) {
      if (!row.parent().isEmpty() && !rows.containsKey(row.parent())) {
        fatal.addCause(Problem.Kind.UNKNOWN_PARENT, row.line(), PARENT, row.parent());
      }
    }
    reportCycles();
    if (!fatal.problems().isEmpty()) {
      throw new UnreadableInput(fatal.problems());
    }
    return units(areas.get(0));
  }

  /** Walks up from every unit; a walk that meets itself is a cycle, reported once. */
  private void reportCycles() {
    int[] walks = new int[inOrder.size()]; // The walk that came by a unit first; 0 for none yet.
    for (Row start : inOrder) {
      int walk = start.number() + 1;
      Row row = start;
      while (row != null && walks[row.number()] == 0) {
        walks[row.number()] = walk;
        row = rows.get(row.parent());
      }
      if (row != null && walks[row.number()] == walk) {
        fatal.add(Problem.Kind.PARENT_CYCLE, row.line(), PARENT, row.code());
      }
    }
  }

  private ReportingUnits units(Row areaRow) {
    inOrder.sort(Comparator.comparing(Row::code));
    List<ReportingUnit> all = new ArrayList<>(inOrder.size());
    ReportingUnit area = null;
    for (Row row : inOrder) {
      ReportingUnit unit =
          new ReportingUnit(
              all.size(), row.code(), row.name(), row.kind(), row.role(), row.group());
      all.add(unit);
      area = row == areaRow ? unit : area;
    }
    return new ReportingUnits(all, Objects.requireNonNull(area));
  }
}
