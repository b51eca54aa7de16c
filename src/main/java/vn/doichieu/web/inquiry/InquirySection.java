package vn.doichieu.web.inquiry;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Finding;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.FindingSection;
import vn.doichieu.web.result.Judged;

/** What was asked about a finding and answered, on the page of the finding. */
@Component
class InquirySection implements FindingSection {

  private final Threads threads;
  private final InquiryViews views;
  private final Times times;

  InquirySection(Threads threads, InquiryViews views, Times times) {
    this.threads = threads;
    this.views = views;
    this.times = times;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String fragment() {
    return "inquiry/section :: section";
  }

  @Override
  public Map<String, Object> model(Viewer viewer, Judged judged, Finding finding) {
    long area = judged.area().id();
    if (!viewer.sees(area, finding.unit().code())) {
      return Map.of();
    }
    Map<String, Object> model = new HashMap<>(asking(judged, finding));
    threads
        .find(area, judged.version().planId(), finding)
        .ifPresent(
            inquiry -> model.put("whole", views.whole(inquiry, LocaleContextHolder.getLocale())));
    model.put("language", PageText.language(LocaleContextHolder.getLocale()));
    model.put("mayAsk", viewer.is(Role.LEADER));
    model.put("today", times.today());
    return model;
  }

  /**
   * What the form for a question carries along.
   *
   * <p>Where a row of the register gives several findings, their parts tell the forms apart.
   */
  static Map<String, Object> asking(Judged judged, Finding finding) {
    return Map.of(
        "key", finding.target().part(),
        "area", judged.area().id(),
        "plan", judged.version().planId(),
        "target", finding.target().id(),
        "unit", finding.unit().code(),
        "unitName", finding.unit().name(),
        "period", finding.period().text(),
        "asOf", judged.evaluation().asOf(),
        "closed", judged.evaluation().closed());
  }
}
