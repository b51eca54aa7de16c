package vn.doichieu.evaluation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import vn.doichieu.domain.Finding;

/**
 * All findings of a plan in the order of the contract, section 3. Only what the rules said of each
 * line is kept, in one byte; a finding is made anew from it and from the figures whenever it is
 * asked for, so that millions of them take no memory. Safe for several threads.
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
    int row = Arrays.binarySearch(starts, index);
    if (row < 0) {
      row = -row - 2;
    }
    while (rows[row].size() == 0) { // Rows that give no finding start where the next one does.
      row++;
    }
    return rows[row].reader().get(index - starts[row]);
  }

  @Override
  public Iterator<Finding> iterator() {
    return new Iterator<>() {
      private int row = -1;
      private int next;
      private int left = 0;
      private Row.Reader reader = Row.NOTHING;

      @Override
      public boolean hasNext() {
        while (left == 0 && row + 1 < rows.length) {
          row++;
          next = 0;
          left = rows[row].size();
          reader = rows[row].reader();
        }
        return left > 0;
      }

      @Override
      public Finding next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        left--;
        return reader.get(next++);
      }
    };
  }
}
