package vn.doichieu.evaluation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;

/**
 * All findings of a plan in the order of the contract, section 3. Only what the rules said of each
 * line is kept; a finding is made anew from it and from the figures whenever it is asked for, so
 * that millions of them take no memory. Safe for several threads.
 */
final class Findings extends AbstractList<Finding> implements RandomAccess {

  private final Row[] rows;
  private final int[] starts;
  private final int size;

  /**
   * The findings of rows, one after another.
   *
   * @throws ArithmeticException if there are more than 2^31 - 1
   */
  Findings(List<Row> rows) {
    this.rows = rows.toArray(Row[]::new);
    starts = new int[this.rows.length];
    int end = 0;
    for (int i = 0; i < this.rows.length; i++) {
      starts[i] = end;
      end = Math.addExact(end, this.rows[i].size());
    }
    size = end;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Finding get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return new Walk(index, index + 1).next();
  }

  @Override
  public Iterator<Finding> iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator<Finding> spliterator() {
    return new Walk(0, size);
  }

  /** Makes some of the findings one after another. */
  private final class Walk implements Spliterator<Finding> {

    private int next;
    private final int end;
    private int row;
    private int rowEnd;
    private Row.Reader reader = Row.NOTHING;

    Walk(int from, int to) {
      end = to;
      goTo(from);
    }

    private void goTo(int index) {
      next = index;
      rowEnd = index;
      int found = Arrays.binarySearch(starts, index);
      row = (found < 0 ? -found - 2 : found) - 1; // The one before.
    }

    Finding next() {
      while (next >= rowEnd) { // A row may give no finding.
        row++;
        rowEnd = starts[row] + rows[row].size();
        reader = rows[row].reader();
      }
      int at = next - starts[row];
      next++;
      return reader.get(at);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Finding> action) {
      if (next == end) {
        return false;
      }
      action.accept(next());
      return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super Finding> action) {
      while (next < end) {
        action.accept(next());
      }
    }

    @Override
    public @Nullable Spliterator<Finding> trySplit() {
      int middle = next + (end - next) / 2;
      if (middle == next) {
        return null;
      }
      Walk first = new Walk(next, middle);
      goTo(middle);
      return first;
    }

    @Override
    public long estimateSize() {
      return end - next;
    }

    @Override
    public int characteristics() {
      return ORDERED | SIZED | SUBSIZED | IMMUTABLE | NONNULL;
    }
  }
}
