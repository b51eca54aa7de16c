package vn.doichieu.domain;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import vn.doichieu.domain.Finding.Flag;

/**
 * An unchangeable set of flags, in their order. Equal sets are one object, so that a finding's cost
 * nothing.
 */
public final class Flags extends AbstractSet<Flag> {

  private static final Flag[] ALL = Flag.values();
  private static final Flags[] MADE = new Flags[1 << ALL.length];

  /** No flags. */
  public static final Flags NONE = of(0);

  private final int bits;

  private Flags(int bits) {
    this.bits = bits;
  }

  private static Flags of(int bits) {
    Flags made = MADE[bits];
    if (made == null) { // Two threads may make it twice, which does no harm.
      made = new Flags(bits);
      MADE[bits] = made;
    }
    return made;
  }

  /** A set of flags. */
  public static Flags of(Collection<Flag> flags) {
    if (flags instanceof Flags already) {
      return already;
    }
    int bits = 0;
    for (Flag flag : flags) {
      bits |= 1 << flag.ordinal();
    }
    return of(bits);
  }

  /** These flags and others. */
  public Flags and(Flags others) {
    return of(bits | others.bits);
  }

  /** These flags and one more. */
  public Flags and(Flag flag) {
    return of(bits | 1 << flag.ordinal());
  }

  @Override
  public boolean contains(Object flag) {
    return flag instanceof Flag one && (bits & 1 << one.ordinal()) != 0;
  }

  @Override
  public int size() {
    return Integer.bitCount(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Flags flags ? flags.bits == bits : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public Iterator<Flag> iterator() {
    return new Iterator<>() {
      private int left = bits;

      @Override
      public boolean hasNext() {
        return left != 0;
      }

      @Override
      public Flag next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        Flag flag = ALL[Integer.numberOfTrailingZeros(left)];
        left &= left - 1;
        return flag;
      }
    };
  }
}
