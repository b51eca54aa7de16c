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
import vn.doichieu.domain.Problem;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.waiver.WaiverAccounts.Account;
import vn.doichieu.waiver.WaiverAccounts.Fate;
import vn.doichieu.waiver.WaiverAccounts.Touched;

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
    "2024-06-01, không, 2025-03-31, NOT_YET, 1",
    "2024-06-01, có, 2025-03-31, NOTHING_TO_WAIVE, 1"
  })
  void haveOneFateEach(String asOf, String value, String until, Fate fate, int findings) {
    WaiverAccounts accounts =
        accounts(asOf, "x1,issued,2024," + value, "x1,T2," + until + ",lý do,UBND,QĐ 1,");

    assertThat(accounts.accounts()).extracting(Account::fate).containsExactly(fate);
    List<Touched> about = accounts.accounts().get(0).findings();
    assertThat(about).hasSize(findings).allMatch(t -> t.finding().unit().code().equals("x1"));
    assertThat(about).allMatch(t -> t.changed() == (fate == Fate.APPLIES));
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

    assertThat(accounts.counts().values()).containsExactly(1, 1, 0, 0, 0, 1);
  }

  @Test
  void tellWhatEachFindingWouldHaveBeen() {
    Path rules =
        new SmallPlan(folder.resolve("rules"))
            .target("T3", "deadline")
            .target("T4", "deadline", "periods", "2024-H1")
            .target("T5", "duty")
            .write();
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .figures(
                "x1,report_submitted_on,2024-H1,2024-05-12",
                "x2,report_submitted_on,2024-H1,2024-05-10")
            .waivers(
                "x1,T3,2024-05-20,lý do,UBND,QĐ 1,",
                "x2,T4,2024-05-20,lý do,UBND,QĐ 2,",
                "x2,T5,2025-03-31,lý do,UBND,QĐ 3,");

    WaiverAccounts accounts =
        new Check(Path.of(""), rules, data.path(), LocalDate.of(2025, 2, 1), false).waivers();

    assertThat(accounts.accounts()).extracting(Account::fate).containsOnly(Fate.APPLIES);
    assertThat(accounts.accounts().stream().flatMap(a -> a.findings().stream()))
        .extracting(t -> t.finding().result() + " " + t.without().reason())
        .containsExactly("WAIVED LATE", "WAIVED ON_DEADLINE_DAY", "WAIVED FIGURE_MISSING");
  }

  @Test
  void tellOfTheAreaThatLeavesAWaivedMemberOut() {
    Path rules =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "share_of_units", "inputs", "issued=yes", "threshold", "100%")
            .write();
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .figures("x1,issued,2024,không", "x2,issued,2024,có")
            .waivers("x1,T1,2025-03-31,lý do,UBND,QĐ 1,", "x2,T1,2025-03-31,lý do,UBND,QĐ 2,");

    WaiverAccounts accounts =
        new Check(Path.of(""), rules, data.path(), LocalDate.of(2025, 2, 1), false).waivers();

    assertThat(accounts.accounts())
        .extracting(Account::fate)
        .containsExactly(Fate.APPLIES, Fate.NOTHING_TO_WAIVE);
    assertThat(accounts.accounts().get(0).findings())
        .extracting(
            t ->
                t.finding().unit().code() + " " + t.finding().result() + " " + t.without().result())
        .containsExactly("x1 WAIVED NOT_MET", "h MET NOT_MET");
  }

  @Test
  void tellWhatLapsedBesideWhatIsWaived() {
    Path rules =
        new SmallPlan(folder.resolve("rules"))
            .target(
                "T3",
                "deadline",
                "threshold",
                "the 10th of the month after",
                "periods",
                "2024-03..2024-05")
            .write();
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .figures(
                "x1,report_submitted_on,2024-03,2024-04-12",
                "x1,report_submitted_on,2024-04,2024-05-20",
                "x1,report_submitted_on,2024-05,2024-06-03")
            .waivers("x1,T3,2024-04-30,lý do,UBND,QĐ 1,");

    WaiverAccounts accounts =
        new Check(Path.of(""), rules, data.path(), LocalDate.of(2025, 2, 1), false).waivers();

    assertThat(accounts.accounts())
        .singleElement()
        .returns(Fate.APPLIES, Account::fate)
        .satisfies(
            account ->
                assertThat(account.findings())
                    .extracting(t -> t.finding().period() + " " + t.finding().result())
                    .containsExactly("2024-03 WAIVED", "2024-04 NOT_MET"));
  }
}
