package vn.doichieu.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.OtherReading.Way;

/**
 * A published set of targets for one area and year.
 *
 * @param id the name of its folder of rule files
 * @param title the plan's title in Vietnamese
 * @param titleEn the title in English
 * @param issuer the body that issued the plan
 * @param area the name of the unit that the plan is for; empty if the file does not say
 * @param year the year the plan is for
 * @param items every figure that units may submit, by code, in the order of the plan file
 * @param targets every checkable row, in the order of the register
 * @param readings the other ways to read its sentences, in the order of their file
 */
public record Plan(
    String id,
    String title,
    String titleEn,
    String issuer,
    String area,
    int year,
    Map<String, Item> items,
    List<Target> targets,
    List<OtherReading> readings) {

  public Plan {
    targets = List.copyOf(targets);
    readings = List.copyOf(readings);
  }

  /** The same plan with other targets, and no other readings of them. */
  public Plan withTargets(List<Target> others) {
    return new Plan(id, title, titleEn, issuer, area, year, items, others, List.of());
  }

  /** Every target that is judged, under the chosen readings and under the others. */
  public Stream<Target> judged() {
    return Stream.concat(
        targets.stream(),
        readings.stream()
            .flatMap(
                r ->
                    r.way() instanceof Way.Judged judged
                        ? Stream.of(judged.target())
                        : Stream.empty()));
  }

  /** The target with an id; null if the plan has none. */
  public @Nullable Target target(String id) {
    return targets.stream().filter(t -> t.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * One named figure that a unit submits; known by its code.
   *
   * @param optional whether it counts 0 when absent ({@code tips_pending}, contract 4.2)
   */
  public record Item(String code, Type type, String label, String labelEn, boolean optional) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Item item && item.code.equals(code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }

    /** What values an item takes (contract, section 2). */
    public enum Type {
      COUNT,
      YES_NO,
      DATE;

      /** The word used in {@code plan.yaml}: {@code yes_no}. */
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
