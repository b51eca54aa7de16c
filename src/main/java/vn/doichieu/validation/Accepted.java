package vn.doichieu.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.doubt.Remark;
import vn.doichieu.doubt.Remark.Kind;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.NearestWord;
import vn.doichieu.tabular.Table;

/**
 * The doubtful things that somebody looked at and let stand: {@code accepted.csv} beside the rule
 * files, one row each, with the reason. A row is used for every remark of its kind on its subject.
 */
final class Accepted {

  private static final String FILE = "accepted.csv";

  private static final String TARGET = "target";
  private static final String REMARK = "remark";
  private static final String WHY = "why";

  private record Row(SourceLocation place, String subject, String code, String why) {}

  private final List<Row> rows = new ArrayList<>();
  private final Set<Row> used = new HashSet<>();

  private Accepted() {}

  /**
   * Reads the file of a plan's folder; without one nothing is accepted.
   *
   * @throws vn.doichieu.tabular.UnreadableInput if it is no table of these columns
   */
  static Accepted read(Path folder) {
    Accepted accepted = new Accepted();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      try (CsvTable table = CsvTable.open(file, List.of(TARGET, REMARK, WHY))) {
        table.forEach(row -> accepted.rows.add(row(table, row)));
      }
    }
    return accepted;
  }

  private static Row row(CsvTable table, Table.Row row) {
    return new Row(
        SourceLocation.of(table.name(), row.line()),
        row.cell(table.column(TARGET)),
        row.cell(table.column(REMARK)),
        row.cell(table.column(WHY)));
  }

  /** Why a remark was accepted; empty if it was not, or nobody says why. */
  Optional<String> why(Remark remark) {
    Optional<Row> row =
        rows.stream()
            .filter(r -> r.subject().equals(remark.subject()))
            .filter(r -> r.code().equals(remark.kind().code()))
            .findFirst();
    row.ifPresent(used::add);
    return row.map(Row::why).filter(why -> !why.isEmpty());
  }

  /** What is doubtful about the rows themselves, after every remark was asked about. */
  Stream<Remark> remarks() {
    List<String> codes = Arrays.stream(Kind.values()).map(Kind::code).toList();
    return rows.stream()
        .flatMap(
            row -> {
              if (!used.contains(row)) {
                boolean known = codes.contains(row.code());
                String near = known ? "" : NearestWord.of(row.code(), codes);
                return Stream.of(remark(Kind.ACCEPTED_UNMATCHED, row, REMARK, row.code(), near));
              }
              return row.why().isEmpty()
                  ? Stream.of(remark(Kind.ACCEPTED_WITHOUT_WHY, row, WHY, row.code(), ""))
                  : Stream.empty();
            });
  }

  private static Remark remark(Kind kind, Row row, String column, String read, String near) {
    SourceLocation place = SourceLocation.of(row.place().file(), row.place().row(), column);
    return new Remark(kind, place, row.subject(), read, near);
  }
}
