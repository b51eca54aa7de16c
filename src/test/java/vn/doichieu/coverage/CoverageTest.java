package vn.doichieu.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.coverage.Coverage.Account;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.domain.Plan;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** Every row of every plan is accounted for: a row that is not fails here. */
class CoverageTest {

  private static final Path RULES = Path.of("rules");

  @TempDir private Path folder;

  /** The plans' own folders, and the folders made of the register's rows. */
  static Stream<Path> folders() throws IOException {
    List<Path> folders =
        new ArrayList<>(RegisterRules.ALL_PLANS.stream().map(RegisterRules::folder).toList());
    try (Stream<Path> own = Files.list(RULES)) {
      folders.addAll(own.filter(f -> Files.exists(f.resolve("plan.yaml"))).sorted().toList());
    }
    assertThat(folders).hasSizeGreaterThanOrEqualTo(2 * RegisterRules.ALL_PLANS.size());
    return folders.stream();
  }

  private static Coverage coverage(Path folder) {
    return Coverage.of(PlanReader.read(folder));
  }

  @Test
  void aRowSaysWhatItAsksForAtEachOfItsThresholds() {
    Plan plan =
        new SmallPlan(folder)
            .target(
                "A",
                "ratio",
                "threshold",
                "2024-H1: 10%; 2024: 20%",
                "periods",
                "",
                "closes_on",
                "")
            .read();

    assertThat(Coverage.of(plan).rows())
        .singleElement()
        .extracting(row -> row.required(new Wording(new Messages(Language.VI))))
        .isEqualTo("ít nhất 10% (6 tháng đầu năm 2024); ít nhất 20% (năm 2024)");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyRowIsJudgedOrSaysWhyItIsNot(Path folder) {
    Plan plan = PlanReader.read(folder);
    Coverage coverage = Coverage.of(plan);

    assertThat(coverage.rows()).extracting(Row::target).isEqualTo(plan.targets());
    assertThat(coverage.rows())
        .allSatisfy(
            row -> {
              boolean judged = row.target().evaluated();
              assertThat(row.because().isBlank()).as(row.target().id()).isEqualTo(judged);
            });
    assertThat(coverage.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(plan.targets().size());
    assertThat(coverage.bySection().values().stream().mapToInt(List::size).sum())
        .isEqualTo(plan.targets().size());
  }

  /** Pinned by hand from the register: 207 rows in all. */
  @ParameterizedTest
  @CsvSource({
    "buon_ma_thuot_2024, 46, 37,  4, 3, 2, 0, 0",
    "dong_nai_2023,      30, 13, 15, 0, 1, 0, 1",
    "duy_tien_2026,      30, 27,  3, 0, 0, 0, 0",
    "hoc_mon_2024,       59, 39, 15, 0, 2, 0, 3",
    "soc_trang_2011,     42, 36,  0, 0, 5, 1, 0"
  })
  void theRowsAddUpToThoseOfTheRegister(
      String plan,
      int rows,
      int rule,
      int asked,
      int otherReading,
      int person,
      int information,
      int notChecked) {
    Map<Account, Integer> expected = new LinkedHashMap<>();
    expected.put(Account.RULE, rule);
    expected.put(Account.ASKED, asked);
    expected.put(Account.OTHER_READING, otherReading);
    expected.put(Account.PERSON, person);
    expected.put(Account.INFORMATION, information);
    expected.put(Account.NOT_CHECKED, notChecked);

    for (Path folder : List.of(RULES.resolve(plan), RegisterRules.folder(plan))) {
      assertThat(coverage(folder).counts()).as(folder.toString()).isEqualTo(expected);
      assertThat(coverage(folder).rows()).hasSize(rows);
    }
    assertThat(RegisterRules.rows(plan)).hasSize(rows);
  }

  @Test
  void allPlansTogetherHave207Rows() {
    int rows = 0;
    for (String plan : RegisterRules.ALL_PLANS) {
      rows += coverage(RULES.resolve(plan)).rows().size();
    }

    assertThat(rows).isEqualTo(207);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theAccountOfARowIsThatOfItsKindInTheRegister(Path folder) {
    Coverage coverage = coverage(folder);
    List<Map<String, String>> register = RegisterRules.rows(coverage.plan().id());

    for (int i = 0; i < register.size(); i++) {
      Map<String, String> row = register.get(i);
      assertThat(coverage.rows().get(i).account().code())
          .as(row.get("target"))
          .isEqualTo(account(row.get("kind"), row.get("binding").equals("yes")));
    }
  }

  private static String account(String kind, boolean binding) {
    return switch (kind) {
      case "judgement" -> "person";
      case "information", "not_checked" -> kind;
      case "ratio" -> binding ? "rule" : "other_reading";
      case "duty", "deadline" -> binding ? "rule" : "asked";
      default -> "rule";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "II.1 gạch 4 (vế 2)|II.1|gạch 4 (vế 2)",
        "III.18 (UBND xã, thị trấn) gạch cuối|III.18 (UBND xã, thị trấn)|gạch cuối",
        "V cuối|V|cuối",
        "V.1 đoạn cuối|V.1|đoạn cuối",
        "II (vế 2)|II|(vế 2)",
        "VI.1.a|VI.1.a|''",
        "đoạn kết|đoạn kết|''"
      })
  void aPlaceIsDividedIntoItsSectionAndTheRest(String place, String section, String rest) {
    Plan plan = new SmallPlan(folder).target("T1", "ratio", "section", place).read();

    assertThat(Coverage.of(plan).rows())
        .singleElement()
        .returns(section, Row::section)
        .returns(rest, Row::place);
  }

  @Test
  void theReasonIsTheNoteOrElseTheReading() {
    Plan plan =
        new SmallPlan(folder)
            .target("T1", "not_checked", "note", "trùng T2", "reading", "có/không")
            .target("T2", "information", "reading", "để biết")
            .target("T3", "not_checked")
            .target("T4", "duty", "note", "không nêu hạn")
            .read();

    assertThat(Coverage.of(plan).rows())
        .extracting(Row::because)
        .containsExactly("trùng T2", "để biết", "", "");
  }
}
