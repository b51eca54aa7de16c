package vn.doichieu.rulerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Target.Scope;
import vn.doichieu.testing.Refusal;
import vn.doichieu.testing.SmallPlan;

class ScopeReaderTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio | area | commune | area [COMMUNE] [] [] ",
        "ratio | each+area | commune | area [COMMUNE] [] [] bind",
        "ratio | each | agency:police | [] [police] [] bind",
        "ratio | each | commune[urban] | [COMMUNE] [] [urban] bind",
        "ratio | each | commune[Đồng bằng], commune[Đồng Bằng] | [COMMUNE] [] [đồng bằng] bind",
        "share_of_units | share | commune[miền núi] | area [COMMUNE] [] [miền núi] ",
        "count | sum | commune | area [COMMUNE] [] [] summed",
        "count | sum | agency:police | area [] [police] [] summed"
      })
  void readsWhoAnswers(String kind, String scope, String appliesTo, String expected) {
    Scope read =
        new SmallPlan(folder)
            .target("T1", kind, "scope", scope, "applies_to", appliesTo)
            .read()
            .targets()
            .get(0)
            .scope();

    assertThat(text(read)).isEqualTo(expected == null ? "" : expected.strip());
  }

  private static String text(Scope scope) {
    String end = scope.membersBind() ? " bind" : scope.summed() ? " summed" : "";
    return (scope.area() ? "area " : "")
        + scope.members()
        + " "
        + scope.roles()
        + " "
        + scope.groups()
        + end;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ratio | scope | sum | area, each, each+area",
        "change | scope | sum | area, each, each+area",
        "share_of_units | scope | sum | area, each, each+area",
        "count | scope | share | area, each, each+area",
        "score | scope | share | area, each, each+area",
        "count | scope | Sum | area, each, each+area, share, sum",
        "count | scope | each:commune | area, each, each+area, share, sum",
        "duty | scope | sum | area, each, each+area",
        "duty | scope | each:xã | province, district, commune, residential_group, agency:ROLE",
        "duty | scope | each:commune[urban]"
            + " | province, district, commune, residential_group, agency:ROLE",
        "duty | scope | agency:Police | area, each:commune, agency:police",
        "judgement | scope | each | area"
      })
  void refusesAScopeThatItsKindCannotHave(
      String kind, String column, String text, String expected) {
    Refusal.of(
            folder,
            kind,
            "applies_to",
            kind.equals("judgement") || kind.equals("duty") ? "" : "commune",
            column,
            text)
        .tells(column, text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "each | xã | province, district, commune, residential_group, agency:ROLE",
        "each | commune; district | province, district, commune, residential_group, agency:ROLE",
        "each | commune[] | province, district, commune, residential_group, agency:ROLE",
        "each | commune[1] | province, district, commune, residential_group, agency:ROLE",
        "each | commune[urban | province, district, commune, residential_group, agency:ROLE",
        "each | commune [urban] | province, district, commune, residential_group, agency:ROLE",
        "each | commune[a[b]] | province, district, commune, residential_group, agency:ROLE",
        "each | xã[urban] | province, district, commune, residential_group, agency:ROLE",
        "each | agency:police[urban] | area, each:commune, agency:police",
        "each | commune[urban], commune | commune[urban], commune[mountain]",
        "each | commune, commune[urban] | commune[urban], commune[mountain]",
        "each | commune[urban], agency:police | commune"
      })
  void refusesMembersThatAreNone(String scope, String appliesTo, String expected) {
    Refusal.of(folder, "ratio", "scope", scope, "applies_to", appliesTo)
        .tells("applies_to", appliesTo, expected);
  }

  @ParameterizedTest
  @CsvSource({"ratio, each", "ratio, each+area", "share_of_units, share", "count, sum"})
  void asksForMembersWhereTheyAnswer(String kind, String scope) {
    Refusal.of(folder, kind, "scope", scope, "applies_to", "")
        .only()
        .tells("applies_to", "", "commune, agency:police");
  }

  @ParameterizedTest
  @CsvSource({"each+area, 'each, share'", "area, 'each, share'"})
  void keepsGroupsOutOfTheAreasOwnThreshold(String scope, String expected) {
    Refusal.of(folder, "ratio", "scope", scope, "applies_to", "commune[urban]")
        .only()
        .tells("scope", scope, expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commune[a", "[", "]", "a", "_", "commune[ "})
  void isRefusedAtOnceHoweverLongItIs(String piece) {
    Refusal.of(folder, "ratio", "applies_to", piece.repeat(100_000 / piece.length())).only();
  }
}
