package vn.doichieu.impact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.edits.Edit;
import vn.doichieu.edits.EditText;
import vn.doichieu.impact.FindingChange.Aspect;
import vn.doichieu.impact.FindingChange.Cause;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** Says what became of a finding, and why. */
public final class ChangeText {

  /** What the words for the two findings show already, where their result is not the same. */
  private static final Set<Aspect> IN_RESULT =
      EnumSet.of(Aspect.PRESENCE, Aspect.RESULT, Aspect.REASON, Aspect.NUMBERS, Aspect.SHORTFALL);

  private final FolderImpact folder;
  private final Messages messages;
  private final Language language;
  private final Sentences before;
  private final Sentences after;
  private final EditText edits;

  public ChangeText(Impact impact, FolderImpact folder, Messages messages) {
    this.folder = folder;
    this.messages = messages;
    language = messages.language();
    before = new Sentences(folder.before(), messages);
    after = new Sentences(folder.after(), messages);
    edits = new EditText(impact.edits(), messages);
  }

  /** The title of a change's target. */
  String title(FindingChange change) {
    return sentences(change).title(change.shown().target());
  }

  private Sentences sentences(FindingChange change) {
    return change.after() == null ? before : after;
  }

  /** The unit and the period. */
  public String about(FindingChange change) {
    Finding shown = change.shown();
    return messages.text("impact.about", shown.unit().name(), language.period(shown.period()));
  }

  /** What it was: "Đạt 12/40 (30%), yêu cầu ít nhất 20%". */
  public String before(FindingChange change) {
    return change.before() == null
        ? messages.text("impact.absent")
        : words(change.before(), before);
  }

  /** What it is. */
  public String after(FindingChange change) {
    return change.after() == null ? messages.text("impact.absent") : words(change.after(), after);
  }

  /** The result that a change leaves as it was, with its details. */
  public String unchanged(FindingChange change) {
    String result = result(change.shown(), sentences(change));
    List<String> details = details(change);
    return details.isEmpty() ? result : result + "; " + String.join("; ", details);
  }

  private static String result(Finding finding, Sentences sentences) {
    String achieved = sentences.achieved(finding);
    return sentences.result(finding) + (achieved.isEmpty() ? "" : " " + achieved);
  }

  private String words(Finding finding, Sentences sentences) {
    String lacking = sentences.stillNeeded(finding);
    String result = result(finding, sentences);
    return lacking.isEmpty() ? result : result + ", " + messages.text("impact.lacking", lacking);
  }

  /** The whole sentence of the finding before, and of the one after. */
  @Nullable String sentenceBefore(FindingChange change) {
    return change.before() == null ? null : before.of(change.before());
  }

  @Nullable String sentenceAfter(FindingChange change) {
    return change.after() == null ? null : after.of(change.after());
  }

  /** What the target asked for, and asks for: "ít nhất 20% → ít nhất 30%"; empty if the same. */
  String required(FindingChange change) {
    if (change.before() == null || change.after() == null) {
      return "";
    }
    String was = before.required(change.before().target());
    String is = after.required(change.after().target());
    return was.equals(is) ? "" : messages.text("impact.required", was, is);
  }

  /** The edits that explain a change; that none does is said, too. */
  List<String> causes(FindingChange change) {
    List<String> causes = new ArrayList<>();
    for (Cause cause : change.causes()) {
      Edit edit = cause.edit();
      String cells =
          cause.cells().stream()
              .map(cell -> edits.of(edit, cell))
              .collect(Collectors.joining("; "));
      boolean ownRow =
          edit.part() == Edit.Part.TARGET && edit.id().equals(change.shown().target().id());
      String what =
          ownRow && !cells.isEmpty()
              ? cells
              : edits.what(edit) + (cells.isEmpty() ? "" : ": " + cells);
      causes.add(messages.text("impact.cause", what, edits.places(edit)));
    }
    if (!change.unexplained().isEmpty()) {
      causes.add(
          messages.text(
              "impact.unexplained",
              change.unexplained().stream()
                  .map(aspect -> messages.text("impact.aspect." + aspect.code()))
                  .collect(Collectors.joining(", "))));
    }
    return causes;
  }

