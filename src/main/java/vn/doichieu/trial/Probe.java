package vn.doichieu.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.cases.Case;
import vn.doichieu.cases.Case.Given;
import vn.doichieu.cases.Case.Granted;
import vn.doichieu.cases.Case.Unit;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;

/**
 * Figures to try a target with, changed one at a time.
 *
 * @param target the target's id
 * @param figures values by unit, each by what it is for; under no unit, those of every unit asked
 * @param members units besides those that the target asks anyway
 * @param waivedUntil the last day of a waiver of every unit; null for none
 */
record Probe(
    String target,
    Map<String, Map<Input, String>> figures,
    List<Unit> members,
    LocalDate asOf,
    @Nullable LocalDate waivedUntil) {

  private static final SourceLocation NOWHERE = SourceLocation.of("boundaries");

  Probe {
    Map<String, Map<Input, String>> copy = new LinkedHashMap<>();
    figures.forEach((unit, values) -> copy.put(unit, new LinkedHashMap<>(values)));
    figures = copy;
    members = List.copyOf(members);
  }

  /** The same with another value; an empty one takes the figure away. */
  Probe with(String unit, Input input, String value) {
    Probe other = new Probe(target, figures, members, asOf, waivedUntil);
    Map<Input, String> values = other.figures.computeIfAbsent(unit, u -> new LinkedHashMap<>());
    if (value.isEmpty()) {
      values.remove(input);
    } else {
      values.put(input, value);
    }
    return other;
  }

  Probe with(Input input, String value) {
    return with("", input, value);
  }

  /** The same with other values of every unit asked. */
  Probe with(Map<Input, String> values) {
    return new Probe(target, Map.of("", values), members, asOf, waivedUntil);
  }

  /** The same with values of certain units, who are there besides those asked anyway. */
  Probe among(List<Unit> units, Map<String, Map<Input, String>> values) {
    return new Probe(target, values, units, asOf, waivedUntil);
  }

  Probe on(LocalDate day) {
    return new Probe(target, figures, members, day, waivedUntil);
  }

  Probe waived(LocalDate until) {
    return new Probe(target, figures, members, asOf, until);
  }

  /** The values of every unit asked. */
  Map<Input, String> values() {
    return figures.getOrDefault("", Map.of());
  }

  /** As a case that expects nothing yet. */
  Case asCase() {
    List<Given> given = new ArrayList<>();
    figures.forEach(
        (unit, values) ->
            values.forEach(
                (input, value) ->
                    given.add(
                        new Given(
                            0, unit, input.item().code(), input.period().text(), value, ""))));
    List<Granted> waivers =
        waivedUntil == null
            ? List.of()
            : List.of(new Granted(0, Map.of("until", waivedUntil.toString())));
    return new Case(
        NOWHERE, target, "", asOf, false, false, members, false, given, waivers, List.of());
  }
}
