package vn.doichieu.drl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules look at. Read-only; all a rule can do with one is to emit it. */
public abstract class Fact {

  private @Nullable Emissions emissions;

  /** The body that the fact is about. Rules compare facts of one body only. */
  public abstract String getBody();

  final void emitTo(Emissions receiver) {
    emissions = receiver;
  }

  /** The one thing a consequence does: says that its rule holds for this fact and others. */
  public final void emit(Fact... others) {
    if (emissions != null) {
      emissions.add(this, List.of(others));
    }
  }
}
