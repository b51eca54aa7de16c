package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Condition;
import vn.doichieu.explanation.Margin;
import vn.doichieu.explanation.Margin.Of;
import vn.doichieu.explanation.Tested;
import vn.doichieu.explanation.Tested.Truth;

/** The least that would change a result, in words. */
final class MarginText {

  private final Words words;

  MarginText(Words words) {
    this.words = words;
  }

  /**
   * The least that would change a result.
   *
   * @param known the numerator that is known; null where there is none
   */
  String text(Margin margin, @Nullable BigInteger known) {
    if (margin instanceof Margin.Lacking lacking) {
      return lacking(lacking, known);
    } else if (margin instanceof Margin.Spare spare) {
      return spare(spare);
    } else if (margin instanceof Margin.Apart apart) {
      return words.text(
          apart.atMost() ? "explain.margin.apart.most" : "explain.margin.apart.least",
          of(apart.of()),
          words.number(apart.k()),
          words.number(apart.limit()));
    } else if (margin instanceof Margin.Within within) {
      if (within.k().signum() == 0) {
        return words.text(
            within.atMost() ? "explain.margin.within.none" : "explain.margin.spare.none",
            of(within.of()));
      }
      return words.text(
          within.atMost() ? "explain.margin.within.most" : "explain.margin.within.least",
          of(within.of()),
          words.number(within.k()),
          words.number(within.limit()));
    } else if (margin instanceof Margin.WouldBeMet would) {
      return wouldBeMet(would);
    } else if (margin instanceof Margin.Allowed allowed) {
      return allowed(allowed);
    } else if (margin instanceof Margin.HangsOn hangs) {
      return hangsOn(hangs);
    } else if (margin instanceof Margin.NeedsMonths months) {
      return months(months);
    } else if (margin instanceof Margin.UpTo upTo) {
      return upTo(upTo);
    } else if (margin instanceof Margin.NeedsClauses clauses) {
      return clauses(clauses);
    } else if (margin instanceof Margin.AboveCeiling above) {
      return words.text(
          "explain.margin.ceiling",
          of(above.of()),
          words.number(above.k()),
          words.number(above.most()));
    }
    return plain(margin);
  }

  private String plain(Margin margin) {
    if (margin instanceof Margin.NeverMet never) {
      return words.text(
          never.of() == Of.BASE ? "explain.margin.never.base" : "explain.margin.never.whole");
    } else if (margin instanceof Margin.AlwaysMet) {
      return words.text("explain.margin.always");
    } else if (margin instanceof Margin.Needs needs) {
      return words.text(
          "explain.margin.needs",
          String.join(", ", needs.numbers().stream().map(this::of).toList()));
    } else if (margin instanceof Margin.NeedsMembers members) {
      return words.text(
          members.of() == Of.COUNT
              ? "explain.margin.needs_members.count"
              : "explain.margin.needs_members",
          members.members());
    } else if (margin instanceof Margin.YesOrNo yesOrNo) {
      boolean several = yesOrNo.tested().only() == null;
      String yes = several ? "explain.margin.yes.several" : "explain.margin.yes";
      return words.text(yesOrNo.met() ? yes : "explain.margin.no", asked(yesOrNo.tested()));
    } else if (margin instanceof Margin.ConditionFirst condition) {
      return condition(condition.tested());
    } else if (margin instanceof Margin.NoBase none) {
      return words.text(
          switch (none.of()) {
            case BASE -> "explain.margin.no_base.base";
            case UNITS -> "explain.margin.no_base.units";
            default -> "explain.margin.no_base.whole";
          });
    }
    return words.text(
        margin instanceof Margin.OnlyTheRule
            ? "explain.margin.only_the_rule"
            : margin instanceof Margin.PutRight
                ? "explain.margin.put_right"
                : "explain.margin.person");
  }

  private String of(Of of) {
    return words.text("explain.of." + of.name().toLowerCase(Locale.ROOT));
  }

  /** What lacks is counted from the best case, where something is unknown. */
  private String lacking(Margin.Lacking lacking, @Nullable BigInteger known) {
    String text = lacking(lacking);
    return lacking.start().equals(known)
        ? text
        : words.text("explain.margin.best", words.number(lacking.start()), text);
  }

