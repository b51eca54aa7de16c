package vn.doichieu.wording;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.OtherReading;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target;

/** Says what a finding found, in one or two sentences with its figures. */
public final class Sentences {

  private final Evaluation evaluation;
  private final Messages messages;
  private final Language language;
  private final Wording wording;
  private final FigureText figures;
  private final RatioSentences ratios;
  private final DifferenceSentences differences;

  public Sentences(Evaluation evaluation, Messages messages) {
    this.evaluation = evaluation;
    this.messages = messages;
    language = messages.language();
    wording = new Wording(messages);
    figures = new FigureText(messages, evaluation);
    ratios = new RatioSentences(messages, wording, figures);
    differences = new DifferenceSentences(messages, wording, figures);
  }

  /** The message of a finding. */
  public String of(Finding finding) {
    String message = unwaived(finding);
    if (isSoFar(finding)) {
      message = messages.text("sofar", language.continued(message));
    }
    if (finding.result() == Result.NEEDS_REVIEW && finding.target().reviewOnMiss()) {
      message += " " + messages.text("review");
    }
    if (finding.flags().contains(Flag.TOTAL_MISMATCH)
        && finding.reason() != Reason.TOTAL_MISMATCH) {
      message +=
          " " + messages.text("total.note", finding.unit().name(), figures.memberSums(finding));
    }
    return waived(finding, message);
  }

  private String waived(Finding finding, String message) {
    Finding.Waiver waiver = finding.waiver();
    if (waiver == null) {
      return message;
    }
    if (finding.result() == Result.WAIVED) {
      return messages.text("waived", message, language.date(waiver.until()), waiver.decision());
    }
    return finding.flags().contains(Flag.WAIVER_EXPIRED)
        ? message
            + " "
            + messages.text("waiver.expired", waiver.decision(), language.date(waiver.until()))
        : message;
  }

  /** Before closing, what holds or does not apply is so only up to now (contract, section 4). */
  public boolean isSoFar(Finding finding) {
    boolean ownDates =
        finding.target().criterion() instanceof Criterion.Deadline
            || finding.target().criterion() instanceof Criterion.MonthlyCount;
    return (finding.result() == Result.MET || finding.result() == Result.NOT_APPLICABLE)
        && !evaluation.closed()
        && !ownDates
        && evaluation.asOf().isBefore(finding.target().closesOn());
  }

  /** The sentence by the figures: what a waived finding would have been, too. */
  private String unwaived(Finding finding) {
    Criterion criterion = finding.target().criterion();
    return switch (finding.reason()) {
      case JUDGEMENT -> messages.text("judgement");
      case CONDITION_NOT_MET ->
          several(finding)
              ? messages.text(
                  "condition.not_met.several", condition(finding), figures.conditionValues(finding))
              : messages.text(
                  "condition.not_met", condition(finding), figures.conditionValues(finding));
      case CONDITION_UNKNOWN ->
          messages.text(
              several(finding) ? "condition.unknown.several" : "condition.unknown",
              condition(finding));
      case FIGURE_INVALID -> invalid(finding);
      case TOTAL_MISMATCH ->
          messages.text(
              "total.mismatch",
              finding.unit().name(),
              figures.given(finding),
              figures.memberSums(finding));
      default -> byCriterion(finding, criterion);
    };
  }

  private String byCriterion(Finding finding, Criterion criterion) {
    if (criterion instanceof Criterion.Ratio ratio) {
      return ratios.ratio(finding, ratio);
    } else if (criterion instanceof Criterion.ShareOfUnits share) {
      return finding.basis() == Basis.MEMBERS ? ratios.share(finding, share) : duty(finding);
    } else if (criterion instanceof Criterion.Change change) {
      return differences.change(finding, change);
    } else if (criterion instanceof Criterion.Reduction reduction) {
      return differences.reduction(finding, reduction);
    } else if (criterion instanceof Criterion.Count count) {
      return differences.count(finding, count);
    } else if (criterion instanceof Criterion.Score score) {
      return differences.score(finding, score);
    } else if (criterion instanceof Criterion.MonthlyCount monthly) {
      return monthly(finding, monthly);
    } else if (criterion instanceof Criterion.Deadline deadline) {
      return deadline(finding, deadline);
    } else if (criterion instanceof Criterion.Drl) {
      return ruleOfItsOwn(finding);
    }
    return duty(finding);
  }

