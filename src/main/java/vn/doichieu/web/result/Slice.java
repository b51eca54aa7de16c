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
public record Slice<T>(List<T> items, int page, int size, int total) {

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

  /** The same page of what its items become. */
  public <R> Slice<R> map(Function<T, R> each) {
    return new Slice<>(items.stream().map(each).toList(), page, size, total);
  }

  public boolean hasNext() {
    return (long) (page + 1) * size < total;
  }

  /** How many pages there are; at least 1. */
  public int pages() {
    return Math.max(1, (total + size - 1) / size);
  }
}
