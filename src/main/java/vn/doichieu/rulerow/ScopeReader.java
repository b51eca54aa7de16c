package vn.doichieu.rulerow;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target.Scope;

/** Reads who has to answer from the cells {@code scope} and {@code applies_to}. */
final class ScopeReader {

  /** What a group of units is called. */
  static final String GROUP = "[\\p{L}][\\p{L}0-9_ -]*";

  /** The cell that a threshold for one group of units puts the group into. */
  static final String GROUP_COLUMN = "(group)";

  private static final Pattern OF_GROUP = Pattern.compile("([a-z_]+)\\[(" + GROUP + ")]");
  private static final String AGENCY = "agency:";
  private static final String EACH = "each:";
  private static final String SUM = "sum";

  private final TargetRow row;
  private final Set<Kind> members = new HashSet<>();
  private final Set<String> roles = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private boolean ungrouped;
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
          case "area", SUM -> false;
          case "share" -> criterion instanceof Criterion.ShareOfUnits s && s.range().all();
          default -> true;
        };
    return new Scope(
        reader.area,
        reader.members,
        reader.roles,
        membersBind,
        reader.groups,
        row.cell("scope").equals(SUM));
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
      case SUM -> {
        area = true;
        if (!(criterion instanceof Criterion.Count)) {
          row.invalid("scope", "area, each, each+area");
        }
      }
      case "each" -> {}
      default -> {
        if (criterion instanceof Criterion.Duty) {
          readDutyScope();
        } else {
          row.invalid("scope", "area, each, each+area, share, sum");
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
      boolean needed =
          row.cell("scope").startsWith("each")
              || row.cell("scope").equals("share")
              || row.cell("scope").equals(SUM);
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
        addMembers(word);
      }
    }
    String group = row.cell(GROUP_COLUMN);
    if (!group.isEmpty() && !groups.isEmpty()) {
      row.invalid("applies_to", "commune");
    } else if (!group.isEmpty()) {
      groups.add(group.toLowerCase(Locale.ROOT));
    }
    if (!groups.isEmpty() && !roles.isEmpty()) {
      row.invalid("applies_to", "commune");
    }
    String scope = row.cell("scope");
    if (!groups.isEmpty() && !scope.equals("each") && !scope.equals("share")) {
      row.invalid("scope", "each, share"); // The area's own figures are those of all groups.
    } else if (!groups.isEmpty() && members.size() > 1) {
      row.invalid("applies_to", "commune[urban], commune[mountain]");
    }
  }

  /** A kind of units, or those of it in a group: {@code commune[urban]}. */
  private void addMembers(String word) {
    Matcher grouped = OF_GROUP.matcher(word);
    boolean inGroup = grouped.matches();
    addKind("applies_to", inGroup ? grouped.group(1) : word);
    if (inGroup) {
      groups.add(grouped.group(2).strip().toLowerCase(Locale.ROOT));
    }
    ungrouped |= !inGroup;
    if (ungrouped && !groups.isEmpty()) {
      row.invalid("applies_to", "commune[urban], commune[mountain]");
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
