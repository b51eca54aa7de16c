package vn.doichieu.rulerow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.tabular.DateText;

/**
 * Takes a row with several thresholds apart: {@code 2025: 5%; 2030: 4%} for milestones, {@code
 * district: 100%; commune: 80%} for kinds of units, {@code urban: 30%; mountain: 20%} for groups of
 * them. Each part is a row of its own, with the other cells that depend on it.
 */
final class RowParts {

  private static final Pattern PART = Pattern.compile("([^:;]+):([^:;]+)");
  private static final String SEPARATOR = ";";
  private static final String THRESHOLD = "threshold";
  private static final String PERIODS = "periods";
  private static final String CLOSES_ON = "closes_on";
  private static final String EXAMPLE = "2025: 5%; 2030: 4%";

  private static final int PERIOD = 1;
  private static final int KIND = 2;
  private static final int GROUP = 3;

  /** What is not compared with anything has no thresholds. */
  private static final Set<String> UNLABELLED =
      Set.of("duty", "drl", "judgement", "not_checked", "information");

  private record Labelled(String label, String text) {}

  private final TargetRow row;

  private RowParts(TargetRow row) {
    this.row = row;
  }

  /** The rows that a row stands for: itself, if it has one threshold. */
  static List<TargetRow> of(TargetRow row) {
    return row.cell(THRESHOLD).contains(":") ? new RowParts(row).parts() : List.of(row);
  }

  private List<TargetRow> parts() {
    Optional<List<Labelled>> thresholds = labelled(THRESHOLD);
    if (thresholds.isEmpty() || thresholds.get().isEmpty()) {
      row.invalid(THRESHOLD, EXAMPLE);
      return List.of(row.withPart("", THRESHOLD, ""));
    }
    List<String> labels = thresholds.get().stream().map(Labelled::label).toList();
    long different =
        labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).distinct().count();
    boolean oneSort = labels.stream().map(RowParts::sort).distinct().count() == 1;
    if (different < labels.size() || !oneSort || UNLABELLED.contains(row.cell("kind"))) {
      row.invalid(THRESHOLD, EXAMPLE);
      return List.of(row.withPart("", THRESHOLD, thresholds.get().get(0).text()));
    }
    int sort = sort(labels.get(0));
    if (sort == PERIOD) {
      return byPeriod(thresholds.get());
    }
    if (!row.cell("scope").equals("each")) {
      row.invalid("scope", "each"); // The area's own line has one threshold.
    }
    return sort == KIND ? byKind(thresholds.get()) : byGroup(thresholds.get());
  }

  /** Whether a label names a period, a kind of units or a group of them. */
  private static int sort(String label) {
    if (ReportingPeriod.parse(label).isPresent() || ReportingPeriod.range(label).isPresent()) {
      return PERIOD;
    }
    return Arrays.stream(Kind.values()).anyMatch(kind -> kind.code().equals(label)) ? KIND : GROUP;
  }

  private List<TargetRow> byPeriod(List<Labelled> thresholds) {
    List<String> periods = row.cell(PERIODS).isEmpty() ? List.of() : split(row.cell(PERIODS));
    Optional<List<Labelled>> closing = labelled(CLOSES_ON);
    boolean fits =
        periods.isEmpty()
            || (periods.size() == thresholds.size()
                && matches(periods.stream().map(p -> p.split(" ", 2)[0]).toList(), thresholds));
    if (!fits) {
      row.invalid(PERIODS, labels(thresholds));
    }
    if (closing.isEmpty()
        || !(closing.get().isEmpty()
            || matches(closing.get().stream().map(Labelled::label).toList(), thresholds))) {
      row.invalid(
          CLOSES_ON,
          labels(thresholds).replace(SEPARATOR, ": 2025-01-01" + SEPARATOR) + ": 2025-01-01");
    }
    List<TargetRow> parts = new ArrayList<>();
    for (int i = 0; i < thresholds.size(); i++) {
      Labelled threshold = thresholds.get(i);
      boolean given = closing.isPresent() && closing.get().size() == thresholds.size();
      parts.add(
          row.withPart(threshold.label(), THRESHOLD, threshold.text())
              .withPart(
                  threshold.label(),
                  PERIODS,
                  fits && !periods.isEmpty() ? periods.get(i) : threshold.label())
              .withPart(
                  threshold.label(),
                  CLOSES_ON,
                  given ? closing.get().get(i).text() : standardClosing(threshold)));
    }
    return parts;
  }

  private static boolean matches(List<String> labels, List<Labelled> thresholds) {
    return labels.equals(thresholds.stream().map(Labelled::label).toList());
  }

  private static String labels(List<Labelled> thresholds) {
    return String.join(SEPARATOR + " ", thresholds.stream().map(Labelled::label).toList());
  }

  /** A deadline is over on its day, everything else on the first day after its period. */
  private static String standardClosing(Labelled threshold) {
    return DateText.iso(threshold.text())
        .orElseGet(() -> new ReportingPeriod(threshold.label()).end())
        .toString();
  }

  private List<TargetRow> byKind(List<Labelled> thresholds) {
    List<String> asked = split(row.cell("applies_to").replace(',', ';'));
    List<String> labels = thresholds.stream().map(Labelled::label).toList();
    if (!row.cell("applies_to").isEmpty()
        && !asked.stream().sorted().toList().equals(labels.stream().sorted().toList())) {
      row.invalid("applies_to", String.join(", ", labels));
    }
    return thresholds.stream()
        .map(
            t ->
                row.withPart(t.label(), THRESHOLD, t.text())
                    .withPart(t.label(), "applies_to", t.label()))
        .toList();
  }

  private List<TargetRow> byGroup(List<Labelled> thresholds) {
    for (Labelled threshold : thresholds) {
      if (!threshold.label().matches(ScopeReader.GROUP)) {
        row.invalid(THRESHOLD, "urban: 30%; mountain: 20%");
      }
    }
    return thresholds.stream()
        .map(
            t ->
                row.withPart(t.label(), THRESHOLD, t.text())
                    .withPart(t.label(), ScopeReader.GROUP_COLUMN, t.label()))
        .toList();
  }

  /** The labelled parts of a cell, none of a blank one; empty if it cannot be taken apart. */
  private Optional<List<Labelled>> labelled(String column) {
    List<Labelled> parts = new ArrayList<>();
    for (String text : split(row.cell(column))) {
      Matcher part = PART.matcher(text);
      if (!part.matches()) {
        return Optional.empty();
      }
      parts.add(new Labelled(part.group(1).strip(), part.group(2).strip()));
    }
    return Optional.of(parts);
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(SEPARATOR, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
