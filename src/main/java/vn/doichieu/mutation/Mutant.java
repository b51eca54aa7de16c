package vn.doichieu.mutation;

import java.util.List;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target;

/**
 * A row with another text in one cell.
 *
 * @param place the row
 * @param target the target's id
 * @param column the column whose cell is changed
 * @param before the text of the cell
 * @param after the text that it is tried with
 * @param targets what the row stands for then
 */
public record Mutant(
    SourceLocation place,
    String target,
    String column,
    String before,
    String after,
    List<Target> targets) {

  public Mutant {
    targets = List.copyOf(targets);
  }
}
