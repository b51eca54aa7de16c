package vn.doichieu.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.ListEntry.Line;

/**
 * What has changed since the last list.
 *
 * @param previous the day of the last list; null if none was given, and everything listed is new
 * @param listed the findings on today's list, in the order of the findings
 * @param fixed what stood on the last list and no longer does, in the order of the findings; then
 *     what is no longer judged, in the order of the last list
 * @param entries what the next list has to know, in the same order
 */
public record Changes(
    @Nullable LocalDate previous,
    List<Listed> listed,
    List<Fixed> fixed,
    List<ListEntry> entries,
    Map<Line, Status> statuses) {

  /** A finding on today's list. */
  public record Listed(Finding finding, Status status) {}

  /**
   * Something that no longer stands on the list.
   *
   * @param entry since when it stood there, and that it no longer does
   * @param now what the finding is today, which need not be met; null if it is no longer judged
   */
  public record Fixed(ListEntry entry, @Nullable Finding now) {}

  public Changes {
    listed = List.copyOf(listed);
    fixed = List.copyOf(fixed);
    entries = List.copyOf(entries);
    statuses = Map.copyOf(statuses);
  }

  /**
   * Compares: those findings stand on the list that make the check fail.
   *
   * @param before the last list; null if there is none
   */
  public static Changes of(Evaluation now, @Nullable PreviousResult before) {
    Comparison comparison = new Comparison(now.asOf(), before);
    now.findings().forEach(comparison::add);
    return comparison.changes(before == null ? null : before.asOf());
  }

  /** How a finding stands to the lists before; null if it does not stand on today's list. */
  public @Nullable Status of(Finding finding) {
    return statuses.get(Line.of(finding));
  }

  /** The comparison while it goes through the findings. */
  private static final class Comparison {

    private final LocalDate today;
    private final Map<Line, ListEntry> old = new LinkedHashMap<>();
    private final List<Listed> listed = new ArrayList<>();
    private final List<Fixed> fixed = new ArrayList<>();
    private final List<ListEntry> entries = new ArrayList<>();
    private final Map<Line, Status> statuses = new HashMap<>();

    Comparison(LocalDate today, @Nullable PreviousResult before) {
      this.today = today;
      if (before != null) {
        before.entries().forEach(entry -> old.put(entry.line(), entry));
      }
    }

    void add(Finding finding) {
      Line line = Line.of(finding);
      ListEntry entry = old.remove(line);
      if (finding.failsCheck()) {
        Status status = status(entry);
        listed.add(new Listed(finding, status));
        statuses.put(line, status);
        entries.add(standing(line, entry));
      } else if (entry != null) {
        off(entry, finding);
      }
    }

    private static Status status(@Nullable ListEntry entry) {
      if (entry == null) {
        return new Status.New();
      }
      LocalDate fixedOn = entry.fixedOn();
      return fixedOn == null
          ? new Status.Persisting(entry.listedSince(), entry.sinceAtLeast())
          : new Status.Reappeared(entry.first(), entry.atLeast(), fixedOn);
    }

    private ListEntry standing(Line line, @Nullable ListEntry entry) {
      if (entry == null) {
        return ListEntry.first(line, today, false);
      }
      return entry.stands() ? entry : entry.again(today);
    }

    private void off(ListEntry entry, @Nullable Finding finding) {
      ListEntry off = entry.stands() ? entry.fixed(today) : entry;
      if (entry.stands()) {
        fixed.add(new Fixed(off, finding));
      }
      entries.add(off);
    }

    Changes changes(@Nullable LocalDate previous) {
      old.values().forEach(entry -> off(entry, null));
      return new Changes(previous, listed, fixed, entries, statuses);
    }
  }
}
