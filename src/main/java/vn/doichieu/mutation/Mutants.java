package vn.doichieu.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Target;
import vn.doichieu.rules.PlanSource;
import vn.doichieu.ruletable.RuleSheet.Row;

/** The changed rows of a plan that can be read and say something else than before. */
final class Mutants {

  /** The columns that say what is asked, of whom and when; the others are words for readers. */
  static final List<String> COLUMNS =
      List.of(
          "inputs",
          "comparator",
          "threshold",
          "bands",
          "periods",
          "closes_on",
          "condition",
          "scope",
          "applies_to",
          "binding",
          "on_miss");

  private Mutants() {}

  /** The mutants of a target, by its id, in the order of its columns. */
  static List<Mutant> of(PlanSource source, String id) {
    List<Mutant> mutants = new ArrayList<>();
    for (Row row : source.sheet().rows()) {
      if (!row.id().equals(id)) {
        continue;
      }
      List<Target> now = source.targets(row, new ArrayList<>());
      Set<List<Target>> seen = new LinkedHashSet<>(List.of(now));
      for (String column : COLUMNS) {
        for (String text : Changes.of(source.plan(), source.sheet(), row, column)) {
          List<Problem> problems = new ArrayList<>();
          List<Target> targets = source.targets(row.with(column, text), problems);
          boolean judged = targets.stream().anyMatch(Target::evaluated);
          if (problems.isEmpty() && judged && seen.add(targets)) {
            mutants.add(new Mutant(row.place(), id, column, row.cell(column), text, targets));
          }
        }
      }
    }
    return mutants;
  }
}
