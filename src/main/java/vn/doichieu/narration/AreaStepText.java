package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.explanation.AreaStep;
import vn.doichieu.wording.Sentences;

/** The steps that an area and its members take together, in words. */
final class AreaStepText {

  private final Words words;
  private final Sentences sentences;
  private final String area;

  /** For an area with a name. */
  AreaStepText(Words words, Sentences sentences, String area) {
    this.words = words;
    this.sentences = sentences;
    this.area = area;
  }

  String chosen(AreaStep.Chosen chosen) {
    return switch (chosen.source()) {
      case OWN -> words.text("explain.step.own", area, chosen.members());
      case OWN_FOR_LACK_OF_MEMBERS -> words.text("explain.step.own_only", area);
      case MEMBERS ->
          words.text("explain.step.members", area, letters(chosen.absent()), chosen.members());
    };
  }

  private String letters(List<Item> items) {
    return String.join(", ", items.stream().map(words::letter).toList());
  }

  /**
   * The sums over the members.
   *
   * @param counted whether they are numbers by themselves, of no whole
   */
  String pooled(AreaStep.Pooled pooled, boolean counted) {
    StringBuilder text =
        new StringBuilder(
            words.text(
                counted ? "explain.step.pooled.count" : "explain.step.pooled",
                pooled.members(),
                words.number(pooled.n()),
                words.number(pooled.d())));
    if (pooled.tooLarge()) {
      return text + " " + words.text("explain.step.too_large");
    }
    if (pooled.unknownParts() > 0) {
      String key =
          counted
              ? "explain.step.unknown_numbers"
              : pooled.unbounded()
                  ? "explain.step.unknown_parts.unbounded"
                  : "explain.step.unknown_parts";
      text.append(' ')
          .append(words.text(key, pooled.unknownParts(), words.number(pooled.unknown())));
    }
    if (pooled.open() > 0) {
      text.append(' ')
          .append(
              words.text(counted ? "explain.step.open.count" : "explain.step.open", pooled.open()));
    }
    return text.toString();
  }

  List<String> totals(AreaStep.Totals totals) {
    List<String> lines = new ArrayList<>(List.of(words.text("explain.step.totals")));
    for (AreaStep.ItemTotal total : totals.items()) {
      BigInteger own = BigInteger.valueOf(total.own().value());
      int sign = total.members().compareTo(own);
      lines.add(
          words.text(
              sign > 0
                  ? "explain.step.total.above"
                  : sign < 0 ? "explain.step.total.below" : "explain.step.total.equal",
              words.symbol(total.own()),
              words.number(own),
              words.number(total.members()),
              total.membersWithout() == 0
                  ? ""
                  : " " + words.text("explain.step.total.without", total.membersWithout())));
    }
    lines.add(
        switch (totals.agreement()) {
          case AGREE -> words.text("explain.step.totals.agree");
          case ABOVE_MEMBERS -> words.text("explain.step.totals.above");
          case BELOW_MEMBERS -> words.text("explain.step.totals.below");
        });
    return lines;
  }

  String bothWays(AreaStep.BothWays both) {
    return words.text(
        both.own() == both.members() ? "explain.step.both.same" : "explain.step.both.differ",
        area,
        sentences.result(both.own()),
        sentences.result(both.members()));
  }

  String counted(AreaStep.Counted counted) {
    String left =
        counted.waived() + counted.notAsked() == 0
            ? ""
            : " "
                + words.text(
                    "explain.step.counted.left",
                    counted.waived() + counted.notAsked(),
                    counted.waived(),
                    counted.notAsked());
    String unknown =
        counted.unknown() == 0
            ? ""
            : words.text(
                "explain.step.counted.unknown",
                counted.unknown(),
                counted.missing(),
                counted.invalid());
    return words.text(
        "explain.step.counted",
        counted.members(),
        left,
        counted.counted(),
        counted.met(),
        counted.failed(),
        unknown);
  }
}
