package vn.doichieu.pace;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;
import vn.doichieu.pace.Pace.Verdict;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** A pace in words. */
public final class PaceText {

  private final Messages messages;
  private final Language language;

  public PaceText(Messages messages) {
    this.messages = messages;
    this.language = messages.language();
  }

  /** The verdict in two or three words, for a cell or a legend. */
  public String label(Verdict verdict) {
    return messages.text("pace.label." + verdict.code());
  }

  /** How a pace is worked out, and that it is no finding. */
  public String method() {
    return messages.text("pace.method");
  }

  /** What is gone of the period, what should be there by now, what is, and what that comes to. */
  public String sentence(Pace pace) {
    String sentence =
        messages.text(
            "pace." + key(pace),
            language.number(pace.elapsed()),
            language.number(pace.days()),
            language.period(pace.period()),
            limit(pace.floor(), "pace.above", pace),
            limit(pace.ceiling(), "pace.below", pace),
            now(pace));
    boolean partial = !pace.complete() && pace.verdict() != Verdict.NOT_REPORTED;
    return partial ? sentence + " " + messages.text("pace.partial") : sentence;
  }

  private static String key(Pace pace) {
    String verdict = pace.verdict().code();
    return switch (pace.verdict()) {
      case MET_ALREADY, TOO_EARLY, NOT_REPORTED -> verdict;
      case ON_TRACK, AT_RISK -> {
        String way = pace.level() ? "level" : "even";
        String limits =
            pace.floor() == null ? "ceiling" : pace.ceiling() == null ? "floor" : "both";
        String above = pace.verdict() == Verdict.AT_RISK && pace.isAbove() ? ".above" : "";
        yield way + "." + limits + "." + verdict + above;
      }
    };
  }

  /** Never looks like the number that it is compared with. */
  private String now(Pace pace) {
    Long n = pace.numerator();
    Long d = pace.denominator();
    return n == null || d == null || d == 0
        ? ""
        : number(n, d, pace.per(), bounds(pace.floor(), pace.ceiling()));
  }

  /**
   * A limit.
   *
   * @param strict what to say of one that itself fails; a pace is about it anyway
   */
  private String limit(@Nullable Bound limit, String strict, Pace pace) {
    Long n = pace.numerator();
    Long d = pace.denominator();
    if (limit == null) {
      return "";
    }
    List<Bound> now =
        n == null || d == null || d == 0 ? List.of() : List.of(new Bound(false, n, d));
    String number = number(limit.numerator(), limit.denominator(), pace.per(), now);
    return pace.level() && limit.strict() ? messages.text(strict, number) : number;
  }

  private static List<Bound> bounds(@Nullable Bound floor, @Nullable Bound ceiling) {
    return Stream.of(floor, ceiling).filter(Objects::nonNull).toList();
  }

  private String number(long n, long d, long per, List<Bound> compared) {
    if (per == 0) {
      return language.rate(n, d, compared, 1);
    }
    return per > Range.PER_CENT
        ? messages.text("bound.per", language.rate(n, d, compared, per), language.number(per))
        : language.rate(n, d, compared);
  }
}
