package vn.doichieu.explanation;

import java.math.BigInteger;
import java.util.List;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result;

/** A step that an area and its members take together. */
public sealed interface AreaStep extends Step {

  /** Whose figures an area's ratio is calculated from, and why. */
  enum Source {
    /** The area submitted every required figure. */
    OWN,
    /** It did not, and has members. */
    MEMBERS,
    /** It has no members. */
    OWN_FOR_LACK_OF_MEMBERS
  }

  /**
   * The choice of figures.
   *
   * @param absent the required figures that the area did not submit
   * @param members how many members there are
   */
  record Chosen(Source source, List<Item> absent, int members) implements AreaStep {}

  /**
   * The sums over the members.
   *
   * @param n the sum of the parts that are known
   * @param d the sum of the wholes that are known
   * @param unknown how much n may still grow, as far as there is a limit to it
   * @param unbounded whether there is none: what is unknown is no part of a whole
   * @param open how many members have no whole
   * @param unknownParts how many members have a whole above 0 and no part
   * @param tooLarge whether a sum is larger than any number of a real body
   */
  record Pooled(
      int members,
      BigInteger n,
      BigInteger d,
      BigInteger unknown,
      boolean unbounded,
      int open,
      int unknownParts,
      boolean tooLarge)
      implements AreaStep {}

  /** How an area's own figures stand to its members'. */
  enum Agreement {
    AGREE,
    /** Every member gave every figure, and some sum is smaller than the area's own. */
    ABOVE_MEMBERS,
    /** Some sum is larger than the area's own. */
    BELOW_MEMBERS
  }

  /** One figure of an area beside the sum of its members'. */
  record ItemTotal(Figure own, BigInteger members, int membersWithout) {}

  /** An area's own figures held against its members', item by item. */
  record Totals(List<ItemTotal> items, Agreement agreement) implements AreaStep {}

  /** What both sets of figures come to after closing, where the area's own are below. */
  record BothWays(Result own, Result members) implements AreaStep {}

  /**
   * The members of a share counted.
   *
   * @param members all of them
   * @param counted the N of the share
   * @param waived left out because their own line is waived
   * @param notAsked left out because the condition does not hold there
   * @param met of those counted: every clause holds
   * @param failed a clause fails
   * @param missing nothing fails, and a figure is absent
   * @param invalid nothing fails, and a figure cannot be used
   */
  record Counted(
      int members,
      int waived,
      int notAsked,
      int counted,
      int met,
      int failed,
      int missing,
      int invalid)
      implements AreaStep {

    /** How many may still turn out either way. */
    public int unknown() {
      return missing + invalid;
    }
  }
}
