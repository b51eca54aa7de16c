package vn.doichieu.web.exemption;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingLookup;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Moment;
import vn.doichieu.wording.Wording;

/** What can be chosen from in the form that asks for a waiver. */
@Component
class WaiverForm {

  private final Areas areas;
  private final FindingLookup findings;
  private final PageText texts;
  private final Times times;

  WaiverForm(Areas areas, FindingLookup findings, PageText texts, Times times) {
    this.areas = areas;
    this.findings = findings;
    this.texts = texts;
    this.times = times;
  }

  /** Something to choose. */
  record Choice(String code, String name) {}

  /** A plan of an area. */
  record Place(long area, String areaName, String plan, String planTitle) {}

  /**
   * The choices for one unit.
   *
   * @param units the units that can be chosen
   * @param targets what can be waived of the unit
   * @param periods the periods that some of these are judged for
   */
  record Choices(
      Area area,
      String plan,
      String planTitle,
      List<Choice> units,
      List<Choice> targets,
      List<Choice> periods) {}

  /** The plans of the areas that a viewer may see. */
  List<Place> places(Viewer viewer, Locale locale) {
    return areas.visibleTo(viewer).stream()
        .flatMap(
            area ->
                areas.plans(area.id()).stream()
                    .map(p -> new Place(area.id(), area.name(), p.planId(), p.title().in(locale))))
        .toList();
  }

  /** The choices at an area by one of its plans. */
  Choices choices(Viewer viewer, long area, String plan, @Nullable String unit, Locale locale) {
    Judged judged = findings.judged(viewer, area, plan, new Moment(times.today(), false));
    Wording wording = new Wording(texts.messages(locale));
    List<Finding> all =
        judged.evaluation().findings().stream()
            .filter(finding -> viewer.sees(area, finding.unit().code()))
            .filter(WaiverEffects::canBeWaived)
            .toList();
    List<Finding> own = all.stream().filter(finding -> finding.unit().code().equals(unit)).toList();
    return new Choices(
        judged.area(),
        plan,
        wording.title(judged.evaluation().plan()),
        all.stream().map(Finding::unit).distinct().map(WaiverForm::choice).toList(),
        own.stream()
            .map(Finding::target)
            .map(t -> new Choice(t.id(), t.id() + " " + wording.title(t)))
            .distinct()
            .toList(),
        own.stream()
            .map(Finding::period)
            .distinct()
            .sorted()
            .map(p -> new Choice(p.text(), PageText.language(locale).period(p)))
            .toList());
  }

  private static Choice choice(ReportingUnit unit) {
    return new Choice(unit.code(), unit.name());
  }
}
