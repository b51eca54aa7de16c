package vn.doichieu.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.drl.DrlRules;
import vn.doichieu.drl.Emission;
import vn.doichieu.fence.Fact;
import vn.doichieu.fence.Vocabulary;
import vn.doichieu.submission.Submission;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Units are passed over only where no rule could hold. */
class UnitChecksTest {

  private static final LocalDate AS_OF = LocalDate.of(2025, 2, 1);
  private static final String[] PERIODS = {"2024-H1", "2024-9M", "2024", "2023"};
  private static final String[] COUNTS = {"done", "total", "open", "visits", "forms"};

  @TempDir private Path folder;
  private SmallPlan plan;
  private DataFolder data;
  private DrlRules rules;

  @BeforeEach
  void plan() throws IOException {
    plan = CheckedPlan.in(folder.resolve("rules"));
    data = new DataFolder(folder.resolve("data"));
    Path shared = Files.createDirectories(folder.resolve("shared"));
    String written = Files.readString(Path.of("rules", "common", "consistency.drl"));
    String ofFigures = written.substring(0, written.indexOf("// Tỷ lệ đã công bố"));
    Files.writeString(
        shared.resolve("shared.drl"),
        ofFigures.replace("import vn.doichieu.consistency.PublishedRate\n", "")
            + """
            rule "more 1" when
              $r : SubmittedReport( figuresAsked >= 2 )
              not SubmittedFigure( body == $r.body, period == $r.period, value > 3 )
            then $r.emit(); end
            rule "more 2" when
              $f : SubmittedFigure( kind == "commune", item == "forms", value > 7 )
              accumulate( SubmittedFigure( body == $f.body, item == "visits", $v : value );
                          $s : sum( $v ); $s > 12 )
            then $f.emit(); end
            rule "more 3" when
              $a : SubmittedFigure( area == "", item == "total", value < 5 )
              $b : SubmittedFigure( body == $a.body, item == "open", value > 5 )
            then $a.emit( $b ); end
            """);
    rules =
        DrlRules.of(
            shared,
            folder.resolve("kept"),
            new Vocabulary(
                List.of(SubmittedFigure.class, SubmittedReport.class),
                List.of(
                    "part_above_total",
                    "cumulative_falls",
                    "report_empty",
                    "total_changed",
                    "informed_without_communication",
                    "inspected_without_team",
                    "more")));
  }

  private static String[] figures(Random random, List<String> units) {
    List<String> rows = new ArrayList<>();
    for (String unit : units) {
      for (String period : PERIODS) {
        for (String item : COUNTS) {
          if (random.nextInt(4) > 0) {
            rows.add(unit + "," + item + "," + period + "," + value(random));
          }
        }
        if (random.nextInt(3) == 0) {
          rows.add(unit + ",team," + period + "," + (random.nextBoolean() ? "có" : "không"));
        }
        if (random.nextInt(3) == 0) {
          String day = random.nextBoolean() ? "2024-05-02" : "2025-03-01";
          rows.add(unit + ",report_submitted_on," + period + "," + day);
        }
      }
    }
    return rows.toArray(new String[0]);
  }

  private static String value(Random random) {
    return random.nextInt(30) == 0 ? "mười" : Integer.toString(random.nextInt(10));
  }

  private static String told(Emission emission) {
    List<String> told = new ArrayList<>(List.of(emission.rule(), told(emission.fact())));
    emission.others().forEach(other -> told.add(told(other)));
    return String.join(" ", told);
  }

  private static String told(Fact fact) {
    return fact instanceof SubmittedFigure figure
        ? figure.getBody() + " " + figure.getItem() + " " + figure.getPeriod() + figure.getValue()
        : fact.getBody() + " " + ((SubmittedReport) fact).getPeriod();
  }

  @Test
  void sayWhatRulesSayOfAllFacts() {
    Random random = new Random(20241110);
    Plan read = plan.read();
    int told = 0;
    for (int round = 0; round < 60; round++) {
      Submission submission =
          data.figures(figures(random, List.of("area", "x1", "x2", "x3"))).read(read);
      Sources sources = new Sources(read, submission, AS_OF);
      List<String> expected = new ArrayList<>();
      for (ReportingUnit unit : submission.units().all()) {
        rules
            .fire(new UnitRow(sources, unit).facts())
            .forEach(emission -> expected.add(told(emission)));
      }
      for (boolean together : new boolean[] {false, true}) {
        List<String> all = new ArrayList<>();
        new UnitChecks(rules, sources)
            .fire(submission.units().all(), together, emission -> all.add(told(emission)));
        assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
      }
      told += expected.size();
    }
    assertThat(told).isGreaterThan(300);
  }
}
