package vn.doichieu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.submission.Delivery;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.tabular.CsvTable;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.Table;

/** A data folder taken apart: its figures as deliveries, the rest as tables. */
public final class Delivered {

  private Delivered() {}

  /** What a folder comes to with all its figures as one delivery, copied to another folder. */
  public static Submission whole(Path data, Path copied, Plan plan) {
    copyFigures(data, copied);
    return layered(data, plan, units -> List.of(new Layer(Delivery.read(copied, plan, units))));
  }

  /** What layers come to, with the units, waivers and explanations of a folder. */
  public static Submission layered(
      Path data, Plan plan, Function<ReportingUnits, List<Layer>> layers) {
    List<Problem> problems = new ArrayList<>();
    ReportingUnits units = UnitsReader.read(data.resolve("units.csv"), problems);
    try (Table waivers = table(data.resolve("waivers.csv"), Submission.WAIVER_COLUMNS);
        Table explanations =
            table(data.resolve("explanations.csv"), Submission.EXPLANATION_COLUMNS)) {
      return Submission.of(plan, units, problems, layers.apply(units), waivers, explanations);
    }
  }

  private static Table table(Path file, List<String> columns) {
    return Files.exists(file)
        ? CsvTable.open(file, columns)
        : new ListTable(String.valueOf(file.getFileName()), columns, List.of());
  }

  private static void copyFigures(Path data, Path to) {
    try (Stream<Path> files = Files.list(data)) {
      Files.createDirectories(to);
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("figures.") || name.endsWith(".xlsx")) {
          Files.copy(file, to.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
