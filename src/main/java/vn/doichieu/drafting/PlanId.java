package vn.doichieu.drafting;

import java.util.Set;

/** What plans may be called: the name of a folder on every system, and never a path. */
public final class PlanId {

  /** Names that are taken, by us or by Windows. */
  private static final Set<String> TAKEN =
      Set.of("common", "con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

  private PlanId() {}

  public static boolean isValid(String id) {
    return id.matches("[a-z][a-z0-9_]{0,63}") && !TAKEN.contains(id);
  }
}
