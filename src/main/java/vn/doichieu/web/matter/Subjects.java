package vn.doichieu.web.matter;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.wording.Wording;

/** Names what matters are about. What is there no more is named by its code. */
@Component
public class Subjects {

  private final Areas areas;
  private final RulesVersions versions;
  private final PageText texts;

  Subjects(Areas areas, RulesVersions versions, PageText texts) {
    this.areas = areas;
    this.versions = versions;
    this.texts = texts;
  }

  /** The names of a subject; a blank period stays one. */
  public Subject of(
      long areaId, String planId, String target, String unit, String period, Locale locale) {
    Area area = areas.get(areaId);
    ReportingUnit known = areas.units(area).all().find(unit);
    return new Subject(
        area.name(),
        known == null ? unit : known.name(),
        target(planId, target, locale),
        period.isEmpty() ? "" : PageText.language(locale).period(new ReportingPeriod(period)));
  }

  private String target(String planId, String id, Locale locale) {
    Target target = versions.prepared(versions.current(planId)).plan().target(id);
    return target == null ? id : id + " " + new Wording(texts.messages(locale)).title(target);
  }
}
