package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.check.Check;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.Letterheads;
import vn.doichieu.masking.Masking;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** What is to be hidden stands nowhere in the list, nor in the letters. */
class MaskedListTest {

  private static final String MASKED = "không nêu (số nhỏ)";
  private static final String PEOPLE = "count, people: true";
  private static final Messages MESSAGES = new Messages(Language.VI);

  @TempDir private Path folder;

  private MadeList made(int x1, int x2, String unusable) {
    Path rules =
        new SmallPlan(folder.resolve("rules"))
            .item("done", PEOPLE)
            .item("total", PEOPLE)
            .target("T", "ratio", "scope", "each+area", "threshold", "60%")
            .target("U", "ratio", "threshold", "70%")
            .target("C", "count", "scope", "each", "inputs", "forms", "applies_to", "commune")
            .write();
    DataFolder data =
        new DataFolder(folder.resolve("data"))
            .units(
                "h,Huyện,district,,",
                "x1,Xã A,commune,,h",
                "x2,Xã B,commune,,h",
                "x3,Xã C,commune,,h")
            .figures(
                "x1,done,2024," + x1,
                "x1,total,2024,30",
                "x2,done,2024," + x2,
                "x2,total,2024,40",
                "x3,done,2024,50",
                "x3,total,2024,90",
                "x1,forms,2024," + unusable);
    Evaluation evaluation =
        new Check(Path.of(""), rules, data.path(), LocalDate.of(2025, 2, 1), false).run();
    // Other figures hash to something else.
    return new MadeList(evaluation.from(Provenance.NONE), data.path());
  }

  private static List<Document> written(MadeList made, Masking masking) {
    List<Document> documents = new ArrayList<>(List.of(made.document(masking)));
    documents.addAll(letters(made, masking));
    return documents;
  }

  private static List<Document> letters(MadeList made, Masking masking) {
    List<Document> letters = new ArrayList<>();
    for (ReportingUnit unit :
        made.evaluation().findings().stream().map(Finding::unit).distinct().toList()) {
      Document letter =
          made.list(masking)
              .letter(
                  unit,
                  Letterheads.ofLetter(Issuer.UNKNOWN, made.evaluation().plan(), unit, MESSAGES));
      if (letter != null) {
        letters.add(letter);
      }
    }
    return letters;
  }

  /** 3 and 20 people or 2 and 21: the sums are the same, and so is all that may be shown. */
  @Test
  void otherFiguresOfHiddenUnitsGiveTheVerySameDocuments() {
    MadeList one = made(3, 20, "7b");
    MadeList other = made(2, 21, "8b");
    Masking masking = Masking.small(one.evaluation());

    assertThat(hidden(one, masking))
        .containsExactlyInAnyOrder("T Xã A", "T Xã B", "U Xã A", "U Xã B")
        .isEqualTo(hidden(other, Masking.small(other.evaluation())));

    assertThat(written(one, masking))
        .isEqualTo(written(other, Masking.small(other.evaluation())))
        .hasSize(5);
    assertThat(written(one, Masking.none())).isNotEqualTo(written(other, Masking.none()));
  }

  private static Set<String> hidden(MadeList made, Masking masking) {
    return made.evaluation().findings().stream()
        .filter(finding -> !masking.shows(finding))
        .map(finding -> finding.target().id() + " " + finding.unit().name())
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsShownStaysShown() {
    MadeList made = made(3, 20, "7b");

    assertThat(Texts.of(made.document(Masking.small(made.evaluation()))))
        .contains("50/90", "73/160", MASKED)
        .noneMatch(text -> text.contains("3/30") || text.contains("20/40"));
    assertThat(Texts.of(made.document())).contains("3/30", "20/40").doesNotContain(MASKED);
  }

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, 2025-02-01",
    "buon_ma_thuot_2024, 2025-02-01",
    "buon_ma_thuot_2024, 2024-08-01",
    "duy_tien_2026, 2027-02-01",
    "soc_trang_2011, 2012-02-01"
  })
  void noHiddenNumberOfTheSampleDataIsTold(String plan, LocalDate asOf) {
    MadeList made = MadeList.of(MadeList.rules(plan), Path.of("sample-data", plan), asOf, false);
    Evaluation evaluation = made.evaluation();
    Masking masking = Masking.small(evaluation);
    List<Document> documents = written(made, masking);
    List<Row> annex =
        new ToldList(documents.get(0), made.naive().findings())
            .tables("all")
            .get(0)
            .rows()
            .toList();
    Sentences sentences = new Sentences(evaluation, MESSAGES);
    Set<String> texts =
        documents.stream().flatMap(d -> Texts.of(d).stream()).collect(Collectors.toSet());

    int hidden = 0;
    for (int i = 0; i < annex.size(); i++) {
      Finding finding = evaluation.findings().get(i);
      if (!masking.shows(finding)) {
        hidden++;
        assertHidden(annex.get(i));
        String sentence = Cell.clean(sentences.of(finding));
        assertThat(texts).as(sentence).noneMatch(text -> text.contains(sentence));
        assertNoNumber(finding, documents);
      }
    }
    assertThat(hidden).isPositive();
    evaluation
        .problems()
        .forEach(
            problem ->
                assertThat(texts).noneMatch(text -> text.contains("“" + problem.read() + "”")));
  }

  private static void assertHidden(Row row) {
    for (int column : new int[] {4, 5, 7}) {
      assertThat(row.cells().get(column).text()).as("%s", row).isIn("", MASKED);
      assertThat(row.cells().get(column).value()).isNull();
    }
  }

  /** No cell of a row about the unit says n/d; results of months in a map have the same form. */
  private static void assertNoNumber(Finding finding, List<Document> documents) {
    if (finding.numerator() == null || finding.denominator() == null) {
      return;
    }
    String ratio =
        "(?s).*(?<![0-9./])%s/%s(?![0-9./]).*"
            .formatted(
                ToldList.number(finding.numerator()), ToldList.number(finding.denominator()));
    Stream<String> told =
        documents.stream()
            .flatMap(document -> document.sections().stream())
            .flatMap(section -> section.tables().stream())
            .filter(table -> table.layout() == Table.Layout.ROWS)
            .flatMap(Table::rows)
            .filter(row -> row.unit().equals(finding.unit().code()))
            .filter(
                row ->
                    row.cells().stream()
                        .anyMatch(c -> c.text().contains(finding.target().id() + " ")))
            .flatMap(row -> row.cells().stream())
            .map(Cell::text);
    assertThat(told).as("%s", finding).noneMatch(text -> text.matches(ratio));
  }
}
