package vn.doichieu.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.ReportingUnit;

/** One cause is one line. */
class LinesTest {

  @TempDir private Path folder;
  private SmallListing small;

  @BeforeEach
  void writer() {
    small = new SmallListing(folder);
  }

  @Test
  void targetsThatRestOnTheSameFiguresAreOneLine() {
    small.plan().target("A", "count").target("B", "count", "threshold", "7");

    assertThat(SmallListing.open(small.listing("h,done,2024,4"), "h"))
        .containsExactly("A 2024 + B 2024");
  }

  @Test
  void otherFiguresAreAnotherCause() {
    small.plan().target("A", "count").target("B", "count", "inputs", "forms");

    assertThat(SmallListing.open(small.listing("h,done,2024,4", "h,forms,2024,4"), "h"))
        .containsExactly("A 2024", "B 2024");
  }

  /** That the one lacks is the cause, whatever else was there. */
  @Test
  void targetsThatLackTheSameFigureAreOneLine() {
    small
        .plan()
        .target("A", "ratio", "applies_to", "")
        .target("B", "ratio", "applies_to", "", "inputs", "forms / total");

    assertThat(SmallListing.open(small.listing("h,done,2024,4", "h,forms,2024,4"), "h"))
        .containsExactly("A 2024 + B 2024");
  }

  @Test
  void oneFigureThatCannotBeUsedIsOneLine() {
    small
        .plan()
        .target("A", "ratio", "applies_to", "")
        .target("B", "ratio", "applies_to", "", "inputs", "forms / total");

    assertThat(
            SmallListing.open(
                small.listing("h,done,2024,4", "h,forms,2024,4", "h,total,2024,vài"), "h"))
        .containsExactly("A 2024 + B 2024");
  }

  @Test
  void anotherResultIsAnotherLine() {
    small
        .plan()
        .target("A", "ratio", "applies_to", "", "threshold", "90%")
        .target("B", "ratio", "applies_to", "", "inputs", "done / forms");

    assertThat(SmallListing.open(small.listing("h,done,2024,4", "h,total,2024,9"), "h"))
        .containsExactly("A 2024", "B 2024");
  }

  @Test
  void thePeriodsOfOneReportAreOneLine() {
    small
        .plan()
        .target(
            "D",
            "deadline",
            "threshold",
            "the 10th of the month after",
            "periods",
            "2024-03..2024-05");

    assertThat(SmallListing.open(small.listing("x1,report_submitted_on,2024-04,2024-05-01"), "x1"))
        .containsExactly("D 2024-03 + D 2024-05");
  }

  @Test
  void unitsAreNeverOnOneLine() {
    small.plan().target("D", "deadline");

    assertThat(SmallListing.open(small.listing()).keySet())
        .extracting(ReportingUnit::code)
        .containsExactly("x1", "x2");
  }

  @Test
  void mainTargetsComeFirstAndTheDutiesOfABodyLastAsOneLine() {
    small
        .plan()
        .target("S1", "duty", "priority", "supporting")
        .target("D", "deadline", "priority", "deadline")
        .target("S2", "duty", "priority", "supporting", "inputs", "asked=yes")
        .target("M", "duty");

    Listing listing = small.listing("x1,issued,2024,không");

    assertThat(SmallListing.open(listing, "x1"))
        .containsExactly("M 2024", "D 2024-H1", "S1 2024 + S2 2024");
    assertThat(SmallListing.open(listing).values().iterator().next())
        .extracting(Line::isDuties)
        .containsExactly(false, false, true);
  }

  @Test
  void aMainTargetLeadsALineWithASupportingOne() {
    small.plan().target("S", "count", "priority", "supporting").target("M", "count");

    assertThat(SmallListing.open(small.listing("h,done,2024,4"), "h"))
        .containsExactly("M 2024 + S 2024");
  }
}
