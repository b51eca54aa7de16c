package vn.doichieu.web.filing;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.AreaPlan;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;

/** The rules that count of all plans of an area: a submission is read against every one of them. */
@Component
public class AreaRules {

  private final Areas areas;
  private final RulesVersions versions;

  /** Rules by areas. */
  public AreaRules(Areas areas, RulesVersions versions) {
    this.areas = areas;
    this.versions = versions;
  }

  /** A plan of an area with a version of its rules. */
  public record Ruled(AreaPlan plan, RulesVersion version, PreparedPlan rules) {}

  /**
   * What figures are read by: an upload remembers what counted when it was tried.
   *
   * @param units the revision of the area's units
   * @param versions the numbers of the plans' versions, by plan
   */
  public record Basis(int units, SortedMap<String, Integer> versions) {

    /** What counts for some plans of an area. */
    public static Basis of(Area area, List<Ruled> plans) {
      SortedMap<String, Integer> versions = new TreeMap<>();
      plans.forEach(plan -> versions.put(plan.plan().planId(), plan.version().number()));
      return new Basis(area.unitsRevision(), versions);
    }

    /** Read back from its text. */
    static Basis parse(String text) {
      SortedMap<String, Integer> versions = new TreeMap<>();
      List<String> words = List.of(text.split(" "));
      for (int i = 1; i < words.size(); i += 2) {
        versions.put(words.get(i), Integer.valueOf(words.get(i + 1)));
      }
      return new Basis(Integer.parseInt(words.get(0)), versions);
    }

    /** As it is kept: the revision, then each plan with its version. */
    String text() {
      return units
          + versions.entrySet().stream()
              .map(plan -> " " + plan.getKey() + " " + plan.getValue())
              .collect(Collectors.joining());
    }
  }

  /**
   * The plans of an area, by id.
   *
   * @throws Refusal if it has none: then nothing says what a figure is
   */
  public List<Ruled> of(Area area) {
    List<Ruled> all =
        areas.plans(area.id()).stream()
            .map(plan -> ruled(plan, versions.current(plan.planId())))
            .toList();
    if (all.isEmpty()) {
      throw Refusal.conflict("no_plans", area.name());
    }
    return all;
  }

  /** The plans of an area by the versions that counted once; each must have been its plan then. */
  public List<Ruled> of(Area area, Basis basis) {
    return areas.plans(area.id()).stream()
        .map(
            plan ->
                ruled(
                    plan,
                    versions.get(
                        plan.planId(),
                        Objects.requireNonNull(basis.versions().get(plan.planId())))))
        .toList();
  }

  private Ruled ruled(AreaPlan plan, RulesVersion version) {
    return new Ruled(plan, version, versions.prepared(version));
  }
}
