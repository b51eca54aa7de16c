package vn.doichieu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Delivery.Withdrawal;
import vn.doichieu.tabular.ListTable;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.testing.WorkbookFile;

class DeliveryTest {

  @TempDir private Path folder;
  private Plan plan;
  private ReportingUnits units;
  private int deliveries;

  @BeforeEach
  void aPlanAndItsUnits() {
    plan =
        new SmallPlan(folder.resolve("rules"))
            .target("T1", "ratio", "scope", "each+area")
            .target("T2", "duty")
            .read();
    Path data = new DataFolder(folder.resolve("data")).path();
    units = UnitsReader.read(data.resolve("units.csv"), new ArrayList<>());
  }

  private Path file(String name, String text) {
    Path delivery = folder.resolve("delivery-" + deliveries);
    try {
      Files.createDirectories(delivery);
      Files.writeString(delivery.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return delivery;
  }

  private Delivery csv(String... rows) {
    Path delivery = file("so lieu.csv", "unit,item,period,value\n" + String.join("\n", rows));
    deliveries++;
    return Delivery.read(delivery, plan, units);
  }

  private Submission submission(Layer... layers) {
    return Submission.of(
        plan,
        units,
        List.of(),
        List.of(layers),
        new ListTable("waivers.csv", Submission.WAIVER_COLUMNS, List.of()),
        new ListTable("explanations.csv", Submission.EXPLANATION_COLUMNS, List.of()));
  }

  private Figure figure(Submission submission, String unit, String item) {
    return submission.figure(
        units.find(unit), new Input(plan.items().get(item), ReportingPeriod.year(2024)));
  }

  private static List<Problem.Kind> kinds(List<Problem> problems) {
    return problems.stream().map(Problem::kind).toList();
  }

  @Nested
  class Gives {

    @Test
    void everyFigureWithItsPlaceByUnitAndItem() {
      Delivery delivery =
          csv("x2,total,2024,50", "x1,total,2024,40", "x1,done,2024,ba", "x1,done,2024-H1,2");

      assertThat(delivery.given())
          .extracting(
              f -> f.unit().code() + " " + f.item().code() + " " + f.period(),
              Figure::state,
              Figure::value,
              f -> String.valueOf(f.location()))
          .containsExactly(
              given("x1 done 2024", State.INVALID, 0, 4),
              given("x1 done 2024-H1", State.VALID, 2, 5),
              given("x1 total 2024", State.VALID, 40, 3),
              given("x2 total 2024", State.VALID, 50, 2));
      assertThat(kinds(delivery.problems()))
          .containsExactly(Problem.Kind.NOT_A_COUNT, Problem.Kind.UNKNOWN_PERIOD);
    }

    private Tuple given(String key, State state, long value, int row) {
      return tuple(key, state, value, SourceLocation.of("so lieu.csv", row, "value").toString());
    }

    @Test
    void theFiguresOfListsAndJsonUnderAnyNames() {
      file("a.CSV", "unit,item,period,value\nx1,total,2024,40\n");
      file("b.json", "[{\"unit\":\"x1\",\"item\":\"done\",\"period\":\"2024\",\"value\":8}]");
      file("~$c.xlsx", "khóa");
      Path in = file(".hidden", "");
      WorkbookFile workbook = new WorkbookFile();
      workbook
          .sheet("Figures")
          .row(1, WorkbookFile.texts("unit", "item", "period", "value"))
          .row(2, WorkbookFile.texts("x2", "total", "2024", "9"));
      workbook.write(in.resolve("c.xlsx"));

      assertThat(Delivery.read(in, plan, units).given())
          .extracting(f -> f.unit().code() + " " + f.item().code() + " " + f.value())
          .containsExactly("x1 done 8", "x1 total 40", "x2 total 9");
    }

    @Test
    void theFiguresOfAFormWhoseSheetGoesByTheNameOfAList() {
      Path in = file(".hidden", "");
      WorkbookFile workbook = new WorkbookFile();
      workbook
          .sheet("Figures")
          .row(1, WorkbookFile.texts("doichieu-form", "plan=small", "layout=wide"))
          .row(2, WorkbookFile.texts("unit", "", "total@2024"))
          .row(3, WorkbookFile.texts("x1", "Xã 1", "40"));
      workbook.write(in.resolve("Biểu mẫu.xlsx"));

      assertThat(Delivery.read(in, plan, units).given())
          .extracting(f -> String.valueOf(f.location()))
          .containsExactly(new SourceLocation("Biểu mẫu.xlsx", "Figures", 3, "C").toString());
    }
  }

  @Nested
  class StopsAt {

    private List<Problem> refusal(Path in) {
      return catchThrowableOfType(UnreadableInput.class, () -> Delivery.read(in, plan, units))
          .problems();
    }

    @Test
    void noFiles() {
      assertThat(kinds(refusal(file(".hidden", "")))).containsExactly(Problem.Kind.DELIVERY_EMPTY);
    }

    @Test
    void kindsOfFilesThatAreNotRead() throws IOException {
      file("a.ods", "x");
      file("b.pdf", "x");
      Path in = file("c", "x");
      Files.createDirectory(in.resolve("d.csv"));

      assertThat(kinds(refusal(in)))
          .containsExactly(
              Problem.Kind.WORKBOOK_ODS,
              Problem.Kind.FORMAT_UNSUPPORTED,
              Problem.Kind.FORMAT_UNSUPPORTED,
              Problem.Kind.NOT_A_FILE);
    }

    @Test
    void allThatCannotBeReadAtOnceWithoutSayingWhereTheFolderIs() {
      file("a.csv", "unit,item\n");
      file("b.csv", "");
      Path in = file("c.json", "{");

      assertThat(refusal(in))
          .hasSizeGreaterThanOrEqualTo(4)
          .extracting(Problem::toString)
          .noneMatch(told -> told.contains(folder.toString()));
    }

    @Test
    void personalData() {
      Path in = file("a.csv", "unit,item,period,value\nx1,total,2024,0912345678\n");

      assertThat(refusal(in)).extracting(Problem::kind).containsOnly(Problem.Kind.PERSONAL_VALUE);
      assertThat(refusal(in).toString()).doesNotContain("0912345678");
    }
  }

  @Nested
  class Layers {

    @Test
    void ofNobodyAreFiguresThatAreAllAbsent() {
      assertThat(figure(submission(), "x1", "done").state()).isEqualTo(State.ABSENT);
    }

    @Test
    void supersedeFigureByFigureAndKeepThePlaceOfTheOneThatCounts() {
      Layer first = new Layer(csv("x1,total,2024,40", "x1,done,2024,3"));
      Layer second = new Layer(csv("", "x1,done,2024,5"));

      Submission both = submission(first, second);

      assertThat(figure(both, "x1", "done").value()).isEqualTo(5);
      assertThat(figure(both, "x1", "done").location())
          .isEqualTo(SourceLocation.of("so lieu.csv", 3, "value"));
      assertThat(figure(both, "x1", "total").value()).isEqualTo(40);
      assertThat(figure(submission(second, first), "x1", "done").value()).isEqualTo(3);
    }

    @Test
    void supersedeAValidFigureByAnInvalidOne() {
      Submission both =
          submission(new Layer(csv("x1,done,2024,3")), new Layer(csv("x1,done,2024,ba")));

      assertThat(figure(both, "x1", "done").state()).isEqualTo(State.INVALID);
      assertThat(kinds(both.problems())).containsExactly(Problem.Kind.NOT_A_COUNT);
    }

    @Test
    void supersedeFiguresThatNoTargetAsksToo() {
      Submission both =
          submission(new Layer(csv("x1,forms,2024,3")), new Layer(csv("x1,forms,2024,4")));

      assertThat(both.columns(new Input(plan.items().get("forms"), ReportingPeriod.year(2024))))
          .extracting(column -> column.value(units.find("x1").index()))
          .containsExactly(4L);
    }

    @Test
    void takeFiguresBackUntilALaterOneGivesThemAgain() {
      Delivery nothing = Delivery.empty(plan, units);
      Withdrawal done = new Withdrawal("x1", "done", "2024");
      Layer first = new Layer(csv("x1,total,2024,40", "x1,done,2024,ba"));
      Layer back = new Layer(nothing, Set.of(done, new Withdrawal("?", "done", "2024")));
      Layer again = new Layer(csv("x1,done,2024,6"));

      Submission taken = submission(first, back);

      assertThat(figure(taken, "x1", "done").state()).isEqualTo(State.ABSENT);
      assertThat(figure(taken, "x1", "done").location()).isNull();
      assertThat(figure(taken, "x1", "total").value()).isEqualTo(40);
      assertThat(taken.problems()).isEmpty();
      assertThat(figure(submission(first, back, again), "x1", "done").value()).isEqualTo(6);
      assertThat(figure(submission(first, again, back), "x1", "done").state())
          .isEqualTo(State.ABSENT);
    }

    @Test
    void areRefusedWhenTheyWereReadAgainstOtherUnits() {
      Layer layer = new Layer(csv("x1,done,2024,3"));
      units = UnitsReader.read(folder.resolve("data").resolve("units.csv"), new ArrayList<>());

      assertThatThrownBy(() -> submission(layer)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Problems {

    @Test
    void goWithTheFiguresThatTheyAreAbout() {
      Layer wrong = new Layer(csv("x1,done,2024,ba", "x2,done,2024,bốn"));

      Submission mended = submission(wrong, new Layer(csv("x1,done,2024,3")));

      assertThat(mended.problems()).extracting(Problem::read).containsExactly("bốn");
    }

    @Test
    void ofAFigureGivenTwiceGoWithItAlsoWhereTheyStandAtTheSecondRow() {
      Layer twice = new Layer(csv("x1,done,2024,3", "x1,done,2024,4"));
      assertThat(kinds(submission(twice).problems()))
          .containsExactly(Problem.Kind.CONFLICTING_FIGURES);

      assertThat(submission(twice, new Layer(csv("x1,done,2024,5"))).problems()).isEmpty();
    }

    @Test
    void ofSeveralRowsStayWhileOneOfThemCounts() {
      Layer unused = new Layer(csv("x1,forms,2024,3", "x2,forms,2024,3"));
      Layer first = new Layer(csv("x1,forms,2024,4"));
      Layer second = new Layer(csv("x2,forms,2024,4"));

      assertThat(submission(unused, first).problems()).hasSize(2);
      assertThat(submission(unused, first, second).problems())
          .allMatch(problem -> problem.alsoAt().isEmpty())
          .hasSize(2);
    }

    @Test
    void ofWhatIsNoFigureStay() {
      Layer unknown = new Layer(csv("x9,done,2024,3", "x1,downe,2024,3"));

      assertThat(kinds(submission(unknown, new Layer(csv("x1,done,2024,3"))).problems()))
          .containsExactly(Problem.Kind.UNKNOWN_UNIT, Problem.Kind.UNKNOWN_ITEM);
    }

    @Test
    void ofOneCellOfAWideFormGoWithThatCellAlone() {
      Path in = file(".hidden", "");
      WorkbookFile workbook = new WorkbookFile();
      workbook
          .sheet("Số liệu")
          .row(1, WorkbookFile.texts("doichieu-form", "plan=small", "layout=wide"))
          .row(2, WorkbookFile.texts("unit", "", "done@2024", "total@2024"))
          .row(3, WorkbookFile.texts("x1", "Xã 1", "ba", "bốn"));
      workbook.write(in.resolve("a.xlsx"));
      deliveries++;
      Layer form = new Layer(Delivery.read(in, plan, units));

      assertThat(submission(form, new Layer(csv("x1,done,2024,3"))).problems())
          .extracting(Problem::read)
          .containsExactly("bốn");
    }
  }
}
