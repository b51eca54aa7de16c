package vn.doichieu.wording;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Range;

/** Limits in words, in what they are counted in: "ít nhất 20%", "không quá 5 trên 1.000". */
final class RangeText {

  private final Messages messages;
  private final Language language;

  RangeText(Messages messages) {
    this.messages = messages;
    this.language = messages.language();
  }

  /** What is asked for, in few words. */
  String required(Range range) {
    Bound floor = range.floor();
    Bound ceiling = range.ceiling();
    if (floor != null && ceiling != null) {
      return floor.equals(ceiling)
          ? messages.text("bound.equal", limit(floor, range))
          : messages.text("bound.between", limit(floor, range), limit(ceiling, range));
    } else if (floor != null) {
      String key = floor.strict() ? "bound.above" : range.all() ? "bound.all" : "bound.at_least";
      return messages.text(key, limit(floor, range));
    }
    Bound most = Objects.requireNonNull(ceiling);
    return messages.text(most.strict() ? "bound.below" : "bound.at_most", limit(most, range));
  }

  /** One limit: 20%, 5 on 1,000, 10/10, 5. */
  String limit(@Nullable Bound bound, Range range) {
    if (bound == null) {
      return "";
    }
    if (range.per() == Range.PER_CENT) {
      return language.percent(bound);
    } else if (range.absolute()) {
      return language.number(bound.numerator());
    }
    return isThousands(range.per())
        ? messages.text("bound.per", scaled(bound, range.per()), language.number(range.per()))
        : bound.numerator() + "/" + bound.denominator();
  }

  private static boolean isThousands(long per) {
    return Long.toString(per).matches("1000+");
  }

  private String scaled(Bound bound, long per) {
    int decimals = Long.toString(bound.denominator()).length() - Long.toString(per).length();
    return language.decimal(BigInteger.valueOf(bound.numerator()), decimals);
  }

  /** n/d in what the limits are counted in; never looks like a limit that it is not. */
  String rate(long n, long d, Range range) {
    List<Bound> bounds =
        Stream.of(range.floor(), range.ceiling()).filter(Objects::nonNull).toList();
    if (isThousands(range.per())) {
      return messages.text(
          "bound.per", language.rate(n, d, bounds, range.per()), language.number(range.per()));
    }
    return language.rate(n, d, range.absolute() ? List.of() : bounds);
  }
}
