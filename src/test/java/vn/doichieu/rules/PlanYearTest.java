package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.testing.SmallPlan;

/** Fails today: PlanReader.year gives 0, and ReportingPeriod.year(0) is "not a period: 0". */
class PlanYearTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', 'MISSING_KEY 0 null [year]'",
    "'year: MMXXIV\n', 'RULE_CELL_INVALID 5 year [2024]'",
    "'year: 24\n', 'RULE_CELL_INVALID 5 year [2024]'",
    "'year: 0\n', 'RULE_CELL_INVALID 5 year [2024]'"
  })
  void aWrongYearIsARuleProblem(String year, String told) throws IOException {
    Path yaml = new SmallPlan(folder).target("T1", "ratio").write().resolve("plan.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("year: 2024\n", year));

    InvalidRules refusal = catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(folder));

    assertThat(refusal.problems())
        .extracting(
            p ->
                p.kind()
                    + " "
                    + p.location().row()
                    + " "
                    + p.location().column()
                    + " "
                    + p.arguments())
        .containsExactly(told);
  }
}