  private String lacking(Margin.Lacking lacking) {
    String enough = words.products(lacking.enough());
    if (lacking.k().equals(BigInteger.ONE)) {
      return words.text("explain.margin.lacking.one", of(lacking.of()), enough);
    }
    return words.text(
        "explain.margin.lacking",
        of(lacking.of()),
        words.number(lacking.k()),
        enough,
        words.number(lacking.k().subtract(BigInteger.ONE)),
        words.shortly(lacking.notEnough()));
  }

  private String spare(Margin.Spare spare) {
    return spare.k().signum() == 0
        ? words.text("explain.margin.spare.none", of(spare.of()))
        : words.text(
            "explain.margin.spare",
            of(spare.of()),
            words.number(spare.k()),
            words.number(spare.least()),
            words.products(spare.still()));
  }

  private String wouldBeMet(Margin.WouldBeMet would) {
    BigInteger least = would.least();
    BigInteger most = would.most();
    if (least != null && most != null) {
      return words.text(
          switch (would.of()) {
            case WHOLE, BASE -> "explain.margin.between.whole";
            case NOW -> "explain.margin.between.range";
            default -> "explain.margin.between";
          },
          of(would.of()),
          words.number(least),
          words.number(most));
    }
    return least != null
        ? words.text("explain.margin.from", of(would.of()), words.number(least))
        : words.text(
            "explain.margin.to",
            of(would.of()),
            words.number(most == null ? BigInteger.ZERO : most));
  }

  private String hangsOn(Margin.HangsOn hangs) {
    boolean units = hangs.of() == Of.UNITS;
    return words.text(
        units ? "explain.margin.hangs.units" : "explain.margin.hangs",
        words.number(hangs.unknown()),
        words.number(hangs.k()),
        words.number(hangs.k().subtract(BigInteger.ONE)));
  }

  private String months(Margin.NeedsMonths months) {
    String least = words.number(months.least());
    if (!months.below().isEmpty()) {
      return words.text(
          months.quarterly() ? "explain.margin.quarters.below" : "explain.margin.months.below",
          words.periods(months.below()),
          least);
    } else if (!months.unknown().isEmpty()) {
      return words.text(
          months.quarterly() ? "explain.margin.quarters.unknown" : "explain.margin.months.unknown",
          words.periods(months.unknown()),
          least);
    }
    return words.text(
        months.quarterly() ? "explain.margin.quarters.met" : "explain.margin.months.met", least);
  }

  /** The whole numbers within limits, outside which it is not met. */
  private String allowed(Margin.Allowed allowed) {
    BigInteger least = allowed.least();
    BigInteger most = allowed.most();
    String of = of(allowed.of());
    if (least == null || most == null) {
      return least != null
          ? words.text("explain.margin.from", of, words.number(least))
          : words.text(
              "explain.margin.to", of, words.number(most == null ? BigInteger.ZERO : most));
    }
    int room = least.compareTo(most);
    String key =
        room > 0
            ? allowed.orNone() ? "explain.margin.only_none" : "explain.margin.none"
            : room == 0 ? "explain.margin.exactly" : "explain.margin.between.range";
    String text = words.text(key, of, words.number(least), words.number(most));
    return allowed.orNone() && room <= 0
        ? text + " " + words.text("explain.margin.or_none", of)
        : text;
  }

  private String upTo(Margin.UpTo upTo) {
    Long spare = upTo.daysToSpare();
    Long late = upTo.daysLate();
    String lastDay = words.date(upTo.lastDay());
    if (spare != null) {
      return spare == 0
          ? words.text("explain.margin.day.last", lastDay)
          : words.text("explain.margin.day.spare", lastDay, spare);
    }
    return late != null
        ? words.text("explain.margin.day.late", lastDay, late)
        : words.text("explain.margin.day.none", lastDay);
  }

  private String clauses(Margin.NeedsClauses clauses) {
    List<Condition> lacking = clauses.clauses().stream().map(Tested::condition).toList();
    return lacking.isEmpty()
        ? words.text("explain.margin.clauses.met")
        : words.text("explain.margin.clauses", words.conditions(lacking, "explain.and"));
  }

  private String condition(Tested tested) {
    return words.text(
        tested.truth() == Truth.FAILS
            ? "explain.margin.condition.fails"
            : "explain.margin.condition.open",
        asked(tested));
  }

  private String asked(Tested tested) {
    return words.condition(tested.condition());
  }
}