  /** What else differs than the words for the two findings show. */
  List<String> details(FindingChange change) {
    Finding was = change.before();
    Finding is = change.after();
    if (was == null || is == null) {
      return List.of();
    }
    Set<Aspect> aspects = EnumSet.copyOf(change.aspects());
    if (was.result() != is.result()) {
      aspects.removeAll(IN_RESULT);
    }
    return aspects.stream()
        .map(aspect -> detail(aspect, was, is))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private String detail(Aspect aspect, Finding was, Finding is) {
    return switch (aspect) {
      case PRESENCE, RESULT -> "";
      case REASON ->
          turn(
              aspect,
              messages.text("explain.reason." + was.reason().code()),
              messages.text("explain.reason." + is.reason().code()));
      case BINDING -> messages.text(is.binding() ? "impact.binds" : "impact.binds_no_more");
      case FLAGS -> flags(was.flags(), is.flags());
      case NUMBERS -> turn(aspect, numbers(was), numbers(is));
      case SHORTFALL -> turn(aspect, number(was.shortfall()), number(is.shortfall()));
      case WAIVER -> turn(aspect, waiver(was.waiver()), waiver(is.waiver()));
      case PRIORITY -> turn(aspect, was.target().priority().code(), is.target().priority().code());
      case BASIS -> turn(aspect, basis(was), basis(is));
      case FIGURES -> figures(was, is);
      case READINGS -> readings(was, is);
    };
  }

  private String turn(Aspect aspect, String was, String is) {
    return messages.text("impact.turn", messages.text("impact.aspect." + aspect.code()), was, is);
  }

  private String number(@Nullable Long number) {
    return number == null ? messages.text("impact.none") : language.number(number);
  }

  private String numbers(Finding finding) {
    return number(finding.numerator()) + "/" + number(finding.denominator());
  }

  private String basis(Finding finding) {
    return messages.text("impact.basis." + finding.basis().name().toLowerCase(Locale.ROOT));
  }

  private String waiver(@Nullable Waiver waiver) {
    return waiver == null ? messages.text("impact.none") : waiver.decision();
  }

  private String flags(Set<Flag> was, Set<Flag> is) {
    return comeAndGone(Aspect.FLAGS, flagWords(was), flagWords(is));
  }

  private Set<String> flagWords(Set<Flag> flags) {
    return flags.stream()
        .map(flag -> messages.text("flag." + flag.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String figures(Finding was, Finding is) {
    return comeAndGone(Aspect.FIGURES, figures(folder.before(), was), figures(folder.after(), is));
  }

  private Set<String> figures(Evaluation evaluation, Finding finding) {
    return evaluation.evidence().apply(finding).stream()
        .map(this::figure)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String figure(Figure figure) {
    return figure.item().code() + " " + language.period(figure.period());
  }

  /** "cờ: thêm …; bỏ …"; where only states differ, that they do. */
  private String comeAndGone(Aspect aspect, Set<String> was, Set<String> is) {
    List<String> parts = new ArrayList<>();
    if (!was.containsAll(is)) {
      parts.add(messages.text("impact.come", joined(is, was)));
    }
    if (!is.containsAll(was)) {
      parts.add(messages.text("impact.gone", joined(was, is)));
    }
    if (parts.isEmpty()) {
      parts.add(messages.text("impact.others"));
    }
    return messages.text("impact.aspect." + aspect.code()) + ": " + String.join("; ", parts);
  }

  private static String joined(Collection<String> of, Collection<String> without) {
    Set<String> rest = new TreeSet<>(of);
    rest.removeAll(new HashSet<>(without));
    return String.join(", ", rest);
  }

  private String readings(Finding was, Finding is) {
    Map<String, String> then = readings(folder.before(), was, before);
    Map<String, String> now = readings(folder.after(), is, after);
    Set<String> ids = new TreeSet<>(then.keySet());
    ids.addAll(now.keySet());
    Map<String, String> turns = new LinkedHashMap<>();
    String none = messages.text("impact.none");
    for (String id : ids) {
      String a = then.getOrDefault(id, none);
      String b = now.getOrDefault(id, none);
      if (!Objects.equals(a, b)) {
        turns.put(id, messages.text("impact.reading", id, a, b));
      }
    }
    return turns.isEmpty()
        ? messages.text("impact.aspect.readings") + ": " + messages.text("impact.others")
        : String.join("; ", turns.values());
  }

  private Map<String, String> readings(
      Evaluation evaluation, Finding finding, Sentences sentences) {
    Map<String, String> readings = new HashMap<>();
    for (Verdict verdict : evaluation.otherReadings().apply(finding)) {
      Finding other = verdict.finding();
      String lacking = other == null ? "" : sentences.stillNeeded(other);
      readings.put(
          verdict.reading().id(),
          sentences.otherResult(verdict)
              + (lacking.isEmpty() ? "" : ", " + messages.text("impact.lacking", lacking)));
    }
    return readings;
  }
}
