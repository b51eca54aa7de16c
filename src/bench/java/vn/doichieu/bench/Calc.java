package vn.doichieu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.doichieu.bench.Processes.Took;

/**
 * What offices use: the {@link RatioTargets} as formulas of a LibreOffice Calc sheet, converted to
 * CSV without a window, beside {@code check} on the same figures. Whole processes.
 */
final class Calc {

  private static final int ROUNDS = 5;
  private static final Path WORK = HocMon.WORK.resolve("calc").toAbsolutePath();
  private static final String[] OUTPUT = {
    "--format", "csv", "--output", WORK.resolve("check.csv").toString()
  };
  private static final String OFFICE = "soffice";
  private static final String FORMULAS = "LibreOffice Calc, formulas (.ods to .csv)";
  private static final String VALUES = "LibreOffice Calc, the same sheet with plain values";

  private Calc() {}

  /** Times both, after all cells were compared; says so where LibreOffice is not there. */
  static String measure(int units) throws IOException, InterruptedException {
    Optional<String> leftOut = agree(units);
    if (leftOut.isPresent()) {
      return "LibreOffice Calc is left out: " + leftOut.get() + "\n";
    }
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put(FORMULAS, convert("formulas"));
    commands.put(VALUES, convert("values"));
    commands.put("check --format csv, its main class alone", check(units));
    commands.put("./doichieu check --format csv, with its class-data archive", launched(units));
    succeed(launched(units)); // May have to be built, and to make the archive.
    Map<String, Timings> timings = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        System.err.println("calc: " + command.getKey());
        Took took = succeed(command.getValue());
        timings.computeIfAbsent(command.getKey(), n -> new Timings()).add(took);
      }
    }
    HocMon.forget(WORK);
    long findings = (long) units * RatioTargets.COUNT;
    Timings formulas = timings.getOrDefault(FORMULAS, new Timings());
    Timings values = timings.getOrDefault(VALUES, new Timings());
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d units, 12 ratio targets; whole processes%n%n", units))
        .append("| who | least s | median s | user s | peak MiB | × Calc's formulas | user × |\n")
        .append("|---|--:|--:|--:|--:|--:|--:|\n");
    timings.forEach(
        (who, of) ->
            text.append("| " + who + " | ")
                .append(
                    PipelineTable.row(
                        of.least(),
                        of.median(),
                        of.cpu(),
                        of.mebibytes(),
                        of.least() / formulas.least(),
                        of.cpu() / formulas.cpu())));
    return text.append(
            String.format(
                Locale.ROOT,
                "%nCalc's formulas less loading: %,.0f ns a finding (of medians %,.0f).%n",
                (formulas.least() - values.least()) * 1e9 / findings,
                (formulas.median() - values.median()) * 1e9 / findings))
        .toString();
  }

  /**
   * Compares cell for cell.
   *
   * @return why it was left out, if it was
   * @throws IllegalStateException naming the first cell that differs
   */
  static Optional<String> agree(int units) throws IOException, InterruptedException {
    HocMon.forget(WORK);
    Files.createDirectories(WORK);
    List<UnitFigures> figures = RatioTargets.figures(units);
    CalcSheet.write(WORK.resolve("formulas.ods"), figures, true);
    CalcSheet.write(WORK.resolve("values.ods"), figures, false);
    OurRatios.folder(figures);
    try {
      succeed(convert("values")); // Makes LibreOffice's own folder, too.
    } catch (IOException e) {
      return Optional.of("there is no soffice: " + e.getMessage());
    }
    if (!Files.exists(WORK.resolve("values.csv"))) {
      return Optional.of("soffice converts no sheet; is LibreOffice Calc installed?");
    }
    succeed(convert("formulas"));
    succeed(check(units));
    List<RatioFinding> limit = new PlainRatios(figures).judge();
    Map<String, String> ours = ours();
    List<List<String>> cells = cells();
    for (RatioFinding finding : limit) {
      String told = CalcSheet.told(finding);
      String cell = cells.get(finding.unit()).get(finding.target());
      String written = ours.get(key(finding.unit(), finding.target()));
      if (!told.equals(cell) || !told.equals(written)) {
        throw new IllegalStateException(
            finding + ": Calc says " + cell + ", check says " + written);
      }
    }
    if (cells.size() != units || ours.size() != limit.size()) {
      throw new IllegalStateException(cells.size() + " rows of Calc, " + ours.size() + " findings");
    }
    return Optional.empty();
  }

  private static List<String> convert(String name) {
    return List.of(
        OFFICE,
        "-env:UserInstallation=" + WORK.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        WORK.toString(),
        WORK.resolve(name + ".ods").toString());
  }

  private static List<String> check(int units) throws IOException {
    Path folder = OurRatios.folder(units);
    return Program.check(folder, folder, OUTPUT);
  }

  private static List<String> launched(int units) throws IOException {
    Path folder = OurRatios.folder(units).toAbsolutePath();
    return Program.launched(folder, folder, OUTPUT);
  }

  private static Took succeed(List<String> command) throws IOException, InterruptedException {
    Took took = Processes.run(command);
    if (took.exit() == 127) {
      throw new IOException(Files.readString(Processes.errors()).strip());
    } else if (took.exit() > (command.get(0).equals(OFFICE) ? 0 : 1)) {
      throw new IllegalStateException(command + " ends with exit code " + took.exit());
    }
    return took;
  }

  /** The last cells of each row. */
  private static List<List<String>> cells() throws IOException {
    List<List<String>> cells = new ArrayList<>();
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder().ofCsvRecord(WORK.resolve("formulas.csv"))) {
      for (CsvRecord row : rows) {
        int fields = row.getFieldCount();
        cells.add(List.copyOf(row.getFields().subList(fields - RatioTargets.COUNT, fields)));
      }
    }
    return cells;
  }

  /** What check wrote, by unit and target. */
  private static Map<String, String> ours() throws IOException {
    Map<String, String> ours = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(WORK.resolve("check.csv"))) {
      for (NamedCsvRecord row : rows) {
        int unit = Integer.parseInt(row.getField("unit").substring(1));
        int target = Integer.parseInt(row.getField("target").substring(1)) - 1;
        String shortfall = row.getField("shortfall");
        String result = row.getField("result");
        boolean lacks = !shortfall.isEmpty() && !shortfall.equals("0");
        ours.put(key(unit, target), lacks ? result + " " + shortfall : result);
      }
    }
    return ours;
  }

  private static String key(int unit, int target) {
    return unit + "/" + target;
  }
}
