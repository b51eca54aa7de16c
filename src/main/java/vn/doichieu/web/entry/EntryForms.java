package vn.doichieu.web.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.form.Questionnaire;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.dryrun.DryRun;
import vn.doichieu.web.dryrun.DryRuns;
import vn.doichieu.web.dryrun.FigureChange;
import vn.doichieu.web.filing.AreaRules;
import vn.doichieu.web.filing.AreaRules.Ruled;
import vn.doichieu.web.filing.Counting;
import vn.doichieu.web.filing.FigureKey;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Upload;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.submitting.DryRunWords;
import vn.doichieu.web.submitting.FigureWords;
import vn.doichieu.web.submitting.Place;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;
import vn.doichieu.wording.ProblemText;

/** Makes the page of what the plans of an area ask of a unit; what they share is asked once. */
@Component
class EntryForms {

  private final Areas areas;
  private final AreaRules rules;
  private final Counting counting;
  private final Figures figures;
  private final DryRuns dryRuns;
  private final DryRunWords words;
  private final PageText texts;

  EntryForms(
      Areas areas,
      AreaRules rules,
      Counting counting,
      Figures figures,
      DryRuns dryRuns,
      DryRunWords words,
      PageText texts) {
    this.areas = areas;
    this.rules = rules;
    this.counting = counting;
    this.figures = figures;
    this.dryRuns = dryRuns;
    this.words = words;
    this.texts = texts;
  }

  /**
   * What counted of a unit, as it would be typed.
   *
   * @param texts by the keys of the figures
   * @param sources where each was read, in words
   */
  record Prior(Map<FigureKey, String> texts, Map<FigureKey, String> sources) {

    String text(FigureKey key) {
      return texts.getOrDefault(key, "");
    }
  }

  /** What counts of a unit after some submission. */
  Prior prior(Place place, long upTo, Locale locale) {
    List<Ruled> plans = rules.of(place.area());
    String unit = unit(place).code();
    FigureWords words = new FigureWords(texts.messages(locale));
    Map<FigureKey, String> typed = new HashMap<>();
    Map<FigureKey, String> sources = new HashMap<>();
    Map<Long, Map<SourceLocation, String>> read = new HashMap<>();
    counting
        .of(place.area(), plans, unit::equals, upTo)
        .forEach(
            (key, source) -> {
              long upload = source.filed().uploadId();
              typed.put(
                  key,
                  text(
                      source.figure(), read.computeIfAbsent(upload, id -> read(id, place, plans))));
              sources.put(key, this.words.from(source, words, locale));
            });
    return new Prior(typed, sources);
  }

  private Map<SourceLocation, String> read(long upload, Place place, List<Ruled> plans) {
    List<Problem> problems = new ArrayList<>();
    for (Ruled plan : plans) {
      problems.addAll(figures.trial(upload, place.area(), plan.rules()).delivery().problems());
    }
    return read(problems);
  }

  private static Map<SourceLocation, String> read(List<Problem> problems) {
    Map<SourceLocation, String> read = new HashMap<>();
    for (Problem problem : problems) {
      if (problem.read() != null) {
        read.put(problem.location(), problem.read());
      }
    }
    return read;
  }

  private static String text(Figure figure, Map<SourceLocation, String> read) {
    return figure.state() == Figure.State.VALID
        ? FigureWords.typed(figure)
        : PlainText.of(read.getOrDefault(figure.location(), ""));
  }

  /** What an upload would put into the fields. */
  Map<String, String> values(Upload upload) {
    DryRun run = dryRuns.of(upload);
    Map<SourceLocation, String> read = read(run.problems());
    Map<String, String> values = new HashMap<>();
    for (FigureChange change : run.figures()) {
      Figure after = change.after();
      values.put(
          Asked.field(FigureKey.of(change.figure())), after == null ? "" : text(after, read));
    }
    return values;
  }

  /** What is wrong with the figures of an upload, by the names of their fields. */
  Map<String, String> errors(Upload upload, Locale locale) {
    DryRun run = dryRuns.of(upload);
    ProblemText sentences = new ProblemText(texts.messages(locale));
    Map<String, String> errors = new HashMap<>();
    for (FigureChange change : run.figures()) {
      SourceLocation place = change.figure().location();
      run.problems().stream()
          .filter(problem -> problem.location().equals(place))
          .findFirst()
          .ifPresent(
              problem ->
                  errors.put(
                      Asked.field(FigureKey.of(change.figure())),
                      PlainText.of(sentences.what(problem) + " " + sentences.remedy(problem))));
    }
    return errors;
  }

  /** Every figure that is asked for, in the order of the page. */
  Set<FigureKey> asked(Place place, Locale locale) {
    Set<FigureKey> keys = new java.util.LinkedHashSet<>();
    questionnaires(place, locale)
        .values()
        .forEach(
            questionnaire ->
                questionnaire.groups().stream()
                    .flatMap(group -> group.questions().stream())
                    .forEach(question -> keys.add(key(place, question))));
    return keys;
  }

  private Map<Ruled, Questionnaire> questionnaires(Place place, Locale locale) {
    Messages messages = texts.messages(locale);
    Map<Ruled, Questionnaire> all = new LinkedHashMap<>();
    for (Ruled plan : rules.of(place.area())) {
      all.put(
          plan,
          Questionnaire.of(
              plan.rules().plan(), areas.units(place.area()).all(), unit(place), messages));
    }
    return all;
  }

  /**
   * The page.
   *
   * @param values what stands in the fields, where it is not what counts
   * @param errors what is wrong with it
   */
  EntryForm form(
      Place place,
      long seen,
      Map<String, String> values,
      Map<String, String> errors,
      Locale locale) {
    Prior prior = prior(place, seen, locale);
    Set<FigureKey> asked = new HashSet<>();
    List<EntryForm.Section> sections = new ArrayList<>();
    questionnaires(place, locale)
        .forEach(
            (plan, questionnaire) -> {
              List<EntryForm.Group> groups = new ArrayList<>();
              for (Questionnaire.Group group : questionnaire.groups()) {
                List<EntryForm.Field> fields =
                    group.questions().stream()
                        .filter(question -> asked.add(key(place, question)))
                        .map(q -> field(q, key(place, q), prior, values, errors))
                        .toList();
                if (!fields.isEmpty()) {
                  groups.add(
                      new EntryForm.Group(group.heading(), group.quote(), group.pooled(), fields));
                }
              }
              sections.add(
                  new EntryForm.Section(
                      plan.plan().planId(), plan.plan().title().in(locale), groups));
            });
    return new EntryForm(seen, sections);
  }

  private static EntryForm.Field field(
      Questionnaire.Question question,
      FigureKey key,
      Prior prior,
      Map<String, String> values,
      Map<String, String> errors) {
    String name = Asked.field(key);
    return new EntryForm.Field(
        name,
        question.label(),
        question.periodText(),
        question.item().type().code(),
        question.typeText(),
        question.hint(),
        values.getOrDefault(name, prior.text(key)),
        prior.sources().getOrDefault(key, ""),
        errors.getOrDefault(name, ""));
  }

  private static FigureKey key(Place place, Questionnaire.Question question) {
    return new FigureKey(unit(place).code(), question.item().code(), question.period().text());
  }

  static ReportingUnit unit(Place place) {
    return Objects.requireNonNull(place.unit());
  }
}
