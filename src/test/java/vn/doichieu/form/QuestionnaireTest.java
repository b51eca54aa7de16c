package vn.doichieu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.form.Questionnaire.Group;
import vn.doichieu.form.Questionnaire.Question;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Delivery;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.tabular.FormLayout;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.FilledForm;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** A page asks a unit what its sheet of the workbook form asks. */
class QuestionnaireTest {

  private static final Messages VIETNAMESE = new Messages(Language.VI);
  private static final Messages ENGLISH = new Messages(Language.EN);

  @TempDir private Path folder;

  static Stream<String> plans() {
    return RegisterRules.ALL_PLANS.stream();
  }

  private static ReportingUnits units(Path file) {
    return UnitsReader.read(file, new ArrayList<>());
  }

  private static Stream<Question> questions(Questionnaire questionnaire) {
    return questionnaire.groups().stream().flatMap(group -> group.questions().stream());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void asksEveryUnitForTheFiguresOfItsFormAndTakesThemAll(String id) throws IOException {
    Plan plan = PlanReader.read(Path.of("rules", id));
    Path unitsFile = Path.of("sample-data", id, "units.csv");
    ReportingUnits units = units(unitsFile);
    Set<String> asked = new TreeSet<>();
    StringBuilder csv = new StringBuilder("unit,item,period,value\n");
    int size = 0;
    for (ReportingUnit unit : units.all()) {
      Questionnaire questionnaire = Questionnaire.of(plan, units, unit, VIETNAMESE);
      size += questionnaire.size();
      questions(questionnaire)
          .forEach(
              question -> {
                String code = FormLayout.code(question.item().code(), question.period().text());
                assertThat(asked.add(unit.code() + " " + code)).as("twice: %s", code).isTrue();
                csv.append(
                    "%s,%s,%s,%s\n"
                        .formatted(
                            unit.code(),
                            question.item().code(),
                            question.period(),
                            question.item().type() == Item.Type.DATE
                                ? plan.year() + "-05-01"
                                : "1"));
              });
    }
    Path form = folder.resolve("form.xlsx");
    try (var out = Files.newOutputStream(form)) {
      EntryForm.read(Path.of("rules", id), unitsFile).writeSheets(out, VIETNAMESE);
    }
    try (FilledForm filled = FilledForm.of(form)) {
      assertThat(filled.size()).isEqualTo(asked.size()).isEqualTo(size).isPositive();
    }
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("typed.csv"), csv);
    Delivery delivery = Delivery.read(in, plan, units);
    assertThat(delivery.problems()).isEmpty();
    assertThat(delivery.given())
        .extracting(
            f -> f.unit().code() + " " + FormLayout.code(f.item().code(), f.period().text()))
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void saysOfEveryQuestionWhereItComesFromAndWhatToTypeInBothLanguages(String id) {
    Plan plan = PlanReader.read(Path.of("rules", id));
    ReportingUnits units = units(Path.of("sample-data", id, "units.csv"));

    for (Messages messages : List.of(VIETNAMESE, ENGLISH)) {
      for (ReportingUnit unit : units.all()) {
        for (Group group : Questionnaire.of(plan, units, unit, messages).groups()) {
          assertThat(group.heading()).startsWith(group.target()).contains(group.section());
          assertThat(group.quote()).isNotBlank();
          for (Question question : group.questions()) {
            assertThat(question.targets()).startsWith(group.target());
            assertThat(question.label()).isNotBlank();
            assertThat(question.periodText()).isNotBlank();
            assertThat(question.typeText()).isNotBlank();
            assertThat(question.hint()).isNotBlank();
          }
        }
      }
    }
  }

  private Questionnaire small(String unit, Messages messages) {
    Plan plan =
        new SmallPlan(folder.resolve("small"))
            .target("A", "ratio", "scope", "each+area", "inputs", "done / (total - pending)")
            .target("B", "duty", "scope", "each:commune", "inputs", "issued=yes")
            .target("C", "ratio", "scope", "each+area", "inputs", "done / total", "binding", "no")
            .read();
    ReportingUnits units =
        units(
            new DataFolder(folder.resolve("data"))
                .units("h,Huyện,district,,", "x1,Xã 1,commune,,h", "t,Kho bạc,agency,treasury,h")
                .path()
                .resolve("units.csv"));
    return Questionnaire.of(plan, units, units.all().get(units.find(unit).index()), messages);
  }

  @Test
  void saysWhichFiguresAreOptionalAndWhichTargetsReadThem() {
    Questionnaire asked = small("x1", VIETNAMESE);

    assertThat(asked.groups()).extracting(Group::target).containsExactly("A", "B");
    assertThat(questions(asked))
        .extracting(q -> q.item().code() + " " + q.optional() + " " + q.targets())
        .containsExactly(
            "total false [A, C]", "pending true [A]", "done false [A, C]", "issued false [B]");
  }

  @Test
  void saysThatTheAreaMayLeaveAGroupToItsMembers() {
    assertThat(small("h", VIETNAMESE).groups()).extracting(Group::pooled).containsExactly(true);
    assertThat(small("x1", VIETNAMESE).groups()).extracting(Group::pooled).containsOnly(false);
  }

  @Test
  void saysInOneSentenceWhatDoesNotFit() {
    List<Question> questions = questions(small("x1", VIETNAMESE)).toList();

    assertThat(questions.get(0).refusal()).startsWith("Ô này cần một số nguyên từ 0 trở lên");
    assertThat(questions.get(3).refusal()).startsWith("Ô này chỉ nhận “có” hoặc “không”");
    assertThat(questions(small("x1", ENGLISH)).toList().get(0).typeText())
        .isEqualTo("whole number");
  }

  @Test
  void asksNothingOfAUnitThatNoTargetNames() {
    Questionnaire asked = small("t", VIETNAMESE);

    assertThat(asked.groups()).isEmpty();
    assertThat(asked.size()).isZero();
  }
}
