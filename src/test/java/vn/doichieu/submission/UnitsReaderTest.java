package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Scope;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;

class UnitsReaderTest {

  @TempDir private Path folder;
  private final List<Problem> remarks = new ArrayList<>();

  @Test
  void keepsUnitsInTheOrderOfTheirCodesWithTheirPlaces() {
    units("x2,B,commune,,k", "h,H,district,,", "k,K,commune,,h", "x1,A,commune,,h");

    ReportingUnits units = read();

    assertThat(units.all()).extracting(ReportingUnit::code).containsExactly("h", "k", "x1", "x2");
    assertThat(units.all()).extracting(ReportingUnit::index).containsExactly(0, 1, 2, 3);
    assertThat(units.area().code()).isEqualTo("h");
    assertThat(remarks).isEmpty();
  }

  @Test
  void findsMembersAtAnyDepthAndAgenciesByTheirRole() {
    units(
        "h,H,province,,",
        "k,K,district,,h",
        "x1,A,commune,,k",
        "g1,G,residential_group,,x1",
        "p1,P,agency,police,x1",
        "p2,P,agency,culture,h");

    ReportingUnits units = read();

    assertThat(units.coveredBy(new Scope(true, Set.of(Kind.COMMUNE), Set.of("police"), true)))
        .extracting(ReportingUnit::code)
        .containsExactly("p1", "x1");
    assertThat(units.coveredBy(new Scope(true, Set.of(Kind.PROVINCE), Set.of(), true)))
        .as("the area is no member of itself")
        .isEmpty();
  }

  @Test
  void livesWithAnAgencyWithoutARoleButTells() {
    units("h,H,district,,", "p1,P,agency,,h");

    assertThat(read().size()).isEqualTo(2);
    assertThat(remarks)
        .containsExactly(
            new Problem(
                Problem.Kind.AGENCY_WITHOUT_ROLE, SourceLocation.of("units.csv", 3, "role"), "p1"));
  }

  @Nested
  class StopsAt {

    @Test
    void twoAreas() {
      units("h,H,district,,", "k,K,district,,", "x1,X,commune,,h", "m,M,district,,");

      assertThat(refusal())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Problem.Kind.SEVERAL_AREAS);
                assertThat(p.location()).isEqualTo(SourceLocation.of("units.csv", 3, "parent"));
                assertThat(p.read()).isEqualTo("h, k, m");
              });
    }

    @Test
    void noArea() {
      units("h,H,district,,x1", "x1,X,commune,,h");

      assertThat(refused()).containsExactly("NO_AREA units.csv:1", "PARENT_CYCLE units.csv:2");
    }

    @Test
    void aCycleBesideTheArea() {
      units(
          "h,H,district,,",
          "a,A,commune,,b",
          "b,B,commune,,c",
          "c,C,commune,,a",
          "d,D,commune,,d",
          "e,E,commune,,a");

      assertThat(refused()).containsExactly("PARENT_CYCLE units.csv:3", "PARENT_CYCLE units.csv:6");
    }

    @Test
    void anUnknownParentOnceForAllItsChildren() {
      units("h,H,district,,", "x1,X,commune,,nobody", "x2,X,commune,,nobody", "x3,X,commune,,h");

      assertThat(refusal())
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.kind()).isEqualTo(Problem.Kind.UNKNOWN_PARENT);
                assertThat(p.location()).isEqualTo(SourceLocation.of("units.csv", 3, "parent"));
                assertThat(p.read()).isEqualTo("nobody");
                assertThat(p.alsoAt()).containsExactly(4);
              });
    }

    @Test
    void anUnknownKindOfTheAreaWithoutSayingThatThereIsNoArea() {
      units("h,H,huyện,,", "x1,X,commune,,h");

      assertThat(refused()).containsExactly("UNKNOWN_KIND units.csv:2");
    }

    @Test
    void everyUnsoundUnitAtOnce() {
      units(
          "h,H,district,,",
          "x1,X,village,,h",
          "x2,X,commune,,h",
          "x2,Y,commune,,h",
          ",Z,commune,,h",
          "x3,X,,,h",
          "x4,a,b,commune,,h");

      assertThat(refused())
          .containsExactly(
              "UNKNOWN_KIND units.csv:3",
              "DUPLICATE_UNIT units.csv:5",
              "BLANK_CODE units.csv:6",
              "UNKNOWN_KIND units.csv:7",
              "WRONG_CELL_COUNT units.csv:8");
    }
  }

  private void units(String... rows) {
    new DataFolder(folder).units(rows);
  }

  private ReportingUnits read() {
    return UnitsReader.read(folder.resolve("units.csv"), remarks);
  }

  private List<String> refused() {
    return refusal().stream()
        .map(p -> p.kind() + " " + p.location().file() + ":" + p.location().row())
        .toList();
  }

  private List<Problem> refusal() {
    UnreadableInput refusal = catchThrowableOfType(UnreadableInput.class, this::read);
    assertThat(refusal).as("the units are refused").isNotNull();
    return refusal.problems();
  }
}
