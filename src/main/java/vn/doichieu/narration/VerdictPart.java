package vn.doichieu.narration;

import java.util.Locale;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.OtherReading.Verdict;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.Explanation.ByFigures;
import vn.doichieu.explanation.Explanation.Settled;
import vn.doichieu.explanation.Explanation.WaiverHeld;
import vn.doichieu.wording.Sentences;

/** What the figures come to, what is made of it, and the least that would change it. */
final class VerdictPart {

  private static final int INDENT = 3;
  private static final int HANG = 2;

  private final Words words;
  private final Sentences sentences;
  private final FigurePart figures;

  VerdictPart(Words words, Sentences sentences, FigurePart figures) {
    this.words = words;
    this.sentences = sentences;
    this.figures = figures;
  }

  void write(Page page, Explanation explanation) {
    Finding finding = explanation.finding();
    ByFigures byFigures = explanation.byFigures();
    Settled settled = explanation.settled();
    put(
        page,
        words.text(
            "explain.verdict.figures",
            sentences.result(byFigures.result()),
            words.text("explain.reason." + byFigures.reason().code())));
    put(page, closing(explanation));
    if (settled.waivers().isEmpty()) {
      put(page, words.text("explain.waivers.none"));
    }
    settled.waivers().forEach(held -> put(page, waiver(held, explanation)));
    explanation.problems().stream()
        .filter(FigurePart::isOfWaiver)
        .forEach(problem -> put(page, figures.problem(problem)));
    if (settled.leftToPerson()) {
      put(page, words.text("explain.verdict.on_miss"));
    }
    put(page, words.text("explain.verdict", sentences.result(finding).toUpperCase(Locale.ROOT)));
    put(page, words.text(binding(finding)));
    put(page, words.text("explain.verdict.sentence", sentences.of(finding)));
    finding.flags().forEach(flag -> put(page, flag(flag)));
    explanation.otherReadings().forEach(verdict -> put(page, other(verdict, finding)));
    put(
        page,
        words.text(
            "explain.margin",
            new MarginText(words).text(explanation.margin(), byFigures.numerator())));
  }

  private static void put(Page page, String paragraph) {
    page.paragraph(INDENT, HANG, paragraph);
  }

  private String closing(Explanation explanation) {
    Settled settled = explanation.settled();
    String closes = words.date(settled.closesOn());
    return switch (settled.clock()) {
      case OVER -> words.text("explain.clock.over", closes);
      case TAKEN_AS_OVER -> words.text("explain.clock.taken_as_over", closes);
      case OWN_DATES -> words.text("explain.clock.own_dates");
      case RUNNING -> {
        boolean turned = settled.closing() != explanation.byFigures().result();
        yield words.text(
            turned ? "explain.clock.turned" : "explain.clock.running",
            closes,
            sentences.result(settled.closing()));
      }
    };
  }

  private String waiver(WaiverHeld held, Explanation explanation) {
    Waiver waiver = held.waiver();
    ReportingPeriod period = waiver.period();
    String until = words.date(waiver.until());
    String about =
        words.text(
            "explain.waiver",
            waiver.decision(),
            waiver.approvedBy(),
            until,
            period == null ? words.text("explain.waiver.every_period") : words.period(period),
            waiver.reason());
    String standing =
        switch (held.standing()) {
          case IN_FORCE -> words.text("explain.waiver.in_force", until);
          case COVERED_THE_DATE -> words.text("explain.waiver.covered_date", until);
          case COVERED_THE_PERIOD ->
              words.text(
                  "explain.waiver.covered_period",
                  until,
                  words.date(explanation.settled().closesOn().minusDays(1)));
          case LAPSED -> words.text("explain.waiver.lapsed", until);
        };
    String applied =
        held.applied()
            ? words.text("explain.waiver.applied")
            : held.standing() == Explanation.Standing.LAPSED
                ? ""
                : words.text(
                    explanation.settled().result() == Result.WAIVED
                        ? "explain.waiver.another"
                        : "explain.waiver.not_needed");
    return (about + " " + standing + " " + applied).strip();
  }

  private static String binding(Finding finding) {
    if (finding.binding()) {
      return "explain.binding.yes";
    } else if (finding.flags().contains(Flag.CONTRIBUTION)) {
      return "explain.binding.contribution";
    } else if (finding.flags().contains(Flag.ASKED)) {
      return "explain.binding.asked";
    }
    return finding.flags().contains(Flag.OTHER_READING)
        ? "explain.binding.other_reading"
        : "explain.binding.no";
  }

  private String flag(Flag flag) {
    return words.text("explain.flag." + flag.code().toLowerCase(Locale.ROOT));
  }

  private String other(Verdict verdict, Finding chosen) {
    return words.text(
        verdict.result() == null
            ? "explain.other.unknown"
            : verdict.differsFrom(chosen) ? "explain.other.differs" : "explain.other.same",
        verdict.reading().id(),
        sentences.otherResult(verdict));
  }
}
