package vn.doichieu.web.history;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.UnitsReader;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filed;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.Standing;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;

/** Judges by what is named, and by nothing else that may have changed since. */
@Component
class Redoing {

  private final RulesVersions versions;
  private final Filings filings;
  private final Figures figures;
  private final Standing standing;
  private final Areas areas;
  private final Uploads uploads;
  private final PageText texts;

  Redoing(
      RulesVersions versions,
      Filings filings,
      Figures figures,
      Standing standing,
      Areas areas,
      Uploads uploads,
      PageText texts) {
    this.versions = versions;
    this.filings = filings;
    this.figures = figures;
    this.standing = standing;
    this.areas = areas;
    this.uploads = uploads;
    this.texts = texts;
  }

  /** What stands now besides rules and submissions. */
  Inputs now(Area area, String plan, long upTo) {
    return new Inputs(
        Inputs.Rows.of(areas.unitTable(area.id())),
        Inputs.Rows.of(standing.waivers(area.id(), plan)),
        Inputs.Rows.of(standing.explanations(area.id(), upTo)));
  }

  /** Judges the submissions of an area up to one of them. */
  Evaluation judge(Area area, RulesVersion version, Inputs inputs, long upTo, Moment moment) {
    PreparedPlan plan = versions.prepared(version);
    Areas.AreaUnits units = units(area, inputs);
    boolean sameUnits = units == areas.units(area);
    List<Layer> layers = new ArrayList<>();
    List<Provenance.HashedFile> files = new ArrayList<>();
    for (Filed filed : filings.all(area.id())) {
      if (filed.id() <= upTo) {
        layers.add(
            sameUnits
                ? figures.layer(filed.uploadId(), area, plan)
                : layer(filed.uploadId(), plan, units));
        uploads
            .hashes(filed.uploadId())
            .forEach(
                (name, hash) ->
                    files.add(new Provenance.HashedFile(filed.number() + "/" + name, hash)));
      }
    }
    Submission submission =
        Submission.of(
            plan.plan(),
            units.all(),
            units.problems(),
            layers,
            inputs.waivers().table(),
            inputs.explanations().table());
    return plan.run(submission, new Provenance.FileSet(files), moment.asOf(), moment.closed());
  }

  private Areas.AreaUnits units(Area area, Inputs inputs) {
    if (Inputs.Rows.of(areas.unitTable(area.id())).equals(inputs.units())) {
      return areas.units(area);
    }
    List<Problem> problems = new ArrayList<>();
    return new Areas.AreaUnits(UnitsReader.read(inputs.units().table(), problems), problems);
  }

  private Layer layer(long upload, PreparedPlan plan, Areas.AreaUnits units) {
    return new Layer(
        figures.read(uploads.files(upload), plan, units).delivery(), uploads.withdrawals(upload));
  }

  /** The document of the command line, in Vietnamese: what is kept. */
  byte[] document(Evaluation evaluation) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    new JsonWriter(evaluation, all, texts.messages(Locale.forLanguageTag("vi"))).write(out);
    return out.toByteArray();
  }
}
