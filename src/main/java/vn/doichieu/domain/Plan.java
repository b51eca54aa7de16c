package vn.doichieu.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.OtherReading.Way;

/**
 * A published set of targets for one area and year.
 *
 * @param id the name of its folder of rule files
 * @param title the plan's title in Vietnamese
 * @param titleEn the title in English
 * @param number the number of the document; empty if the file does not say
 * @param issuedOn the day it was issued; null if the file does not say
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
    String number,
    @Nullable LocalDate issuedOn,
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
    return new Plan(
        id, title, titleEn, number, issuedOn, issuer, area, year, items, others, List.of());
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

  /** What a target reads for a period, and the rates of it that may be published. */
  public List<Target.Input> inputs(Target target, ReportingPeriod period) {
    List<Target.Input> inputs = new ArrayList<>(target.inputs(period));
    for (Item item : items.values()) {
      if (item.type() == Item.Type.RATE && item.rateOf().equals(target.id())) {
        inputs.add(new Target.Input(item, period));
      }
    }
    return inputs;
  }

  /** Its rows: the targets, and of several thresholds of one row the first. */
  public List<Target> rows() {
    Set<String> ids = new HashSet<>();
    return targets.stream().filter(target -> ids.add(target.id())).toList();
  }

  /** The target with an id, the first of its row; null if the plan has none. */
  public @Nullable Target target(String id) {
    return targets.stream().filter(t -> t.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * One named figure that a unit submits; known by its code.
   *
   * @param optional whether it counts 0 when absent ({@code tips_pending}, contract 4.2)
   * @param partOf the code of the item that it is a part of; empty if of none
   * @param sense what the consistency checks take it for; see {@link Sense}
   * @param rateOf the id of the target whose percentage it publishes; empty for every other type
   * @param people whether it counts people, or what is as telling as a person: a list for wider
   *     circulation can then hide it from 1 to 4 (contract, section 5)
   */
  public record Item(
      String code,
      Type type,
      String label,
      String labelEn,
      boolean optional,
      String partOf,
      Sense sense,
      String rateOf,
      boolean people) {

    /** An item that the consistency checks know nothing more of. */
    public Item(String code, Type type, String label, String labelEn, boolean optional) {
      this(code, type, label, labelEn, optional, "", Sense.NONE, "", false);
    }

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
      DATE,
      /** A published percentage; held against its figures, never judged. */
      RATE;

      /** The word used in {@code plan.yaml}: {@code yes_no}. */
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** What a figure stands for, as far as figures can contradict one another. */
    public enum Sense {
      NONE,
      /** What there is: the same at each period of a year. */
      TOTAL,
      /** What is still open at the end of a period: it rises and falls. */
      PENDING,
      /** People informed. */
      INFORMED,
      /** Forms of communication held. */
      COMMUNICATION,
      /** Establishments inspected. */
      INSPECTED,
      /** Whether there is an inspection team. */
      INSPECTION_TEAM;

      /** The word used in {@code plan.yaml}: {@code inspection_team}; empty for none. */
      public String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
