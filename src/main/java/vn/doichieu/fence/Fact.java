package vn.doichieu.fence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules look at. Read-only; all a rule can do with one is to emit it. */
public abstract class Fact {

  private @Nullable Receiver receiver;

  /** Thrown by a property that is not known yet, of a fact that is not known whole. */
  public static final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotKnown() {
      super("", null, false, false);
    }
  }

  /** Is told what happens to the facts of a session. */
  public interface Receiver {

    /** A rule holds for a fact and others. */
    void emitted(Fact fact, List<Fact> others);

    /** A rule set two facts beside one another. Throws where it has done so too often. */
    void joined(String rule);
  }

  /** The body that the fact is about. Rules compare facts of one body only. */
  public abstract String getBody();

  /** Says who is told; before that, nobody is. */
  public final void tell(Receiver told) {
    receiver = told;
  }

  /** The one thing a consequence does: says that its rule holds for this fact and others. */
  public final void emit(Fact... others) {
    if (receiver != null) {
      receiver.emitted(this, List.of(others));
    }
  }

  /**
   * Always true, and counted. The fence writes it into every pattern but a rule's first: Drools
   * stops for nobody while it joins facts, so the joining itself has to keep count.
   */
  public final boolean joins(Fact other, String rule) {
    if (receiver != null) {
      receiver.joined(rule);
    }
    return true;
  }
}
