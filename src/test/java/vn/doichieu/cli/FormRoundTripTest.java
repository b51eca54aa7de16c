package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.oracle.NaiveEvaluation;
import vn.doichieu.testing.FilledForm;
import vn.doichieu.testing.LibreOffice;

/**
 * Form, filled in by a program, re-saved by LibreOffice, checked: the same findings as from CSV,
 * byte for byte but for the places.
 */
@Tag("once")
class FormRoundTripTest {

  private static final Pattern PLACE =
      Pattern.compile(
          "\"file\":(?:null|\"(?:[^\"\\\\]|\\\\.)*\"),\"sheet\":(?:null|\"(?:[^\"\\\\]|\\\\.)*\"),"
              + "\"row\":(?:null|[0-9]+),\"column\":(?:null|\"(?:[^\"\\\\]|\\\\.)*\")");

  /** The same place in a sentence. */
  private static final Pattern PLACE_IN_WORDS =
      Pattern.compile("\\((?:figures\\.csv|[a-z_0-9]+\\.xlsx)[^)]*\\)");

  @TempDir private static Path folder;

  private record Trip(String plan, String layout) {

    Path sample() {
      return Run.HOME.resolve("sample-data").resolve(plan);
    }

    String name() {
      return plan + "_" + layout + ".xlsx";
    }

    String asOf() {
      return "--as-of=" + (Integer.parseInt(plan.substring(plan.length() - 4)) + 1) + "-02-01";
    }
  }

  static Stream<Trip> trips() throws IOException {
    try (Stream<Path> plans = Files.list(Run.HOME.resolve("rules"))) {
      List<String> names =
          plans
              .filter(rules -> Files.exists(rules.resolve("plan.yaml")))
              .map(rules -> rules.getFileName().toString())
              .sorted()
              .toList();
      assertThat(names).hasSize(5);
      return names.stream()
          .flatMap(plan -> Stream.of(new Trip(plan, "sheets"), new Trip(plan, "wide")));
    }
  }

  /** Makes and fills in all forms, so that LibreOffice starts only once. */
  @BeforeAll
  static void fillAndSave() throws Exception {
    LibreOffice.require();
    List<Path> filled = new ArrayList<>();
    for (Trip trip : trips().toList()) {
      Path form = folder.resolve("blank-" + trip.name());
      Run made =
          Run.of(
              "form",
              trip.plan(),
              "--units=" + trip.sample().resolve("units.csv"),
              "--output=" + form,
              "--layout=" + trip.layout());
      assertThat(made.exit()).as(made.err()).isZero();
      try (FilledForm clerk = FilledForm.of(form)) {
        assertThat(clerk.fill(figures(trip))).as("figures without a cell").isZero();
        filled.add(clerk.save(folder.resolve("filled").resolve(trip.name())));
      }
    }
    LibreOffice.save(filled, "xlsx", Files.createDirectory(folder.resolve("saved")));
  }

  private static List<Map<String, String>> figures(Trip trip) {
    return NaiveEvaluation.readCsv(trip.sample().resolve("figures.csv"));
  }

  @ParameterizedTest
  @MethodSource("trips")
  void givesTheSameFindings(Trip trip) throws IOException {
    Path data = dataFolder(trip, trip.name());
    Files.copy(folder.resolve("saved").resolve(trip.name()), data.resolve(trip.name()));

    Run run = check(trip, data);
    Run csv = check(trip, trip.sample());

    assertThat(findings(run)).isEqualTo(findings(csv)).hasSizeGreaterThan(1000);
    assertThat(run.exit()).isEqualTo(csv.exit());
  }

  @Test
  void givesTheSameFromAFileForEachUnit() throws IOException {
    Trip trip = new Trip("hoc_mon_2024", "sheets");
    Path data = dataFolder(trip, "each");
    for (Map<String, String> unit : NaiveEvaluation.readCsv(trip.sample().resolve("units.csv"))) {
      String code = unit.get("code");
      Path form = folder.resolve(code + ".xlsx");
      Run.of(
          "form",
          trip.plan(),
          "--units=" + trip.sample().resolve("units.csv"),
          "--output=" + form,
          "--unit=" + code);
      try (FilledForm clerk = FilledForm.of(form)) {
        clerk.fill(figures(trip).stream().filter(f -> f.get("unit").equals(code)).toList());
        clerk.save(data.resolve(code.toLowerCase(Locale.ROOT) + ".xlsx"));
      }
    }

    assertThat(findings(check(trip, data))).isEqualTo(findings(check(trip, trip.sample())));
  }

  /** A copy of the sample's folder without its figures. */
  private static Path dataFolder(Trip trip, String name) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data-" + name));
    for (String file : List.of("units.csv", "waivers.csv", "explanations.csv")) {
      if (Files.exists(trip.sample().resolve(file))) {
        Files.copy(trip.sample().resolve(file), data.resolve(file));
      }
    }
    return data;
  }

  private static Run check(Trip trip, Path data) {
    Run run =
        Run.of("check", trip.plan(), "--data=" + data, trip.asOf(), "--format=json", "--lang=vi");
    assertThat(run.exit()).as(run.err()).isLessThan(2);
    return run;
  }

  /** The warnings and findings, without places. */
  private static String findings(Run run) {
    String findings = run.out().substring(run.out().indexOf("\"warnings\":["));
    return PLACE_IN_WORDS.matcher(PLACE.matcher(findings).replaceAll("")).replaceAll("");
  }
}
