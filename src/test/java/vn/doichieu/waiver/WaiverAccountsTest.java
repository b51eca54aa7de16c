package vn.doichieu.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Problem;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.waiver.WaiverAccounts.Account;
import vn.doichieu.waiver.WaiverAccounts.Fate;

/** Every row of waivers.csv has one fate. T2 asks the communes x1 and x2 for a yes in 2024. */
class WaiverAccountsTest {

  @TempDir private Path folder;

  private WaiverAccounts accounts(String asOf, String figure, String... waivers) {
    Path rules = new SmallPlan(folder.resolve("rules")).target("T2", "duty").write();
    DataFolder data = new DataFolder(folder.resolve("data")).figures(figure, "x2,issued,2024,có");
    data.waivers(waivers);
    return new Check(Path.of(""), rules, data.path(), LocalDate.parse(asOf), false).waivers();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-01, không, 2025-03-31, APPLIES, 1",
    "2025-02-01, không, 2025-02-01, APPLIES, 1",
    "2025-02-01, không, 2024-12-31, APPLIES, 1",
    "2025-02-01, không, 2024-12-30, LAPSED, 1",
    "2025-02-01, có, 2025-03-31, NOTHING_TO_WAIVE, 1",
    "2025-02-01, có, 2024-06-30, LAPSED_UNUSED, 1",
    "2024-06-01, không, 2025-03-31, NOTHING_TO_WAIVE, 1"
  })
  void haveOneFateEach(String asOf, String value, String until, Fate fate, int findings) {
    WaiverAccounts accounts =
        accounts(asOf, "x1,issued,2024," + value, "x1,T2," + until + ",lý do,UBND,QĐ 1,");

    assertThat(accounts.accounts()).extracting(Account::fate).containsExactly(fate);
    List<Finding> about = accounts.accounts().get(0).findings();
    assertThat(about).hasSize(findings).allMatch(f -> f.unit().code().equals("x1"));
  }

  @Test
  void sayWhyTheyHaveNoEffect() {
    WaiverAccounts accounts =
        accounts(
            "2025-02-01",
            "x1,issued,2024,không",
            "x9,T2,2025-03-31,lý do,UBND,QĐ 1,",
            "x1,T2,2025-03-31,lý do,,,",
            "x1,T2,bao giờ xong,lý do,UBND,QĐ 1,");

    assertThat(accounts.accounts())
        .extracting(Account::fate)
        .containsExactly(Fate.NO_EFFECT, Fate.NO_EFFECT, Fate.NO_EFFECT);
    assertThat(accounts.accounts().stream().flatMap(a -> a.problems().stream()))
        .extracting(Problem::kind)
        .containsExactly(
            Problem.Kind.WAIVER_UNMATCHED,
            Problem.Kind.WAIVER_INCOMPLETE,
            Problem.Kind.WAIVER_UNTIL_INVALID);
  }

  @Test
  void addUpToTheRowsOfTheFile() {
    WaiverAccounts accounts =
        accounts(
            "2025-02-01",
            "x1,issued,2024,không",
            "x1,T2,2025-03-31,lý do,UBND,QĐ 1,",
            "x2,T2,2025-03-31,lý do,UBND,QĐ 2,",
            "x9,T2,2025-03-31,lý do,UBND,QĐ 3,");

    assertThat(accounts.counts().values()).containsExactly(1, 1, 0, 0, 1);
  }
}
