package vn.doichieu.web.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Rate;
import vn.doichieu.web.dryrun.Contradiction;
import vn.doichieu.web.dryrun.DryRun;
import vn.doichieu.web.dryrun.FigureChange;
import vn.doichieu.web.dryrun.FindingMove;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.ProblemJson;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.WarningSentences;

/** Uploads and submissions as JSON. */
@Component
class FilingJson {

  private final PageText texts;
  private final Uploads uploads;

  FilingJson(PageText texts, Uploads uploads) {
    this.texts = texts;
    this.uploads = uploads;
  }

  /** A figure with its value as the command line's JSON writes it. */
  record FigureRow(
      String unit,
      String item,
      String period,
      String state,
      @Nullable Object value,
      Map<String, @Nullable Object> source) {

    static FigureRow of(Figure figure) {
      return new FigureRow(
          figure.unit().code(),
          figure.item().code(),
          figure.period().text(),
          figure.state().name().toLowerCase(Locale.ROOT),
          figure.state() == Figure.State.VALID ? json(figure) : null,
          ProblemJson.place(figure.location()));
    }

    private static Object json(Figure figure) {
      return switch (figure.item().type()) {
        case COUNT -> figure.value();
        case YES_NO -> figure.value() == 1 ? "yes" : "no";
        case DATE -> LocalDate.ofEpochDay(figure.value()).toString();
        case RATE -> Rate.unpacked(figure.value()).text('.');
      };
    }
  }

  /** A figure that counts, with the submission that it counts from. */
  record CountingRow(int submission, FigureRow figure) {

    static CountingRow of(Counting.Source source) {
      return new CountingRow(source.filed().number(), FigureRow.of(source.figure()));
    }
  }

  /** What becomes of a figure. */
  record ChangeRow(String change, @Nullable CountingRow before, @Nullable FigureRow after) {

    static ChangeRow of(FigureChange change) {
      Counting.Source before = change.before();
      Figure after = change.after();
      return new ChangeRow(
          change.kind().code(),
          before == null ? null : CountingRow.of(before),
          after == null ? null : FigureRow.of(after));
    }
  }

  /** A finding whose result becomes another. */
  record MoveRow(
      String target,
      String unit,
      String period,
      @Nullable String before,
      String after,
      String message) {}

  /** The findings of a plan that move. */
  record PlanRow(String plan, @JsonProperty("as_of") String asOf, List<MoveRow> moves) {}

  /** What has to be explained. */
  record QuestionRow(String unit, String check, String period, List<String> messages) {}

  /** A dry run. */
  record RunRow(
      long upload,
      @Nullable String unit,
      String kind,
      String sha256,
      @JsonProperty("based_on") long basedOn,
      boolean overtaken,
      Map<String, Integer> counts,
      List<ChangeRow> figures,
      List<Map<String, @Nullable Object>> problems,
      List<Map<String, @Nullable Object>> locked,
      List<PlanRow> plans,
      @JsonProperty("explanations_needed") List<QuestionRow> questions) {}

  RunRow run(DryRun run, boolean overtaken, Viewer viewer, Locale locale) {
    ProblemText problems = new ProblemText(texts.messages(locale));
    Upload upload = run.upload();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (FigureChange.Kind kind : FigureChange.Kind.values()) {
      counts.put(kind.code(), run.count(kind));
    }
    return new RunRow(
        upload.id(),
        upload.unit(),
        upload.kind().code(),
        upload.hash(),
        upload.basedOn(),
        overtaken,
        counts,
        run.figures().stream().map(ChangeRow::of).toList(),
        run.problems().stream().map(p -> ProblemJson.of(p, problems)).toList(),
        run.locked().stream().map(p -> ProblemJson.of(p, problems)).toList(),
        run.plans().stream().map(plan -> plan(plan, viewer, locale)).toList(),
        run.contradictions().stream().map(asked -> question(asked, locale)).toList());
  }

  private PlanRow plan(DryRun.PlanMoves plan, Viewer viewer, Locale locale) {
    Sentences sentences = new Sentences(plan.after(), texts.messages(locale));
    String own = viewer.unit();
    return new PlanRow(
        plan.plan().planId(),
        plan.after().asOf().toString(),
        plan.moves().stream()
            .filter(move -> own == null || own.equals(move.after().unit().code()))
            .map(move -> move(move, sentences))
            .toList());
  }

  private static MoveRow move(FindingMove move, Sentences sentences) {
    Finding before = move.before();
    Finding after = move.after();
    return new MoveRow(
        after.target().id(),
        after.unit().code(),
        after.period().text(),
        before == null ? null : before.result().code(),
        after.result().code(),
        sentences.of(after));
  }

  private QuestionRow question(Contradiction asked, Locale locale) {
    return new QuestionRow(
        asked.unit().code(),
        asked.check(),
        asked.period().text(),
        asked.warnings().stream()
            .map(
                told ->
                    new WarningSentences(told.evaluation(), texts.messages(locale))
                        .of(told.warning()))
            .distinct()
            .toList());
  }

  /** A submission in a list. */
  record FiledRow(
      int number,
      @Nullable String unit,
      String kind,
      long upload,
      String sha256,
      @JsonProperty("made_at") String madeAt,
      String note) {}

  FiledRow filed(Filed filed) {
    Upload upload = uploads.get(filed.uploadId());
    return new FiledRow(
        filed.number(),
        filed.unit(),
        upload.kind().code(),
        filed.uploadId(),
        upload.hash(),
        filed.madeAt().toString(),
        filed.note());
  }
}
