package vn.doichieu.web.history;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Standing;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.result.Judging;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;

/** Judges by what is named, and by nothing else that may have changed since. */
@Component
class Redoing {

  private final RulesVersions versions;
  private final Figures figures;
  private final Standing standing;
  private final UnitLists lists;
  private final PageText texts;
  private final Judging judging;

  Redoing(
      RulesVersions versions,
      Figures figures,
      Standing standing,
      UnitLists lists,
      PageText texts,
      Judging judging) {
    this.versions = versions;
    this.figures = figures;
    this.standing = standing;
    this.lists = lists;
    this.texts = texts;
    this.judging = judging;
  }

  /** What stands now besides rules, units and submissions. */
  Inputs now(Area area, String plan, long upTo) {
    return new Inputs(
        Inputs.Rows.of(standing.waivers(area.id(), plan)),
        Inputs.Rows.of(standing.explanations(area.id(), upTo)));
  }

  /**
   * Judges the submissions of an area up to one of them.
   *
   * @param units the revision of its units
   */
  Evaluation judge(
      Area area, RulesVersion version, int units, Inputs inputs, long upTo, Moment moment) {
    return judging.inTurn(() -> judged(area, version, units, inputs, upTo, moment));
  }

  private Evaluation judged(
      Area area, RulesVersion version, int units, Inputs inputs, long upTo, Moment moment) {
    PreparedPlan plan = versions.prepared(version);
    Figures.Counted counted =
        figures.counted(
            area,
            lists.units(area.id(), units),
            plan,
            upTo,
            inputs.waivers().table(),
            inputs.explanations().table());
    return plan.run(counted.submission(), counted.data(), moment.asOf(), moment.closed());
  }

  /** The document of the command line, in Vietnamese: what is kept. */
  byte[] document(Evaluation evaluation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    new JsonWriter(evaluation, all, texts.messages(Locale.forLanguageTag("vi"))).write(out);
    return out.toByteArray();
  }
}
