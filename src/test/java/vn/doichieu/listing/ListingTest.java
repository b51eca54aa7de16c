package vn.doichieu.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {

  @TempDir private Path folder;
  private SmallListing small;

  @BeforeEach
  void writer() {
    small = new SmallListing(folder);
  }

  @Test
  void whatIsBindingAndMissedMissingOrInvalidIsOpen() {
    small.plan().target("A", "count").target("B", "count", "inputs", "forms");
    small.plan().target("C", "count", "inputs", "total").target("D", "duty", "scope", "area");

    Listing listing = small.listing("h,done,2024,4", "h,total,2024,vài", "h,issued,2024,có");

    assertThat(SmallListing.in(listing, Part.OPEN)).containsExactly("A h", "B h", "C h");
    assertThat(SmallListing.in(listing, Part.REST)).containsExactly("D h");
  }

  /** x1 holds the district back; where the district reaches its share, x1 has broken nothing. */
  @Test
  void membersHoldBackOnlyWhatTheAreaHasNotReached() {
    small.plan().target("R", "ratio");

    Listing low = small.listing(figures(1, 10, 2, 10));
    assertThat(SmallListing.in(low, Part.OPEN)).containsExactly("R h");
    assertThat(SmallListing.in(low, Part.CONTRIBUTIONS)).containsExactly("R x1");
    assertThat(SmallListing.in(low, Part.REST)).containsExactly("R x2");

    Listing high = small.listing(figures(1, 10, 9, 10));
    assertThat(SmallListing.in(high, Part.CONTRIBUTIONS)).isEmpty();
    assertThat(SmallListing.in(high, Part.REST)).containsExactly("R h", "R x1", "R x2");
  }

  private static String[] figures(int done1, int total1, int done2, int total2) {
    return new String[] {
      "x1,done,2024," + done1,
      "x1,total,2024," + total1,
      "x2,done,2024," + done2,
      "x2,total,2024," + total2
    };
  }

  @Test
  void anUnusableFigureOfAMemberThatHoldsNothingBackIsOnlyToBeVerified() {
    small.plan().target("S", "share_of_units", "threshold", "50%");

    Listing listing = small.listing("x1,forms,2024,1", "x1,issued,2024,có", "x2,forms,2024,vài");

    assertThat(SmallListing.in(listing, Part.TO_VERIFY)).containsExactly("S x2");
    assertThat(SmallListing.in(listing, Part.OPEN)).isEmpty();
  }

  @Test
  void bodiesThatAreOnlyAskedStandApart() {
    small.plan().target("T", "duty", "binding", "no");

    Listing listing = small.listing("x1,issued,2024,không");

    assertThat(SmallListing.in(listing, Part.ASKED)).containsExactly("T x1", "T x2");
    assertThat(SmallListing.in(listing, Part.OPEN)).isEmpty();
  }

  @Test
  void anExceptionTakesAFindingOffTheOpenPart() {
    small.plan().target("T", "duty");
    small.data().waivers("x1,T,2025-12-31,lý do,Chủ tịch,QĐ 1,");

    Listing listing = small.listing("x1,issued,2024,không", "x2,issued,2024,không");

    assertThat(SmallListing.in(listing, Part.WAIVED)).containsExactly("T x1");
    assertThat(SmallListing.in(listing, Part.OPEN)).containsExactly("T x2");
  }

  @Test
  void whatStillHasTimeIsUnderWay() {
    small.plan().target("T", "duty").target("A", "duty", "binding", "no");

    Listing listing = small.on(LocalDate.of(2024, 12, 31), "x1,issued,2024,không");

    assertThat(SmallListing.in(listing, Part.UNDERWAY))
        .containsExactly("T x1", "T x2", "A x1", "A x2");
  }

  @Test
  void whatAPersonHasToJudgeStandsApart() {
    small.plan().target("J", "judgement").target("R", "count", "on_miss", "needs_review");
    small.plan().target("O", "ratio", "binding", "no");

    Listing listing = small.listing("h,done,2024,4", "h,total,2024,40");

    assertThat(SmallListing.in(listing, Part.REVIEW)).containsExactly("J h", "R h", "O h");
  }

  @Test
  void membersHoldBackNothingWhereTheAreaHasAnException() {
    small.plan().target("R", "ratio");
    small.data().waivers("h,R,2025-12-31,lý do,Chủ tịch,QĐ 1,");

    Listing listing = small.listing(figures(1, 10, 2, 10));

    assertThat(SmallListing.in(listing, Part.WAIVED)).containsExactly("R h");
    assertThat(SmallListing.in(listing, Part.CONTRIBUTIONS)).isEmpty();
  }

  @Test
  void aPartOfAUnitIsItsShareOfThePart() {
    small.plan().target("T", "duty");
    Listing listing = small.listing();

    assertThat(SmallListing.keys(listing.in(Part.OPEN, listing.in(Part.OPEN).get(1).unit())))
        .containsExactly("T x2");
  }
}