  /** What a rule of its own says; how much is lacking it does not tell. */
  private String ruleOfItsOwn(Finding finding) {
    if (finding.result() == Result.MET) {
      return messages.text("drl.met");
    }
    String absent = figures.absent(finding);
    boolean running = finding.result() == Result.IN_PROGRESS;
    String closes = running ? language.date(finding.target().closesOn()) : "";
    if (absent.isEmpty()) {
      return messages.text(running ? "drl.in_progress" : "drl.not_met", closes);
    }
    return messages.text(running ? "drl.in_progress.unknown" : "drl.missing", absent, closes);
  }

  private String condition(Finding finding) {
    Condition condition = finding.target().condition();
    if (condition == null) {
      return "";
    }
    Criterion.Clause only = condition.only();
    return only == null ? wording.condition(condition) : wording.label(only.item());
  }

  private static boolean several(Finding finding) {
    Condition condition = finding.target().condition();
    return condition != null && condition.only() == null;
  }

  private String invalid(Finding finding) {
    if (finding.basis() == Basis.MEMBERS) {
      String units = figures.unitsUnsound(finding);
      return units.isEmpty()
          ? messages.text("figure.too_large")
          : messages.text("figure.invalid.members", units);
    }
    if (finding.target().criterion() instanceof Criterion.Ratio
        && figures.all(finding).stream().noneMatch(f -> f.state() == Figure.State.INVALID)) {
      return ratios.impossible(finding);
    }
    return messages.text("figure.invalid", figures.invalid(finding));
  }

  private String monthly(Finding finding, Criterion.MonthlyCount monthly) {
    String action = wording.action(finding.target(), "monthly.action");
    String n = number(finding.numerator());
    String d = number(finding.denominator());
    String kind = monthly.quarterly() ? "quarterly" : "monthly";
    if (finding.shortfall() != null && finding.shortfall() > 0) {
      return messages.text(
          kind + ".not_met", n, d, action, figures.monthsBelow(finding, monthly.perMonth()));
    }
    return switch (finding.result()) {
      case MET -> messages.text(kind + ".met", n, d, action);
      case IN_PROGRESS -> messages.text(kind + ".in_progress", n, d, action);
      default -> messages.text("monthly.missing", figures.absentPeriods(finding));
    };
  }

  private String deadline(Finding finding, Criterion.Deadline deadline) {
    String message = byDate(finding, deadline);
    return figures.all(finding).stream()
        .filter(f -> f.state() == Figure.State.VALID)
        .filter(f -> finding.result() != Result.IN_PROGRESS) // A look back is no slip.
        .filter(f -> f.value() > evaluation.asOf().toEpochDay())
        .map(f -> message + " " + messages.text("deadline.future", figures.value(f)))
        .findFirst()
        .orElse(message);
  }

  private String byDate(Finding finding, Criterion.Deadline deadline) {
    LocalDate due = deadline.due().of(finding.period());
    String action = wording.action(finding.target(), "deadline.action");
    if (finding.target().periods().size() > 1) {
      action = withPeriod(action, language.period(finding.period()));
    }
    String limit = language.date(due);
    List<Figure> dates = figures.all(finding);
    String day =
        dates.isEmpty() || dates.get(0).state() != Figure.State.VALID
            ? ""
            : language.date(LocalDate.ofEpochDay(dates.get(0).value()));
    Long shortfall = finding.shortfall();
    if (finding.result() == Result.IN_PROGRESS) {
      return messages.text("deadline.in_progress", action, limit);
    } else if (finding.flags().contains(Flag.ON_DEADLINE_DAY)) {
      return messages.text("deadline.on_day", action, limit);
    } else if (finding.result() == Result.MET) {
      return messages.text("deadline.met", action, day, limit);
    } else if (shortfall != null) {
      String key = asked(finding) ? "deadline.late.asked" : "deadline.late";
      return messages.text(key, action, day, language.number(shortfall), limit);
    }
    if (asked(finding)) {
      return messages.text("asked.missing", action);
    }
    return messages.text(
        deadline.isReport() ? "deadline.not_submitted" : "deadline.missing", action, limit);
  }

