package vn.doichieu.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.check.Check;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/**
 * What each wide form comes to just under, on and just over its limits, and with figures that are
 * absent, invalid or 0: as reckoned by hand, and as the rules find.
 */
class WideFormsTest {

  @TempDir private Path folder;

  /** The first finding, of figures as "x1 done 2024 3; ..." where h, done and 2024 go unsaid. */
  private Explanation explain(SmallPlan plan, String figures) {
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .figures(
                Arrays.stream(figures.split("; *"))
                    .filter(figure -> !figure.isBlank())
                    .map(figure -> String.join(",", figure.strip().split(" ")))
                    .toArray(String[]::new));
    Explainer explainer =
        new Check(Path.of(""), plan.write(), data.path(), LocalDate.of(2028, 1, 1), false)
            .explained();
    Explanation explanation = explainer.explain(explainer.evaluation().findings().get(0));
    assertThat(explanation.disagreements()).isEmpty();
    return explanation;
  }

  private SmallPlan plan(String kind, String... cells) {
    return new SmallPlan(folder.resolve("rules")).target("T1", kind, cells);
  }

  private static void assertComesTo(Explanation explanation, String reason, String shortfall) {
    assertThat(explanation.byFigures().reason().code()).isEqualTo(reason);
    assertThat(Objects.toString(explanation.byFigures().shortfall(), "")).isEqualTo(shortfall);
    assertThat(explanation.steps()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}/{4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ratio|<=|30%|29|100|met|0",
        "ratio|<=|30%|30|100|met|0",
        "ratio|<=|30%|31|100|above_threshold|1",
        "ratio|<=|30%|0|100|met|0",
        "ratio|<=|30%|0|0|no_denominator|",
        "ratio|<=|30%|-|100|figure_missing|",
        "ratio|<=|30%|30|-|figure_missing|",
        "ratio|<=|30%|nhiều|100|figure_invalid|",
        "ratio|<=|30%|101|100|figure_invalid|",
        "ratio|<|1/2|49|100|met|0",
        "ratio|<|1/2|50|100|above_threshold|1",
        "ratio|=|50%|49|100|below_threshold|1",
        "ratio|=|50%|50|100|met|0",
        "ratio|=|50%|52|100|above_threshold|2",
        "ratio|between|20%..30%|19|100|below_threshold|1",
        "ratio|between|20%..30%|20|100|met|0",
        "ratio|between|20%..30%|30|100|met|0",
        "ratio|between|20%..30%|31|100|above_threshold|1",
        "ratio|range|20%..30%|19|100|below_threshold|1",
        "ratio|range|20%..30%|30|100|met|0",
        "ratio|range|20%..30%|31|100|exceeded|0",
        "ratio|>=|10/10|9|10|below_threshold|1",
        "ratio|>=|10/10|10|10|met|0",
        "rate|>=|5 per 1,000|4|1000|below_threshold|1",
        "rate|>=|5 per 1,000|5|1000|met|0",
        "rate|>=|5 per 1,000|2000|1000|met|0",
        "rate|>=|5 per 1,000|5|0|no_denominator|",
        "rate|<=|12,5 per 100,000|12|100000|met|0",
        "rate|<=|12,5 per 100,000|13|100000|above_threshold|1",
        "rate|<=|12,5 per 100,000|25|200000|met|0"
      })
  void aRatioOrRateAtOneUnit(
      String kind,
      String comparator,
      String threshold,
      String n,
      String d,
      String reason,
      String shortfall) {
    SmallPlan plan =
        plan(
            kind,
            "comparator",
            comparator,
            "threshold",
            threshold,
            "inputs",
            "done / total",
            "applies_to",
            "");

    String figures =
        (n == null ? "" : "h done 2024 " + n + "; ") + (d == null ? "" : "h total 2024 " + d);
    assertComesTo(explain(plan, figures), reason, Objects.toString(shortfall, ""));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio|<=|30%|3/10|3/10|met|0",
        "ratio|<=|30%|3/10|4/10|above_threshold|1",
        "ratio|<=|30%|0/10|?/6|undetermined|",
        "ratio|<=|50%|1/10|?/6|met|0",
        "ratio|<=|30%|9/10|?/6|above_threshold|5",
        "ratio|<=|30%|1/10|x/6|figure_invalid|",
        "ratio|=|50%|3/10|?/6|undetermined|",
        "ratio|=|50%|9/10|?/6|above_threshold|1",
        "ratio|=|50%|1/10|?/6|below_threshold|1",
        "ratio|between|40%..60%|6/10|?/1|undetermined|",
        "ratio|between|40%..60%|5/10|?/1|met|0",
        "ratio|range|20%..30%|9/10|?/2|exceeded|0",
        "ratio|range|20%..30%|3/10|?/2|met|0",
        "ratio|range|20%..30%|0/10|0/10|below_threshold|4",
        "ratio|<=|30%|0/0|0/0|no_denominator|",
        "ratio|<=|30%|1/10|1/?|figure_missing|",
        "rate|<=|5 per 10|5/10|5/10|met|0",
        "rate|<=|5 per 10|5/10|?/10|undetermined|",
        "rate|<=|5 per 10|15/10|?/10|above_threshold|5",
        "rate|>=|5 per 10|15/10|?/10|met|0",
        "rate|>=|5 per 10|1/10|?/10|undetermined|"
      })
  void aRatioOrRateOfTheMembers(
      String kind,
      String comparator,
      String threshold,
      String first,
      String second,
      String reason,
      String shortfall) {
    SmallPlan plan =
        plan(
            kind,
            "comparator",
            comparator,
            "threshold",
            threshold,
            "inputs",
            "done / total",
            "applies_to",
            "commune");

    Explanation explanation = explain(plan, member("x1", first) + member("x2", second));
    assertComesTo(explanation, reason, Objects.toString(shortfall, ""));
    assertThat(explanation.members()).hasSize(2);
  }

  /** "3/10" as two figures; a question mark is none, a letter one that cannot be used. */
  private static String member(String unit, String ratio) {
    List<String> sides = List.of(ratio.split("/"));
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      if (!sides.get(i).equals("?")) {
        String item = i == 0 ? "done" : "total";
        figures.append(unit + " " + item + " 2024 " + sides.get(i) + "; ");
      }
    }
    return figures.toString();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        ">=|2 units|yes yes|met|0",
        ">=|2 units|yes no|below_threshold|1",
        ">=|2 units|yes ?|undetermined|",
        ">=|2 units|no ?|below_threshold|1",
        ">=|2 units|yes nhiều|figure_invalid|",
        "<=|1 units|yes yes|above_threshold|1",
        "<=|1 units|no ?|met|0",
        "<=|1 units|yes ?|undetermined|",
        "<=|0%|no no|met|0",
        "=|50%|yes no|met|0",
        "=|50%|yes yes|above_threshold|1",
        "=|50%|no ?|undetermined|",
        "between|1 units..1 units|no no|below_threshold|1",
        "range|0%..40%|yes yes|exceeded|0",
        ">=|10/10|yes yes|met|0",
        ">=|10/10|yes no|below_threshold|1"
      })
  void aShareOfUnits(
      String comparator, String threshold, String answers, String reason, String shortfall) {
    SmallPlan plan =
        plan(
            "share_of_units",
            "inputs",
            "issued=yes",
            "comparator",
            comparator,
            "threshold",
            threshold);
    StringBuilder figures = new StringBuilder();
    List<String> given = List.of(answers.split(" "));
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).equals("?")) {
        figures.append("x" + (i + 1) + " issued 2024 " + given.get(i) + "; ");
      }
    }

    Explanation explanation = explain(plan, figures.toString());
    assertComesTo(explanation, reason, Objects.toString(shortfall, ""));
  }

  @ParameterizedTest(name = "{0} {1}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "issued=yes or forms>=3|issued yes|met|0",
        "issued=yes or forms>=3|issued no; h forms 2024 3|met|0",
        "issued=yes or forms>=3|issued no; h forms 2024 2|not_done|1",
        "issued=yes or forms>=3|issued no|figure_missing|",
        "issued=yes or forms>=3|issued nhiều; h forms 2024 2|figure_invalid|",
        "issued=yes or forms>=3|issued nhiều; h forms 2024 3|met|0",
        "!(issued=yes & forms>=3)|issued no|met|0",
        "!(issued=yes & forms>=3)|issued yes; h forms 2024 3|not_done|1",
        "!(issued=yes & forms>=3)|issued yes|figure_missing|",
        "forms!=0|forms 0|not_done|1",
        "forms<=2|forms 0|met|0",
        "forms<2|forms 2|not_done|1"
      })
  void aDutyWithAndOrAndNot(String done, String figures, String reason, String shortfall) {
    SmallPlan plan = plan("duty", "scope", "area", "inputs", done.replace(" or ", " | "));

    assertComesTo(
        explain(plan, "h " + figures.replaceFirst(" ", " 2024 ")),
        reason,
        Objects.toString(shortfall, ""));
  }

  @ParameterizedTest(name = "{0} {1} of {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        ">|5|done|h done 2024 5|below_threshold|1",
        ">|5|done|h done 2024 6|met|0",
        "<=|5|done + forms|h done 2024 3; h forms 2024 2|met|0",
        "<=|5|done + forms|h done 2024 3; h forms 2024 3|above_threshold|1",
        "<=|5|done + forms|h done 2024 0|undetermined|",
        "<=|5|done|h done 2024 0|met|0",
        "<|5|done - forms|h done 2024 2; h forms 2024 3|figure_invalid|",
        "<|5|done|h done 2024 5|above_threshold|1",
        "=|4|done|h done 2024 3|below_threshold|1",
        "=|4|done|h done 2024 4|met|0",
        "range|3..6|done|h done 2024 7|exceeded|0",
        "between|3..6|done|h done 2024 7|above_threshold|1",
        "between|3..6|done|h done 2024 nhiều|figure_invalid|",
        ">=|5|done|x1 done 2024 3; x2 done 2024 2|met|0",
        ">=|5|done|x1 done 2024 3; x2 done 2024 1|below_threshold|1",
        ">=|5|done|x1 done 2024 5|met|0",
        ">=|5|done|x1 done 2024 4|undetermined|",
        "<=|5|done|x1 done 2024 4|undetermined|",
        "<=|5|done|x1 done 2024 6|above_threshold|1",
        "<=|5|done|x1 done 2024 6; x2 done 2024 x|above_threshold|1",
        "<=|5|done|x1 done 2024 5; x2 done 2024 x|figure_invalid|",
        "<=|5|done|h done 2024 5; x1 done 2024 6|total_mismatch|",
        "<=|5|done|h done 2024 6; x1 done 2024 7|above_threshold|1",
        "<=|5|done|h done 2024 5; x1 done 2024 1|met|0"
      })
  void aNumberOfTheAreaOrItsMembersTogether(
      String comparator,
      String threshold,
      String inputs,
      String figures,
      String reason,
      String shortfall) {
    SmallPlan plan =
        plan(
            "count",
            "scope",
            "sum",
            "applies_to",
            "commune",
            "inputs",
            inputs,
            "comparator",
            comparator,
            "threshold",
            threshold);

    assertComesTo(explain(plan, figures), reason, Objects.toString(shortfall, ""));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} after {4}, {5}, {6}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "change|>=|+10%|109|100|100|100|below_threshold|1",
        "change|>=|+10%|110|100|100|100|met|0",
        "change|>=|+10%|111|100|100|101|met|0",
        "change|>=|+10%|110|100|100|101|below_threshold|1",
        "change|<=|+10%|110|100|100|101|met|0",
        "change|<=|+10%|111|100|100|100|above_threshold|1",
        "change|<=|+10%|0|100|100|100|met|0",
        "change|range|+3%..+5%|106|100|100|100|exceeded|0",
        "change|within|+3%..+5%|106|100|100|100|above_threshold|1",
        "change|>=|+10%|-|100|100|100|figure_missing|",
        "change|>=|+10%|110|100|-|100|baseline_missing|",
        "change|>=|+10%|110|0|0|0|baseline_zero|",
        "change|>=|+10%|110|0|x|0|figure_invalid|",
        "reduction|>=|10%|91|100|100|100|below_threshold|1",
        "reduction|>=|10%|90|100|100|100|met|0",
        "reduction|>|10%|90|100|100|100|below_threshold|1",
        "reduction|>=|10%|90|100|100|99|below_threshold|1",
        "reduction|range|5%..10%|89|100|100|100|exceeded|0",
        "reduction|within|5%..10%|89|100|100|100|above_threshold|",
        "reduction|within|5%..10%|90|100|100|100|met|0",
        "reduction|>=|2|98|100|100|100|met|0",
        "reduction|>=|2|98|100|100|99|below_threshold|1",
        "reduction|>=|2|0|1|1|1|met|0",
        "reduction|>=|2|1|1|1|1|below_threshold|1"
      })
  void aChangeAgainstTheAverageOfYears(
      String kind,
      String comparator,
      String threshold,
      String now,
      String first,
      String second,
      String third,
      String reason,
      String shortfall) {
    SmallPlan plan =
        plan(
            kind,
            "comparator",
            comparator,
            "threshold",
            threshold,
            "periods",
            "2027 against average 2024..2026");
    StringBuilder figures = new StringBuilder();
    List<String> years = Arrays.asList(first, second, third, now);
    for (int i = 0; i < years.size(); i++) {
      if (years.get(i) != null) {
        figures.append("h done " + (2024 + i) + " " + years.get(i) + "; ");
      }
    }

    assertComesTo(explain(plan, figures.toString()), reason, Objects.toString(shortfall, ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "h issued 2024 yes; h forms 2024 2; h done 2024 1|met|0",
        "h issued 2024 yes; h forms 2024 1; h done 2024 1|below_threshold|10",
        "h issued 2024 yes; h forms 2024 2; h done 2024 0|met|0",
        "h issued 2024 no; h forms 2024 2; h done 2024 0|below_threshold|10",
        "h forms 2024 2; h done 2024 1|met|0",
        "h issued 2024 yes|figure_missing|",
        "h issued 2024 yes; h done 2024 x|figure_invalid|",
        "h issued 2024 no; h done 2024 0|below_threshold|10",
        "h issued 2024 yes; h forms 2024 2|met|0"
      })
  void aScoreWithWhatIsNotKnownAtItsLeastAndItsMost(
      String figures, String reason, String shortfall) {
    SmallPlan plan =
        plan(
            "score",
            "inputs",
            "20: issued=yes; 30: forms>=2; -10: done=0",
            "comparator",
            ">=",
            "threshold",
            "30");

    Explanation explanation = explain(plan, figures);
    assertComesTo(explanation, reason, Objects.toString(shortfall, ""));
  }
}
