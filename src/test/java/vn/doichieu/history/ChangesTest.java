package vn.doichieu.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.Result;
import vn.doichieu.history.Changes.Fixed;
import vn.doichieu.history.Status.New;
import vn.doichieu.history.Status.Persisting;
import vn.doichieu.history.Status.Reappeared;

class ChangesTest {

  private static final String MARCH = "2025-03-01";
  private static final String APRIL = "2025-04-01";
  private static final String MAY = "2025-05-01";
  private static final String JUNE = "2025-06-01";

  @TempDir private Path folder;
  private Lists lists;

  @BeforeEach
  void aPlan() {
    lists = new Lists(folder);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<String> duties(Changes changes) {
    return changes.listed().stream()
        .filter(listed -> listed.finding().target().id().equals("T1"))
        .map(listed -> listed.finding().unit().code() + " " + listed.status())
        .toList();
  }

  private static List<String> fixed(Changes changes) {
    return changes.fixed().stream()
        .map(f -> f.entry().line().unit() + " " + result(f) + " " + f.entry().fixedOn())
        .toList();
  }

  private static String result(Fixed fixed) {
    Finding now = fixed.now();
    return now == null ? "gone" : now.result().code();
  }

  @Test
  void withoutALastListEverythingIsNew() {
    Changes changes = Lists.changes(lists.on(MARCH, "no", "yes"), null);

    assertThat(changes.previous()).isNull();
    assertThat(changes.listed()).isNotEmpty().allMatch(l -> l.status().equals(new New()));
    assertThat(changes.fixed()).isEmpty();
    assertThat(changes.entries()).allMatch(e -> e.stands() && e.first().equals(day(MARCH)));
  }

  @Test
  void whatStoodOnTheLastListPersistsSinceItsFirst() {
    PreviousResult march = lists.list(lists.on(MARCH, "no", "yes"), null);
    PreviousResult april = lists.list(lists.on(APRIL, "no", "no"), march);
    Changes may = Lists.changes(lists.on(MAY, "no", "no"), april);

    assertThat(duties(may))
        .containsExactly(
            "x1 " + new Persisting(day(MARCH), false), "x2 " + new Persisting(day(APRIL), false));
    assertThat(may.previous()).isEqualTo(day(APRIL));
  }

  @Test
  void anotherFailureOfTheSameLinePersists() {
    PreviousResult march = lists.list(lists.on(MARCH, "no", "yes"), null);
    Changes april = Lists.changes(lists.on(APRIL, "maybe", "yes"), march);

    assertThat(april.listed().get(0).finding().result()).isEqualTo(Result.INVALID);
    assertThat(duties(april)).containsExactly("x1 " + new Persisting(day(MARCH), false));
  }

  @Test
  void whatNoLongerStandsIsFixedAndToldOnce() {
    PreviousResult march = lists.list(lists.on(MARCH, "no", "no"), null);
    Evaluation better = lists.on(APRIL, "yes", "no");
    Changes april = Lists.changes(better, march);
    Changes may = Lists.changes(lists.on(MAY, "yes", "no"), lists.next(better, april.entries()));

    assertThat(fixed(april)).containsExactly("x1 met " + APRIL);
    assertThat(fixed(may)).isEmpty();
    assertThat(may.entries()).as("kept for the day it comes back").hasSameSizeAs(april.entries());
  }

  @Test
  void aWaiverTakesALineOffTheListWithItsResult() {
    PreviousResult march = lists.list(lists.on(MARCH, "no", "yes"), null);
    Evaluation waived =
        lists.on(
            APRIL,
            lists
                .data()
                .figures("x1,issued,2024,no", "x2,issued,2024,yes")
                .waivers("x1,T1,2025-12-31,bão,UBND,12/QĐ,"));

    assertThat(fixed(Lists.changes(waived, march))).containsExactly("x1 waived " + APRIL);
  }

  @Test
  void whatIsNoLongerJudgedIsToldLast() {
    PreviousResult march = lists.list(lists.on(MARCH, "no", "no"), null);
    Evaluation without =
        lists.on(
            APRIL,
            lists
                .data()
                .units("h,Huyện,district,,", "x2,Xã 2,commune,,h")
                .figures("x2,issued,2024,yes"));

    assertThat(fixed(Lists.changes(without, march)))
        .containsExactly("x2 met " + APRIL, "x1 gone " + APRIL, "x1 gone " + APRIL);
  }

  @Test
  void whatComesBackSaysWhenItWasFirstListedAndWhenFixed() {
    PreviousResult march = lists.list(lists.on(MARCH, "no", "yes"), null);
    PreviousResult april = lists.list(lists.on(APRIL, "yes", "yes"), march);
    Evaluation again = lists.on(MAY, "no", "yes");
    Changes may = Lists.changes(again, april);
    Changes june = Lists.changes(lists.on(JUNE, "no", "yes"), lists.next(again, may.entries()));

    assertThat(duties(may)).containsExactly("x1 " + new Reappeared(day(MARCH), false, day(APRIL)));
    assertThat(duties(june))
        .as("without a break since it came back")
        .containsExactly("x1 " + new Persisting(day(MAY), false));
    assertThat(june.entries().get(0).first()).isEqualTo(day(MARCH));
  }

  @Test
  void aPlainResultStandsForTheListOfItsDay() {
    PreviousResult march = lists.next(lists.on(MARCH, "no", "yes"), null);
    Evaluation now = lists.on(APRIL, "no", "no");
    Changes april = Lists.changes(now, march);
    Changes may = Lists.changes(lists.on(MAY, "no", "no"), lists.next(now, april.entries()));

    assertThat(duties(april))
        .containsExactly("x1 " + new Persisting(day(MARCH), true), "x2 " + new New());
    assertThat(duties(may))
        .as("the doubt is passed on")
        .containsExactly(
            "x1 " + new Persisting(day(MARCH), true), "x2 " + new Persisting(day(APRIL), false));
  }

  @Test
  void whatWasNotBindingNeverStoodOnAPlainList() {
    Evaluation before = lists.on(MARCH, "no", "no");
    PreviousResult read = lists.next(before, null);

    assertThat(read.entries())
        .extracting(ListEntry::line)
        .containsExactlyElementsOf(
            before.findings().stream()
                .filter(Finding::failsCheck)
                .map(ListEntry.Line::of)
                .toList());
  }

  @Test
  void everyListedFindingHasAStatusAndNoOther() {
    Evaluation now = lists.on(APRIL, "no", "yes");
    Changes changes = Lists.changes(now, lists.list(lists.on(MARCH, "no", "no"), null));

    for (Finding finding : now.findings()) {
      assertThat(changes.of(finding) != null).isEqualTo(finding.failsCheck());
    }
    assertThat(changes.listed())
        .extracting(Changes.Listed::finding)
        .isEqualTo(now.findings().stream().filter(Finding::failsCheck).toList());
  }

  @Test
  void anEmptyListIsAListToo() {
    Evaluation march = lists.on(MARCH, "no", "no");

    assertThat(lists.next(march, List.of()).entries()).isEmpty();
  }

  @Test
  void aResultThatIsNoListHasTheBytesItHadBefore() {
    Evaluation march = lists.on(MARCH, "no", "no");
    String plain = Lists.json(march, null);
    String listed = Lists.json(march, Lists.changes(march, null).entries());

    assertThat(plain).doesNotContain("\"list\"");
    assertThat(listed).startsWith(plain.substring(0, plain.lastIndexOf('}')));
    assertThat(listed)
        .contains(
            "{\"target\":\"T1\",\"unit\":\"x1\",\"period\":\"2024\","
                + "\"listed_since\":\"2025-03-01\",\"fixed_on\":null}");
    assertThat(listed).isEqualTo(Lists.json(march, Lists.changes(march, null).entries()));
  }
}