  /** "gửi báo cáo tháng" and "tháng 5/2024" share a word: "gửi báo cáo tháng 5/2024". */
  private String withPeriod(String action, String period) {
    String firstWord = period.split(" ")[0];
    return action.endsWith(" " + firstWord)
        ? action + period.substring(firstWord.length())
        : messages.text("deadline.period", action, period);
  }

  /** A duty, or one member's part of a share of units. */
  private String duty(Finding finding) {
    String action = wording.action(finding.target(), "duty.action");
    Long shortfall = finding.shortfall();
    if (finding.result() == Result.MET) {
      return messages.text("duty.met", action);
    }
    boolean failed = shortfall != null && shortfall > 0;
    if (finding.result() == Result.IN_PROGRESS) {
      String closes = language.date(finding.target().closesOn());
      return messages.text(
          failed ? "duty.in_progress" : "duty.in_progress.unknown", action, closes);
    }
    if (failed) {
      return notDone(finding, action);
    }
    return messages.text(asked(finding) ? "asked.missing" : "duty.missing", action);
  }

  /** What was not done; of several clauses, which one failed. */
  private String notDone(Finding finding, String action) {
    return finding.target().criterion() instanceof Criterion.ShareOfUnits share
            && share.condition().items().size() > 1
        ? messages.text("share.clause.failed", figures.failing(finding, share))
        : messages.text("duty.not_met", action);
  }

  private static boolean asked(Finding finding) {
    return finding.flags().contains(Flag.ASKED);
  }

  private String number(@Nullable Long number) {
    return number == null ? "?" : language.number(number);
  }

  /** The results under other readings that differ, each in a sentence with the reading. */
  public List<String> otherwise(Finding finding) {
    return evaluation.otherReadings().apply(finding).stream()
        .filter(verdict -> verdict.differsFrom(finding))
        .map(
            verdict ->
                messages.text(
                    "reading.other",
                    verdict.reading().id(),
                    inQuotes(verdict.reading()),
                    otherResult(verdict)))
        .toList();
  }

  /** Another reading in words. */
  public String says(OtherReading reading) {
    return wording.says(reading);
  }

  /** Another reading in words, to stand between quotation marks: its own become single ones. */
  public String inQuotes(OtherReading reading) {
    return says(reading).replace('“', '‘').replace('”', '’');
  }

  /** The word for the result under another reading. */
  public String otherResult(OtherReading.Verdict verdict) {
    if (verdict.finding() != null) {
      return wording.result(verdict.finding());
    }
    return verdict.result() == null
        ? messages.text("reading.unknown")
        : wording.result(verdict.result());
  }

  /** The word for a finding's result. */
  public String result(Finding finding) {
    return wording.result(finding);
  }

  /** The general word for a result. */
  public String result(Result result) {
    return wording.result(result);
  }

  /** A period's finding among others of the same report: "chậm 3 ngày". */
  public String inShort(Finding finding) {
    Long late = finding.shortfall();
    if (finding.reason() == Reason.LATE && late != null) {
      return messages.text("short.late", late) + expired(finding);
    }
    return finding.reason() == Reason.NOT_SUBMITTED
        ? messages.text("short.not_submitted") + expired(finding)
        : wording.result(finding);
  }

  private String expired(Finding finding) {
    Finding.Waiver waiver = finding.waiver();
    return waiver != null && finding.flags().contains(Flag.WAIVER_EXPIRED)
        ? " (" + messages.text("short.expired", language.date(waiver.until())) + ")"
        : "";
  }

  /** What a target asks for, in few words: "ít nhất 20%". */
  public String required(Target target) {
    return wording.required(target);
  }

  /** The target's title in the reader's language. */
  public String title(Target target) {
    return wording.title(target);
  }

  /** What was achieved, in few words: "78/398 (19,6%)"; empty where there is no number. */
  public String achieved(Finding finding) {
    return wording.achieved(finding, figures);
  }

  /** What is still needed, in few words: "2 cơ sở"; empty where nothing can be said. */
  public String stillNeeded(Finding finding) {
    return wording.stillNeeded(finding);
  }

  /** Every figure of a finding with its place. */
  public String sources(Finding finding) {
    return figures.sources(finding);
  }
}
