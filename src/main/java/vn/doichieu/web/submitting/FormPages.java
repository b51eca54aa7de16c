package vn.doichieu.web.submitting;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.doichieu.form.EntryForm;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;

/** The blank entry form of a unit, one workbook a plan. */
@Controller
class FormPages implements Routes {

  private final Places places;
  private final BlankForms forms;
  private final AuditLog log;
  private final PageText texts;

  FormPages(Places places, BlankForms forms, AuditLog log, PageText texts) {
    this.places = places;
    this.forms = forms;
    this.log = log;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/areas/*/units/*/forms/*", Role.CLERK, Role.STAFF));
  }

  @GetMapping("/areas/{area}/units/{unit}/forms/{plan}")
  ResponseEntity<byte[]> form(
      Viewer viewer,
      @PathVariable("area") long area,
      @PathVariable("unit") String unit,
      @PathVariable("plan") String planId,
      Locale locale) {
    Place place = places.get(viewer, area, unit);
    AreaPlan plan =
        forms.plans(place).stream()
            .filter(each -> each.planId().equals(planId))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    EntryForm form = forms.of(place, plan);
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    form.writeSheets(workbook, texts.messages(locale));
    log.add("form.downloaded", place.area().code() + " " + unit, planId);
    String name = texts.text(locale, "filing.form.file", planId, place.name());
    return Download.of(name + ".xlsx", workbook.toByteArray());
  }
}
