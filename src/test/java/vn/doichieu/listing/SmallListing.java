package vn.doichieu.listing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** Small plans over the district h with the communes x1 and x2, sorted into lists. */
final class SmallListing {

  static final Comparator<ReportingUnit> BY_CODE = Comparator.comparing(ReportingUnit::code);

  private final SmallPlan plan;
  private final DataFolder data;

  SmallListing(Path folder) {
    plan = new SmallPlan(folder.resolve("rules"));
    data = new DataFolder(folder.resolve("data"));
  }

  SmallPlan plan() {
    return plan;
  }

  DataFolder data() {
    return data;
  }

  /** A list after all periods are over. */
  Listing listing(String... figures) {
    return on(LocalDate.of(2025, 2, 1), figures);
  }

  Listing on(LocalDate asOf, String... figures) {
    data.figures(figures);
    Evaluation evaluation = new Check(Path.of(""), plan.write(), data.path(), asOf, false).run();
    return Listing.of(evaluation);
  }

  /** The findings of a part: target and unit. */
  static List<String> in(Listing listing, Part part) {
    return keys(listing.in(part));
  }

  static List<String> keys(List<Finding> findings) {
    return findings.stream().map(f -> f.target().id() + " " + f.unit().code()).toList();
  }

  /** The lines of the open part, each as its targets and periods, by unit. */
  static Map<ReportingUnit, List<Line>> open(Listing listing) {
    return Lines.of(listing.evaluation(), listing.in(Part.OPEN), BY_CODE);
  }

  /** The open lines of one unit. */
  static List<String> open(Listing listing, String unit) {
    return open(listing).entrySet().stream()
        .filter(entry -> entry.getKey().code().equals(unit))
        .flatMap(entry -> entry.getValue().stream())
        .map(
            line ->
                String.join(
                    " + ",
                    line.findings().stream()
                        .map(f -> f.target().id() + " " + f.period().text())
                        .toList()))
        .toList();
  }
}
