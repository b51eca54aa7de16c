package vn.doichieu.masking;

import java.util.HashMap;
import java.util.Map;

/**
 * Other figures that might be the true ones, as differences from those that are.
 *
 * @param by how much more each figure would be
 */
record Move(Map<Entry, Long> by) {

  /** The figures as they are. */
  static final Move NONE = new Move(Map.of());

  /** Both at once. */
  Move and(Move other) {
    Map<Entry, Long> all = new HashMap<>(by);
    other.by.forEach((entry, change) -> all.merge(entry, change, Sum::plus));
    return new Move(all);
  }
}
