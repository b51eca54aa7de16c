package vn.doichieu.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.coverage.Coverage.Account;
import vn.doichieu.coverage.Coverage.Row;
import vn.doichieu.testing.RegisterRules;

/** Every row of the register has an account, in the plan's own rules and in the register's. */
class CoverageTest {

  static Stream<Path> rules() {
    return RegisterRules.ALL_PLANS.stream()
        .flatMap(plan -> Stream.of(Path.of("rules", plan), RegisterRules.folder(plan)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasOneAccountForEveryRowOfTheRegister(Path rules) {
    Coverage coverage = Coverage.read(rules);

    assertThat(coverage.rows().stream().map(row -> row.target().id()))
        .containsExactlyElementsOf(
            RegisterRules.rows(coverage.plan().id()).stream().map(r -> r.get("target")).toList());
    assertThat(coverage.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(coverage.rows().size());
  }

  @Test
  void accountsForAll207Rows() {
    int rows =
        RegisterRules.ALL_PLANS.stream()
            .mapToInt(plan -> Coverage.read(Path.of("rules", plan)).rows().size())
            .sum();

    assertThat(rows).isEqualTo(207);
  }

  /** Counted from the register's own columns, not from what was read of them. */
  @ParameterizedTest
  @MethodSource("rules")
  void countsAsTheRegisterDoes(Path rules) {
    Coverage coverage = Coverage.read(rules);
    Map<String, Long> register =
        RegisterRules.rows(coverage.plan().id()).stream()
            .collect(Collectors.groupingBy(CoverageTest::account, Collectors.counting()));

    coverage
        .counts()
        .forEach(
            (account, count) ->
                assertThat((long) count)
                    .as(account.code())
                    .isEqualTo(register.getOrDefault(account.code(), 0L)));
  }

  private static String account(Map<String, String> row) {
    String kind = row.get("kind");
    if (Set.of("information", "not_checked").contains(kind)) {
      return kind;
    } else if (kind.equals("judgement")) {
      return "person";
    } else if (row.get("binding").equals("yes")) {
      return "rule";
    }
    return Set.of("duty", "deadline").contains(kind) ? "asked" : "other_reading";
  }

  @ParameterizedTest
  @CsvSource({"hoc_mon_2024, 59, 39, 15, 0, 2, 0, 3", "soc_trang_2011, 42, 36, 0, 0, 5, 1, 0"})
  void countsWhatWasCountedByHand(
      String plan, int all, int rule, int asked, int other, int person, int info, int unchecked) {
    Coverage coverage = Coverage.read(Path.of("rules", plan));

    assertThat(coverage.rows()).hasSize(all);
    assertThat(List.copyOf(coverage.counts().values()))
        .containsExactly(rule, asked, other, person, info, unchecked);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhyASentenceIsNotChecked(Path rules) {
    assertThat(Coverage.read(rules).rows())
        .filteredOn(row -> row.account() == Account.NOT_CHECKED)
        .extracting(Row::target)
        .allSatisfy(target -> assertThat(CoverageTable.reason(target)).isNotBlank());
  }
}
