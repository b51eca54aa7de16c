package vn.doichieu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Provenance.FileSet;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.domain.Warning;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.oracle.RandomFolder;
import vn.doichieu.submission.Delivery;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.Submission;
import vn.doichieu.tabular.CellText;
import vn.doichieu.testing.Delivered;
import vn.doichieu.testing.RegisterRules;

/**
 * Figures of a folder, cut at random into layers with older wrong values under some of them, are
 * the figures of the folder.
 */
class LayeredDeliveriesTest {

  private static final List<String> COLUMNS = List.of("unit", "item", "period", "value");
  private static final String HEADER = String.join(",", COLUMNS) + "\n";
  private static final int SEEDS = 25;
  private static final List<String> WRONG = List.of("1", "77", "no", "có", "2024-05-01", "sai");

  @TempDir Path folder;

  /** Rows by their layer, each at the line where it stands in the folder's file. */
  private record Cut(List<Map<Integer, String>> layers, List<Set<Withdrawal>> withdrawals) {}

  static Stream<String> plans() {
    return RegisterRules.ALL_PLANS.stream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void comeToTheSameFindingsFiguresAndPlaces(String id) throws IOException {
    PreparedPlan prepared = PreparedPlan.read(Path.of(""), RegisterRules.folder(id));
    long superseded = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Path data = folder.resolve("data-" + seed);
      Files.createDirectories(data);
      RegisterRules.writeRandomFolder(data, id, seed);
      Cut cut = cut(rewritten(data.resolve("figures.csv")), prepared.plan(), new Random(seed));

      Evaluation expected =
          new Check(
                  Path.of(""),
                  RegisterRules.folder(id),
                  data,
                  RandomFolder.asOf(seed, RegisterRules.year(id)),
                  RandomFolder.closed(seed))
              .run();
      Path parts = folder.resolve("parts-" + seed);
      Submission submission =
          Delivered.layered(
              data, prepared.plan(), units -> layers(cut, parts, prepared.plan(), units));
      Evaluation found =
          prepared.run(submission, new FileSet(List.of()), expected.asOf(), expected.closed());

      assertThat(texts(found)).as("%s, seed %d", id, seed).isEqualTo(texts(expected));
      superseded += cut.layers().stream().mapToLong(Map::size).sum();
    }
    assertThat(superseded).isGreaterThan(1000);
  }

  /** All that is said of findings, figures and warnings, short enough to be compared by eye. */
  private static List<String> texts(Evaluation evaluation) {
    List<String> texts = new ArrayList<>();
    for (Finding f : evaluation.findings()) {
      texts.add(
          "%s %s %s: %s %s %s %s %s/%s %s %s"
              .formatted(
                  f.target().id(),
                  f.unit().code(),
                  f.period(),
                  f.reason(),
                  f.basis(),
                  f.binding(),
                  f.flags(),
                  f.numerator(),
                  f.denominator(),
                  f.shortfall(),
                  f.waiver()));
      evaluation.evidence().apply(f).forEach(figure -> texts.add(text(figure)));
    }
    for (Warning warning : evaluation.warnings()) {
      texts.add(warning.check().code() + " " + warning.numbers());
      warning.figures().forEach(figure -> texts.add(text(figure)));
    }
    return texts;
  }

  private static String text(Figure figure) {
    return "%s %s %s: %s %d at %s"
        .formatted(
            figure.unit().code(),
            figure.item().code(),
            figure.period(),
            figure.state(),
            figure.value(),
            figure.location());
  }

  /** The file with a row in each line, so that a row can be left out and the others stay put. */
  private static List<List<String>> rewritten(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    StringBuilder csv = new StringBuilder(HEADER);
    for (Map<String, String> row : NaiveEvaluation.readCsv(file)) {
      List<String> cells = COLUMNS.stream().map(row::get).toList();
      rows.add(cells);
      csv.append(line(cells));
    }
    Files.writeString(file, csv);
    return rows;
  }

  private static String line(List<String> cells) {
    return cells.stream()
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static Cut cut(List<List<String>> rows, Plan plan, Random random) {
    int count = 1 + random.nextInt(6);
    Cut cut = new Cut(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < count; i++) {
      cut.layers().add(new HashMap<>());
      cut.withdrawals().add(new HashSet<>());
    }
    Map<List<String>, Integer> layerOf = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      int layer = layerOf.computeIfAbsent(key(row), key -> random.nextInt(count));
      cut.layers().get(layer).put(i, line(row));
      boolean blank =
          CellText.clean(row.get(3)).isEmpty(); // The same as no row: nothing would be superseded.
      if (layer > 0 && !blank && random.nextBoolean()) {
        int older = random.nextInt(layer);
        cut.layers().get(older).put(i, line(wrong(row, random)));
        if (random.nextInt(4) == 0) { // Taken back before it is given again.
          cut.withdrawals().get(older + random.nextInt(layer - older)).add(withdrawal(row));
        }
      }
    }
    if (count > 1) {
      takeBack(rows, plan, cut, random);
    }
    return cut;
  }

  /** Some figures that the folder has not were there once. */
  private static void takeBack(List<List<String>> rows, Plan plan, Cut cut, Random random) {
    Set<List<String>> known = rows.stream().map(row -> key(row)).collect(Collectors.toSet());
    List<String> units = rows.stream().map(row -> key(row).get(0)).distinct().toList();
    List<Input> inputs =
        plan.judged()
            .flatMap(t -> t.periods().stream().flatMap(p -> plan.inputs(t, p).stream()))
            .distinct()
            .toList();
    int line = rows.size();
    for (int i = 0; i < 40 && !units.isEmpty(); i++) {
      Input input = inputs.get(random.nextInt(inputs.size()));
      String unit = units.get(random.nextInt(units.size()));
      List<String> row = List.of(unit, input.item().code(), input.period().text(), "3");
      if (known.add(key(row))) {
        cut.layers().get(0).put(line++, line(wrong(row, random)));
        int later = random.nextInt(cut.layers().size());
        cut.withdrawals().get(later).add(withdrawal(row));
      }
    }
  }

  private static List<String> key(List<String> row) {
    return row.subList(0, 3).stream().map(CellText::clean).toList();
  }

  private static List<String> wrong(List<String> row, Random random) {
    List<String> wrong = new ArrayList<>(row);
    wrong.set(3, WRONG.get(random.nextInt(WRONG.size())));
    return wrong;
  }

  private static Withdrawal withdrawal(List<String> row) {
    List<String> key = key(row);
    return new Withdrawal(key.get(0), key.get(1), key.get(2));
  }

  private static List<Layer> layers(Cut cut, Path parts, Plan plan, ReportingUnits units) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < cut.layers().size(); i++) {
      Map<Integer, String> rows = cut.layers().get(i);
      int last = rows.keySet().stream().mapToInt(line -> line).max().orElse(-1);
      StringBuilder csv = new StringBuilder(HEADER);
      for (int line = 0; line <= last; line++) {
        csv.append(rows.getOrDefault(line, "\n"));
      }
      Path part = parts.resolve(Integer.toString(i));
      try {
        Files.createDirectories(part);
        Files.writeString(part.resolve("figures.csv"), csv);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      layers.add(new Layer(Delivery.read(part, plan, units), cut.withdrawals().get(i)));
    }
    return layers;
  }
}
