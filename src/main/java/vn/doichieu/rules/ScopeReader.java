package vn.doichieu.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target.Scope;

/** Reads who has to answer from the cells {@code scope} and {@code applies_to}. */
final class ScopeReader {

  private static final String AGENCY = "agency:";
  private static final String EACH = "each:";

  private final TargetRow row;
  private final Set<Kind> members = new HashSet<>();
  private final Set<String> roles = new HashSet<>();
  private boolean area;

  private ScopeReader(TargetRow row) {
    this.row = row;
  }

  static Scope read(TargetRow row, Criterion criterion) {
    ScopeReader reader = new ScopeReader(row);
    if (criterion instanceof Criterion.Unchecked) {
      return new Scope(false, Set.of(), Set.of(), false);
    }
    reader.readScope(criterion);
    if (criterion instanceof Criterion.Judgement && !row.cell("scope").equals("area")) {
      row.invalid("scope", "area");
    }
    reader.readAppliesTo();
    boolean membersBind =
        switch (row.cell("scope")) {
          case "area" -> false;
          case "share" -> criterion instanceof Criterion.ShareOfUnits s && s.bound().all();
          default -> true;
        };
    return new Scope(reader.area, reader.members, reader.roles, membersBind);
  }

  private void readScope(Criterion criterion) {
    switch (row.cell("scope")) {
      case "area", "each+area" -> area = true;
      case "share" -> {
        area = true;
        if (!(criterion instanceof Criterion.ShareOfUnits)) {
          row.invalid("scope", "area, each, each+area");
        }
      }
      case "each" -> {}
      default -> {
        if (criterion instanceof Criterion.Duty) {
          readDutyScope();
        } else {
          row.invalid("scope", "area, each, each+area, share");
        }
      }
    }
  }

  private void readDutyScope() {
    for (String part : row.cell("scope").split(",", -1)) {
      String word = part.strip();
      if (word.equals("area")) {
        area = true;
      } else if (word.startsWith(EACH)) {
        addKind("scope", word.substring(EACH.length()));
      } else {
        addRole("scope", word);
      }
    }
  }

  private void readAppliesTo() {
    if (row.cell("applies_to").isEmpty()) {
      boolean needed = row.cell("scope").startsWith("each") || row.cell("scope").equals("share");
      if (needed && members.isEmpty() && roles.isEmpty()) {
        row.invalid("applies_to", "commune, agency:police");
      }
      return;
    }
    if (row.cell("kind").equals("judgement")) {
      row.invalid("applies_to", "∅");
    }
    for (String part : row.cell("applies_to").split(",", -1)) {
      String word = part.strip();
      if (word.startsWith(AGENCY)) {
        addRole("applies_to", word);
      } else {
        addKind("applies_to", word);
      }
    }
  }

  private void addKind(String column, String word) {
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(k -> k.code().equals(word)).findFirst();
    kind.ifPresentOrElse(
        members::add,
        () -> row.invalid(column, "province, district, commune, residential_group, agency:ROLE"));
  }

  private void addRole(String column, String word) {
    if (word.matches(AGENCY + "[a-z][a-z0-9_]*")) {
      roles.add(word.substring(AGENCY.length()));
    } else {
      row.invalid(column, "area, each:commune, agency:police");
    }
  }
}
