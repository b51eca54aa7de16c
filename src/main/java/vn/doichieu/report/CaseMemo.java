package vn.doichieu.report;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Basis;
import vn.doichieu.domain.Finding.Flag;

/**
 * What is written of a finding beside its unit, kept for the next finding of the same case: of
 * thousands of communes, most have done, or left undone, the same. Two findings are the same case
 * if they say the same of the same figures. How many are kept is fixed.
 */
final class CaseMemo {

  private static final int KEPT = 1 << 13;

  /** Stands for a figure that is absent: no count is below zero, and no day that far back. */
  private static final long ABSENT = Long.MIN_VALUE;

  private final BiConsumer<Utf8Writer, Finding> writing;
  private final @Nullable Case[] cases = new Case[KEPT];
  private long[] values = new long[16];

  private record Case(Finding finding, long[] values, byte[] text) {

    boolean isSame(Finding other, long[] figures, int count) {
      return finding.target() == other.target()
          && finding.result() == other.result()
          && finding.reason() == other.reason()
          && finding.binding() == other.binding()
          && Arrays.equals(values, 0, values.length, figures, 0, count)
          && Objects.equals(finding.shortfall(), other.shortfall())
          && Objects.equals(finding.numerator(), other.numerator())
          && Objects.equals(finding.denominator(), other.denominator())
          && finding.period().equals(other.period())
          && finding.flags().equals(other.flags())
          && Objects.equals(finding.waiver(), other.waiver());
    }
  }

  /**
   * Keeps what a way of writing makes.
   *
   * @param writing writes what depends on nothing but the case
   */
  CaseMemo(BiConsumer<Utf8Writer, Finding> writing) {
    this.writing = writing;
  }

  /** Writes what there is to say of a finding with its evidence. */
  void write(Utf8Writer out, Finding finding, List<Figure> figures) {
    int count = known(finding, figures);
    if (count < 0) {
      writing.accept(out, finding);
      return;
    }
    int place = place(finding, count);
    Case kept = cases[place];
    if (kept == null || !kept.isSame(finding, values, count)) {
      byte[] bytes = Utf8Writer.bytes(made -> writing.accept(made, finding));
      kept = new Case(finding, Arrays.copyOf(values, count), bytes);
      cases[place] = kept;
    }
    out.raw(kept.text());
  }

  /**
   * Takes down the figures of a finding; how many there are, or -1 where its words name a unit or a
   * place and are no other finding's.
   */
  private int known(Finding finding, List<Figure> figures) {
    if (finding.basis() != Basis.OWN || finding.flags().contains(Flag.TOTAL_MISMATCH)) {
      return -1;
    }
    int count = figures.size();
    if (count > values.length) {
      values = new long[count];
    }
    for (int i = 0; i < count; i++) {
      Figure figure = figures.get(i);
      switch (figure.state()) {
        case VALID -> values[i] = figure.value();
        case ABSENT -> values[i] = ABSENT;
        case INVALID -> {
          return -1;
        }
      }
    }
    return count;
  }

  private int place(Finding finding, int count) {
    long hash = System.identityHashCode(finding.target()) * 31L + finding.period().hashCode();
    hash = hash * 31 + finding.result().ordinal();
    hash = hash * 31 + number(finding.shortfall());
    for (int i = 0; i < count; i++) {
      hash = (hash ^ values[i]) * 0x9E3779B97F4A7C15L;
    }
    return (int) (hash * 0x9E3779B97F4A7C15L >>> 32) & (KEPT - 1);
  }

  private static long number(@Nullable Long number) {
    return number == null ? -1 : number;
  }
}
