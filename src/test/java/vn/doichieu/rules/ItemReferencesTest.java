package vn.doichieu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.testing.SmallPlan;

class ItemReferencesTest {

  @TempDir private Path folder;

  private SmallPlan plan(String item) {
    return new SmallPlan(folder)
        .item("more", item)
        .target("T1", "ratio")
        .target("T2", "share_of_units")
        .target("T3", "duty");
  }

  @Test
  void ofAPlanFileAreRead() {
    Item part = plan("count, part_of: total, sense: informed").read().items().get("more");
    Item rate = plan("rate, rate_of: T1").read().items().get("more");
    Item share = plan("rate, rate_of: T2, optional: true").read().items().get("more");
    Item team = plan("yes_no, sense: inspection_team").read().items().get("more");
    Item people = plan("count, people: true").read().items().get("more");
    Item plain = plan("count").read().items().get("more");

    assertThat(part)
        .extracting(Item::partOf, Item::sense)
        .containsExactly("total", Item.Sense.INFORMED);
    assertThat(rate).extracting(Item::type, Item::rateOf).containsExactly(Item.Type.RATE, "T1");
    assertThat(share.rateOf()).isEqualTo("T2");
    assertThat(team.sense()).isEqualTo(Item.Sense.INSPECTION_TEAM);
    assertThat(people.people()).isTrue();
    assertThat(plain.people()).isFalse();
    assertThat(plain)
        .extracting(Item::partOf, Item::sense, Item::rateOf)
        .containsExactly("", Item.Sense.NONE, "");
  }

  @ParameterizedTest
  @CsvSource({
    "'count, part_of: totl', part_of: totl",
    "'count, part_of: issued', part_of: issued",
    "'count, part_of: more', part_of: more",
    "'yes_no, part_of: total', part_of: total",
    "'count, sense: totals', totals",
    "'yes_no, sense: total', sense: total",
    "'count, sense: inspection_team', sense: inspection_team",
    "'date, sense: informed', sense: informed",
    "'rate', 'rate_of: '",
    "'rate, rate_of: T9', rate_of: T9",
    "'rate, rate_of: T3', rate_of: T3",
    "'count, rate_of: T1', rate_of: T1",
    "'yes_no, people: true', people: true",
    "'date, people: true', people: true",
    "'rate, rate_of: T1, people: true', people: true",
    "'count, people: ja', ja",
    "'rates', rates"
  })
  void thatLeadNowhereAreTold(String item, String read) {
    Path written = plan(item).write();

    InvalidRules refusal = catchThrowableOfType(InvalidRules.class, () -> PlanReader.read(written));

    assertThat(refusal.problems())
        .extracting(p -> List.of(p.kind().name(), p.location().file(), "" + p.location().column()))
        .containsExactly(List.of("RULE_CELL_INVALID", "plan.yaml", "more"));
    assertThat(refusal.problems().get(0).location().row()).isPositive();
    assertThat(refusal.problems().get(0).read()).isEqualTo(read);
    assertThat(refusal.problems().get(0).arguments().get(0)).isNotBlank();
  }
}
