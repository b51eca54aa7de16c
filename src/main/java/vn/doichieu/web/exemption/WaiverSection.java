package vn.doichieu.web.exemption;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingSection;
import vn.doichieu.web.result.Judged;

/** The waivers about a finding, on its page, and the way to ask for one. */
@Component
class WaiverSection implements FindingSection {

  private final WaiverViews views;

  WaiverSection(WaiverViews views) {
    this.views = views;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String fragment() {
    return "exemption/section :: section";
  }

  @Override
  public Map<String, Object> model(Viewer viewer, Judged judged, Finding finding) {
    long area = judged.area().id();
    if (!viewer.sees(area, finding.unit().code()) || !WaiverEffects.canBeWaived(finding)) {
      return Map.of();
    }
    String plan = judged.version().planId();
    Map<String, Object> model = new HashMap<>();
    model.put("key", finding.target().part());
    model.put("area", area);
    model.put("plan", plan);
    model.put("target", finding.target().id());
    model.put("unit", finding.unit().code());
    model.put("period", finding.period().text());
    model.put("waivers", views.about(area, plan, finding, LocaleContextHolder.getLocale()));
    model.put("mayRequest", viewer.is(Role.CLERK, Role.STAFF));
    return model;
  }
}
