package vn.doichieu.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Cell.Value;
import vn.doichieu.document.Tone;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;
import vn.doichieu.masking.Masking;
import vn.doichieu.wording.FigureText;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;
import vn.doichieu.wording.Wording;

/** What the cells of a finding say. Numbers that are to be hidden are never among it. */
final class FindingText {

  private final Messages messages;
  private final Masking masking;
  private final Wording wording;
  private final FigureText figures;
  private final Sentences sentences;

  FindingText(Evaluation evaluation, Messages messages, Masking masking) {
    this.messages = messages;
    this.masking = masking;
    wording = new Wording(messages);
    figures = new FigureText(messages, evaluation);
    sentences = new Sentences(evaluation, messages);
  }

  /** "HM-N6 Kiểm tra cơ sở kinh doanh dịch vụ". */
  String title(Target target) {
    return target.id() + " " + wording.title(target);
  }

  /** Whether the same words ask for something in another period, too. */
  static boolean isForOnePeriodOfSeveral(Target target) {
    return target.periods().size() > 1 || ReportingPeriod.parse(target.part()).isPresent();
  }

  /** As above, with the period where the target has several. */
  String title(Finding finding) {
    return isForOnePeriodOfSeveral(finding.target())
        ? title(finding.target()) + ", " + messages.language().period(finding.period())
        : title(finding.target());
  }

  /** The plan's own words, in quotation marks. */
  String quote(Target target) {
    return "“" + target.citation().quote().replace('“', '‘').replace('”', '’') + "”";
  }

  String section(Target target) {
    return messages.text("list.section", target.citation().section());
  }

  String required(Target target) {
    return wording.required(target);
  }

  String result(Finding finding) {
    return wording.result(finding);
  }

  /** The general word for a result. */
  String word(Result result) {
    return wording.result(result);
  }

  /** The word and colour of a result. */
  Cell resultCell(Finding finding) {
    return Cell.of(resultInFull(finding), tone(finding));
  }

  /** The word of a result, and of a late report by how many days: "Chậm báo cáo (3 ngày)". */
  String resultInFull(Finding finding) {
    Long late = finding.shortfall();
    return finding.reason() == Reason.LATE && late != null
        ? messages.text("list.late", result(finding), messages.language().number(late))
        : result(finding);
  }

  /** Nobody is an offender by what only adds to the area's figures, or was only asked for. */
  static Tone tone(Finding finding) {
    boolean asked = finding.flags().contains(Flag.ASKED) && finding.result() == Result.MISSING;
    boolean below = !finding.binding() && finding.result() == Result.NOT_MET;
    return asked || below ? Tone.BELOW : Tone.of(finding.result());
  }

  /** "78/398 (19,6%)". */
  String achieved(Finding finding) {
    return shown(finding, sentences.achieved(finding));
  }

  /** "78/398", or the day of a report. */
  String counts(Finding finding) {
    return shown(finding, wording.counts(finding, figures));
  }

  /** The rate as a number that programs count with. */
  Cell rate(Finding finding) {
    String text = masking.shows(finding) ? wording.rate(finding) : "";
    Long n = finding.numerator();
    Long d = finding.denominator();
    if (text.isEmpty() || n == null || d == null) {
      return Cell.EMPTY;
    }
    boolean change = finding.target().criterion() instanceof Criterion.Change;
    return Cell.of(text, new Value.Fraction(change ? n - d : n, d));
  }

  /** "2 cơ sở", "chậm 3 ngày"; empty where it cannot be said. */
  String needed(Finding finding) {
    if (finding.reason() == Reason.LATE) {
      return inShort(finding);
    }
    return shown(finding, wording.stillNeeded(finding));
  }

  /** The same for a sentence, which does without it where it is hidden. */
  String toldNeeded(Finding finding) {
    return masking.shows(finding) ? needed(finding) : "";
  }

  /** What a finding came to; of a body that was only asked, without a word of blame. */
  private String inShort(Finding finding) {
    Long days = finding.shortfall();
    if (!finding.flags().contains(Flag.ASKED)) {
      return sentences.inShort(finding);
    }
    return finding.reason() == Reason.LATE && days != null
        ? messages.text("list.asked.late", messages.language().number(days))
        : messages.language().continued(result(finding));
  }

  /** What is still needed as a number. */
  Cell shortfall(Finding finding) {
    Long shortfall = finding.shortfall();
    if (shortfall == null) {
      return Cell.EMPTY;
    }
    String text = shown(finding, messages.language().number(shortfall));
    return masking.shows(finding) ? Cell.of(text, new Value.Whole(shortfall)) : Cell.of(text);
  }

  /** A text with numbers of a finding, or the word that stands for small numbers. */
  private String shown(Finding finding, String text) {
    return text.isEmpty() || masking.shows(finding) ? text : messages.text("list.masked");
  }

  /** The first day that is too late. */
  Cell before(Finding finding) {
    LocalDate day = lastChance(finding);
    return Cell.of(messages.text("list.before", messages.language().date(day)), new Value.Day(day));
  }

  /** The first day that is too late. */
  static LocalDate lastChance(Finding finding) {
    return finding.target().criterion() instanceof Criterion.Deadline deadline
        ? deadline.due().of(finding.period())
        : finding.target().closesOn();
  }

  /** Whether a result holds only up to the day of the list. */
  boolean isSoFar(Finding finding) {
    return sentences.isSoFar(finding);
  }

  /** What else a reader has to know, in few words. */
  List<String> notes(Finding finding) {
    List<String> notes = new ArrayList<>();
    if (finding.basis() == Finding.Basis.MEMBERS && finding.numerator() != null) {
      notes.add(messages.text("list.note.members"));
    }
    finding.flags().stream()
        .filter(flag -> flag != Flag.EXCEEDED)
        .map(flag -> messages.text("flag." + flag.name().toLowerCase(Locale.ROOT)))
        .forEach(notes::add);
    Finding.Waiver waiver = finding.waiver();
    if (waiver != null) {
      notes.add(
          messages.text(
              finding.result() == Result.WAIVED ? "list.note.waived" : "list.note.waiver",
              waiver.decision(),
              messages.language().date(waiver.until())));
    }
    return notes;
  }

  /** Why, where the numbers beside it do not say; a sentence may hold any number. */
  String why(Finding finding) {
    return masking.showsEverything() ? sentences.of(finding) : "";
  }

  /** The figures that lack, by their labels. */
  String absent(Finding finding) {
    return figures.absent(finding);
  }

  /** The figures that cannot be used, with their places. */
  String invalid(Finding finding) {
    return figures.invalid(finding);
  }

  String unitsUnknown(Finding finding) {
    return figures.unitsUnknown(finding);
  }

  String unitsUnsound(Finding finding) {
    return figures.unitsUnsound(finding);
  }

  /** The periods of findings by what each came to: "chậm 3 ngày: tháng 5/2024". */
  String periods(List<Finding> findings) {
    Map<String, List<String>> byWord = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byWord
          .computeIfAbsent(inShort(finding), word -> new ArrayList<>())
          .add(messages.language().period(finding.period()));
    }
    return byWord.entrySet().stream()
        .map(e -> messages.text("table.month", e.getKey(), String.join(", ", e.getValue())))
        .collect(Collectors.joining("; "));
  }

  /** Words as a sentence of their own. */
  static String sentence(String words) {
    return capital(words) + ".";
  }

  /** Words at the beginning of a cell. */
  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
