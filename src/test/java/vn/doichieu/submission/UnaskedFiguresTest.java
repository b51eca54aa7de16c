package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Plan;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** What was submitted and no target asks for is told, never passed over. */
class UnaskedFiguresTest {

  @TempDir private Path folder;
  private Plan plan;
  private DataFolder data;

  @BeforeEach
  void aPlanAndItsFolder() {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio")
            .target("T2", "deadline", "periods", "2024-H1")
            .target("T3", "duty", "scope", "agency:police")
            .read();
    data = new DataFolder(folder.resolve("data"));
    data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "a1,Công an,agency,police,h");
  }

  @Test
  void aRoleThatNoTargetNamesWithTheOneMeant() {
    data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "a1,Công an,agency,polce,h");
    data.figures();

    assertThat(told())
        .containsExactly(
            "ROLE_WITHOUT_UNIT 0 role police [T3]", "ROLE_UNUSED 0 role polce [police]");
  }

  @Test
  void aFigureOfAUnitThatNoTargetTakesItFrom() {
    data.figures("h,report_submitted_on,2024-H1,2024-05-01", "x1,done,2024,1", "a1,done,2024,1");

    assertThat(told())
        .containsExactly(
            "FIGURE_NOT_ASKED 2 unit h [report_submitted_on]", "FIGURE_NOT_ASKED 4 unit a1 [done]");
  }

  @Test
  void aFigureOfTheAreaWhereItsMembersAnswer() {
    plan =
        new SmallPlan(folder.resolve("share"))
            .target("T1", "share_of_units", "inputs", "issued=yes", "condition", "asked=yes")
            .target("T2", "share_of_units", "inputs", "forms>=1")
            .target("T3", "count", "inputs", "forms")
            .read();
    data.units("h,Huyện,district,,", "x1,Xã 1,commune,,h");
    data.figures("h,issued,2024,yes", "h,asked,2024,yes", "h,forms,2024,1");

    assertThat(told()).containsExactly("FIGURE_NOT_ASKED 2 unit h [issued]");
  }

  @Test
  void figuresOfDifferentItemsInOnePeriodEachUnderTheirName() {
    data.figures("x1,done,2024-H1,1", "x1,total,2024-H1,2");

    assertThat(told())
        .containsExactly(
            "FIGURE_UNUSED 2 period 2024-H1 [done]", "FIGURE_UNUSED 3 period 2024-H1 [total]");
  }

  @Test
  void aNumberThatRanOverIntoTheNextCell() {
    data.file("figures.csv", "unit,item,period,value,evidence", "x1,done,2024,12,5");

    assertThat(told()).containsExactly("WRONG_CELL_COUNT 2 value x1,done,2024,12,5 []");
  }

  private List<String> told() {
    return data.read(plan).problems().stream()
        .map(
            p ->
                p.kind()
                    + " "
                    + p.location().row()
                    + " "
                    + p.location().column()
                    + " "
                    + p.read()
                    + " "
                    + p.arguments())
        .toList();
  }
}
