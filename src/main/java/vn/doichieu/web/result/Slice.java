package vn.doichieu.web.result;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param page from 0
 * @param size how many a page has
 * @param total how many there are in all
 */
public record Slice<T>(List<T> items, int page, int size, long total) {

  /** The most that one page may have. */
  public static final int MOST = 500;

  public Slice {
    items = List.copyOf(items);
  }

  /** A page of a list; one behind its end is empty. */
  public static <T> Slice<T> of(
      List<T> all, @Nullable Integer page, @Nullable Integer size, int usual) {
    int each = Math.max(1, Math.min(size == null ? usual : size, MOST));
    int number = page == null ? 0 : Math.max(0, page);
    long from = Math.min((long) number * each, all.size());
    int to = (int) Math.min(from + each, all.size());
    return new Slice<>(all.subList((int) from, to), number, each, all.size());
  }

  /** A page of a list; the last one where there are not so many. */
  public static <T> Slice<T> within(List<T> all, @Nullable Integer page, int size) {
    int last = Math.max(0, (all.size() - 1) / size);
    return of(all, page == null ? 0 : Math.min(page, last), size, size);
  }

  /** As many as are to be shown, from the first on. */
  public static <T> Slice<T> first(List<T> all, int most) {
    return of(all, 0, most, most);
  }

  /** The same with something else in place of each. */
  public <R> Slice<R> map(Function<T, R> as) {
    return new Slice<>(items.stream().map(as).toList(), page, size, total);
  }

  /** The number of the first, as people count; 0 where there is none. */
  public long first() {
    return items.isEmpty() ? 0 : (long) page * size + 1;
  }

  /** The number of the last, as people count. */
  public long last() {
    return (long) page * size + items.size();
  }

  /** How many are on other pages. */
  public long left() {
    return total - items.size();
  }

  public boolean hasNext() {
    return (long) (page + 1) * size < total;
  }

  /** How many pages there are; at least 1. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }
}
