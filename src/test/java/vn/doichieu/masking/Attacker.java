package vn.doichieu.masking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.Result;

/**
 * A reader who tries every pair of whole figures n <= d for every unit, and keeps those that give
 * the list he holds: ratios of the same two items, shown numbers exactly, results always. Knows
 * nothing of how numbers are hidden.
 */
final class Attacker {

  private static final String AREA = "h";

  private final Evaluation list;
  private final Masking masking;
  private final int most;
  private final List<String> members;
  private final boolean ownFigures;
  private final boolean mismatch;
  private final Map<String, Set<Long>> possible = new LinkedHashMap<>();
  private final Map<String, Long> secrets = new LinkedHashMap<>();

  /**
   * An attacker.
   *
   * @param most the largest d of a member that is tried
   */
  Attacker(Evaluation list, Masking masking, int most) {
    this.list = list;
    this.masking = masking;
    this.most = most;
    members =
        list.findings().stream()
            .map(f -> f.unit().code())
            .filter(code -> !code.equals(AREA))
            .distinct()
            .toList();
    ownFigures =
        list.findings().stream()
            .anyMatch(f -> f.unit().code().equals(AREA) && f.basis() == Basis.OWN);
    mismatch = list.findings().stream().anyMatch(f -> f.flags().contains(Flag.TOTAL_MISMATCH));
    for (Finding finding : list.findings()) {
      keepSecret(finding.unit().code(), finding.numerator(), finding.denominator());
    }
  }

  private void keepSecret(String unit, long n, long d) {
    Map<String, Long> numbers = Map.of("n", n, "d", d, "d-n", d - n);
    numbers.forEach(
        (name, value) -> {
          if (value >= 1 && value <= 4) {
            secrets.put(unit + " " + name, value);
            possible.putIfAbsent(unit + " " + name, new TreeSet<>());
          }
        });
  }

  /** The small counts. */
  Set<String> secrets() {
    return secrets.keySet();
  }

  /** The small counts that can have one value only. */
  List<String> workedOut() {
    List<List<long[]>> choices = members.stream().map(this::choices).toList();
    search(choices, 0, new ArrayList<>());
    return possible.entrySet().stream()
        .filter(e -> e.getValue().size() < 2)
        .map(e -> e.getKey() + " in " + e.getValue())
        .toList();
  }

  /** Every pair of a member that its own lines allow. */
  private List<long[]> choices(String unit) {
    List<long[]> choices = new ArrayList<>();
    for (long d = 0; d <= most; d++) {
      for (long n = 0; n <= d; n++) {
        if (allowed(unit, n, d)) {
          choices.add(new long[] {n, d});
        }
      }
    }
    return choices;
  }

  private boolean allowed(String unit, long n, long d) {
    for (Finding finding : list.findings()) {
      if (finding.unit().code().equals(unit)) {
        if (masking.shows(finding) && (finding.numerator() != n || finding.denominator() != d)) {
          return false;
        }
        Range range = ((Criterion.Ratio) finding.target().criterion()).range();
        Result result =
            d == 0 ? Result.NOT_APPLICABLE : range.isBelow(n, d) ? Result.NOT_MET : Result.MET;
        if (finding.result() != result) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether nothing more can be learnt, as every secret has two values at least. */
  private boolean search(List<List<long[]>> choices, int at, List<long[]> chosen) {
    if (at == choices.size()) {
      return tryArea(chosen);
    }
    for (long[] choice : choices.get(at)) {
      chosen.add(choice);
      boolean done = search(choices, at + 1, chosen);
      chosen.remove(chosen.size() - 1);
      if (done) {
        return true;
      }
    }
    return false;
  }

  private boolean tryArea(List<long[]> chosen) {
    long n = chosen.stream().mapToLong(c -> c[0]).sum();
    long d = chosen.stream().mapToLong(c -> c[1]).sum();
    long more = ownFigures && mismatch ? most : 0;
    for (long extraN = 0; extraN <= more; extraN++) {
      for (long extraD = 0; extraD <= more; extraD++) {
        boolean fits = !mismatch || extraN + extraD > 0;
        if (fits && n + extraN <= d + extraD && allowed(AREA, n + extraN, d + extraD)) {
          remember(AREA, n + extraN, d + extraD);
          for (int i = 0; i < chosen.size(); i++) {
            remember(members.get(i), chosen.get(i)[0], chosen.get(i)[1]);
          }
        }
      }
    }
    return possible.values().stream().allMatch(values -> values.size() > 1);
  }

  private void remember(String unit, long n, long d) {
    note(unit + " n", n);
    note(unit + " d", d);
    note(unit + " d-n", d - n);
  }

  private void note(String secret, long value) {
    Set<Long> values = possible.get(secret);
    if (values != null) {
      values.add(value);
    }
  }
}
