package vn.doichieu.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ListEntry.Line;
import vn.doichieu.history.Status.New;
import vn.doichieu.history.Status.Persisting;
import vn.doichieu.history.Status.Reappeared;
import vn.doichieu.testing.DataFolder;

/** Each list knows the one before only; together they say what all of them at once say. */
class ChainedListsTest {

  private static final int LISTS = 5;
  private static final int CHAINS = 40;

  @TempDir private Path folder;

  @Test
  void fiveListsInAChainSayTheSameAsAllFiveAtOnce() {
    Lists lists = new Lists(folder);
    Random random = new Random(30);
    Set<String> seen = new TreeSet<>();
    for (int chain = 0; chain < CHAINS; chain++) {
      boolean plainFirst = random.nextBoolean();
      List<Evaluation> all = new ArrayList<>();
      PreviousResult before = null;
      for (LocalDate day : days(random)) {
        Evaluation now = lists.on(day.toString(), figures(lists, random));
        all.add(now);
        Changes changes = Lists.changes(now, before);
        if (all.size() > 1 || !plainFirst) {
          assertThat(told(changes)).isEqualTo(atOnce(all, plainFirst));
          assertThat(gone(changes)).isEqualTo(goneAtOnce(all));
          changes.listed().forEach(l -> seen.add(l.status().getClass().getSimpleName()));
        }
        before = lists.next(now, all.size() == 1 && plainFirst ? null : changes.entries());
      }
    }
    assertThat(seen).containsExactly("New", "Persisting", "Reappeared");
  }

  /** Five days, some of them twice. */
  private static List<LocalDate> days(Random random) {
    LocalDate first = LocalDate.of(2024, 11, 1);
    return random.ints(LISTS, 0, 200).sorted().mapToObj(first::plusDays).toList();
  }

  /** Two or three communes with some figures. */
  private static DataFolder figures(Lists lists, Random random) {
    List<String> units = new ArrayList<>(List.of("h,Huyện,district,,"));
    List<String> rows = new ArrayList<>();
    for (String unit : List.of("x1", "x2", "x3")) {
      if (random.nextInt(5) > 0 || unit.equals("x1")) {
        units.add(unit + ",Xã " + unit + ",commune,,h");
        rows.add(unit + ",issued,2024," + List.of("yes", "no", "", "?").get(random.nextInt(4)));
        rows.add(unit + ",done,2024," + random.nextInt(40));
        rows.add(unit + ",total,2024,100");
      }
    }
    return lists.data().units(units.toArray(String[]::new)).figures(rows.toArray(String[]::new));
  }

  private static Map<Line, Status> told(Changes changes) {
    Map<Line, Status> told = new LinkedHashMap<>();
    changes.listed().forEach(l -> told.put(Line.of(l.finding()), l.status()));
    return told;
  }

  private static Set<Line> gone(Changes changes) {
    return changes.fixed().stream().map(f -> f.entry().line()).collect(Collectors.toSet());
  }

  private static Set<Line> on(Evaluation list) {
    return list.findings().stream()
        .filter(Finding::failsCheck)
        .map(Line::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Line> goneAtOnce(List<Evaluation> all) {
    if (all.size() == 1) {
      return Set.of();
    }
    Set<Line> gone = on(all.get(all.size() - 2));
    gone.removeAll(on(all.get(all.size() - 1)));
    return gone;
  }

  /** Each line of the last list, looked for in every list from the first on. */
  private static Map<Line, Status> atOnce(List<Evaluation> all, boolean plainFirst) {
    Map<Line, Status> statuses = new LinkedHashMap<>();
    for (Line line : on(all.get(all.size() - 1))) {
      statuses.put(line, status(line, all, plainFirst));
    }
    return statuses;
  }

  private static Status status(Line line, List<Evaluation> all, boolean plainFirst) {
    int last = all.size() - 1;
    int first = -1;
    int begin = last; // of the unbroken run that ends with the last list
    boolean unbroken = true;
    for (int i = last - 1; i >= 0; i--) {
      boolean on = on(all.get(i)).contains(line);
      unbroken &= on;
      begin = unbroken ? i : begin;
      first = on ? i : first;
    }
    if (first < 0) {
      return new New();
    }
    boolean atLeast = plainFirst && first == 0;
    if (begin < last) {
      return new Persisting(all.get(begin).asOf(), atLeast && begin == 0);
    }
    int fixed = last - 1;
    while (!on(all.get(fixed - 1)).contains(line)) {
      fixed--;
    }
    return new Reappeared(all.get(first).asOf(), atLeast, all.get(fixed).asOf());
  }
}
