package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.rules.PlanReader;

/** JSON and CSV of the sample data keep to the contract, section 3. */
class FormatsTest {

  private static final String[] RESULTS = {
    "met",
    "not_met",
    "in_progress",
    "missing",
    "not_applicable",
    "invalid",
    "waived",
    "needs_review"
  };
  private static final Run RUN = Run.sample("--format=json");
  private static final Map<String, Object> JSON = Json.read(RUN.out());
  private static final List<Map<String, Object>> FINDINGS = Json.objects(JSON, "findings");

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "csv"})
  void theSameInputGivesTheSameBytes(String format) {
    assertThat(Run.sample("--format", format)).isEqualTo(Run.sample("--format", format));
  }

  @Nested
  class AsJson {

    @Test
    void hasTheKeysOfTheContract() {
      assertThat(JSON).containsKeys("plan", "as_of", "summary", "problems", "findings");
      assertThat(JSON)
          .containsEntry("plan", "hoc_mon_2024")
          .containsEntry("as_of", "2025-02-01")
          .containsEntry("closed", false);
      assertThat(FINDINGS)
          .allSatisfy(
              finding -> {
                assertThat(finding)
                    .containsKeys("target", "unit", "unit_name", "period", "result", "reason")
                    .containsKeys("binding", "flags", "numerator", "denominator", "shortfall")
                    .containsKeys("priority", "citation", "message");
                assertThat(Json.map(finding.get("citation"))).containsOnlyKeys("section", "quote");
                assertThat(finding.get("binding")).isInstanceOf(Boolean.class);
                assertThat(finding.get("flags")).isInstanceOf(List.class);
              });
    }

    @Test
    void hasWholeNumbersOrNull() {
      for (String key : List.of("numerator", "denominator", "shortfall")) {
        assertThat(FINDINGS).allMatch(f -> f.get(key) == null || f.get(key) instanceof Long);
        assertThat(FINDINGS).anyMatch(f -> f.get(key) instanceof Long);
      }
    }

    @Test
    void countsEveryFindingOnceByResultBindingAndOthersApart() {
      Map<String, Object> summary = Json.map(JSON.get("summary"));

      assertThat(Json.map(summary.get("binding"))).isEqualTo(counts(true));
      assertThat(Json.map(summary.get("non_binding"))).isEqualTo(counts(false));
      assertThat(summary.get("total")).isEqualTo((long) FINDINGS.size());
    }

    private Map<String, Object> counts(boolean binding) {
      Map<String, Object> counts = new LinkedHashMap<>();
      for (String result : RESULTS) {
        counts.put(
            result,
            FINDINGS.stream()
                .filter(f -> f.get("result").equals(result) && f.get("binding").equals(binding))
                .count());
      }
      return counts;
    }

    @Test
    void ordersFindingsByTargetThenAreaFirstThenUnitThenPeriod() {
      List<String> targets =
          PlanReader.read(Run.HOME.resolve("rules/hoc_mon_2024")).targets().stream()
              .map(target -> target.id())
              .toList();
      Comparator<Map<String, Object>> order =
          Comparator.comparing((Map<String, Object> f) -> targets.indexOf(f.get("target")))
              .thenComparing(f -> !f.get("unit").equals("HOC_MON"))
              .thenComparing(f -> (String) f.get("unit"))
              .thenComparing(f -> (String) f.get("period"));

      assertThat(FINDINGS).isSortedAccordingTo(order);
    }

    @Test
    void sortsFlags() {
      List<List<?>> flags = FINDINGS.stream().<List<?>>map(f -> (List<?>) f.get("flags")).toList();

      assertThat(flags).anyMatch(list -> list.size() > 1);
      assertThat(flags)
          .allSatisfy(
              list -> assertThat(list.stream().map(String.class::cast).toList()).isSorted());
    }

    @Test
    void namesThePlaceOfEveryProblem() {
      assertThat(Json.objects(JSON, "problems"))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem)
                    .containsEntry("file", "figures.csv")
                    .containsEntry("row", 370L)
                    .containsEntry("column", "value");
                assertThat(problem).containsKeys("sheet", "read", "expected", "action");
                assertThat(RUN.err()).contains((String) problem.get("message"));
              });
    }

    @Test
    void leadsFromAFindingToItsFigures() {
      assertThat(FINDINGS)
          .filteredOn(f -> f.get("target").equals("HM-N6") && f.get("unit").equals("HOC_MON"))
          .singleElement()
          .satisfies(
              finding ->
                  assertThat(Json.objects(finding, "figures"))
                      .first()
                      .satisfies(
                          figure ->
                              assertThat(figure)
                                  .containsEntry("item", "establishments_inspected")
                                  .containsEntry("value", 78L)
                                  .containsEntry("file", "figures.csv")
                                  .containsEntry("row", 19L)));
    }
  }

  @Nested
  class AsCsv {

    private final List<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Run.sample("--format=csv").out()).stream().toList();

    @Test
    void saysWhatJsonSays() {
      List<Map<String, String>> expected = new ArrayList<>();
      for (Map<String, Object> finding : FINDINGS) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String key : rows.get(0).getHeader()) {
          row.put(key, cell(finding, key));
        }
        expected.add(row);
      }

      assertThat(rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList()).isEqualTo(expected);
    }

    private static String cell(Map<String, Object> finding, String key) {
      if (key.equals("warnings")) {
        return warnings(finding);
      }
      Map<String, Object> citation = Json.map(finding.get("citation"));
      Object value = citation.getOrDefault(key, finding.getOrDefault(key, ofAll(key)));
      return value instanceof List<?> words
          ? words.stream()
              .map(AsCsv::word)
              .filter(w -> !w.isEmpty())
              .collect(Collectors.joining(" "))
          : Objects.toString(value, "");
    }

    /** The warnings of the same unit about figures that the finding rests on. */
    private static String warnings(Map<String, Object> finding) {
      List<List<Object>> rests =
          Json.objects(finding, "figures").stream().map(AsCsv::figure).toList();
      return Json.objects(JSON, "warnings").stream()
          .filter(warning -> warning.get("unit").equals(finding.get("unit")))
          .filter(
              w -> Json.objects(w, "figures").stream().map(AsCsv::figure).anyMatch(rests::contains))
          .map(warning -> (String) warning.get("check"))
          .distinct()
          .collect(Collectors.joining("; "));
    }

    private static List<Object> figure(Map<String, Object> figure) {
      return List.of(figure.get("unit"), figure.get("item"), figure.get("period"));
    }

    /** A flag, or what the finding would be under another reading, if that can be told. */
    private static String word(Object flagOrReading) {
      if (flagOrReading instanceof String flag) {
        return flag;
      }
      Map<String, Object> reading = Json.map(flagOrReading);
      Object result = reading.get("result");
      return result == null ? "" : reading.get("reading") + "=" + result;
    }

    /** What JSON says once of all findings stands in each row. */
    private static Object ofAll(String key) {
      Map<String, Object> provenance = Json.map(JSON.get("provenance"));
      return switch (key) {
        case "version" -> provenance.get(key);
        case "rules_hash", "data_hash" -> {
          Map<String, Object> files = Json.map(provenance.get(key.substring(0, key.indexOf('_'))));
          yield "sha256:" + ((String) files.get("sha256")).substring(0, 12);
        }
        default -> JSON.get(key);
      };
    }

    @Test
    void endsWithWhatTheRowComesFrom() {
      assertThat(rows.get(0).getHeader())
          .endsWith(
              "other_readings",
              "warnings",
              "plan",
              "as_of",
              "closed",
              "rules_hash",
              "data_hash",
              "version");
    }

    @Test
    void hasEveryColumnOfTheContract() {
      assertThat(rows.get(0).getHeader())
          .startsWith("target", "unit", "unit_name", "period", "result", "reason", "binding")
          .contains("flags", "numerator", "denominator", "shortfall", "priority", "message");
    }
  }

  @Test
  void theTableSaysWhatJsonCounts() {
    long failing =
        FINDINGS.stream()
            .filter(f -> f.get("binding").equals(true))
            .filter(f -> List.of("not_met", "missing", "invalid").contains(f.get("result")))
            .count();

    assertThat(Run.sample().out()).contains("Có " + failing + " nội dung ràng buộc không đạt");
    assertThat(Run.sample("--lang=en").out()).contains(failing + " binding findings are not met");
  }
}
