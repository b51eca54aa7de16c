package vn.doichieu.web.bounds;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Turns by name: each name has so many at once, and gets one back after every interval. Of the
 * names only the latest ones are remembered, so nobody fills the memory by inventing names.
 */
public final class Turns {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long interval;
  private final long ahead;
  private final LongSupplier nanos;

  /** When each name would have all its turns again, in nanoseconds. */
  private final Map<String, Long> full;

  /**
   * Turns for any number of names.
   *
   * @param atOnce how many a name has when it has not been heard of for long
   * @param interval after which it gets one back
   * @param names how many are remembered
   * @param nanos a clock that only goes forward
   */
  public Turns(int atOnce, Duration interval, int names, LongSupplier nanos) {
    this.interval = interval.toNanos();
    this.ahead = (atOnce - 1L) * this.interval;
    this.nanos = nanos;
    this.full =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > names;
          }
        };
  }

  /** Takes a turn; gives 0, or the seconds until there is one again, and then none was taken. */
  public synchronized long take(String name) {
    long now = nanos.getAsLong();
    long from = Math.max(full.getOrDefault(name, now), now);
    long early = from - now - ahead;
    if (early > 0) {
      return (early + SECOND - 1) / SECOND;
    }
    full.put(name, from + interval);
    return 0;
  }

  /** Gives a turn back that did not count after all. */
  public synchronized void giveBack(String name) {
    full.computeIfPresent(name, (key, at) -> at - interval);
  }
}
