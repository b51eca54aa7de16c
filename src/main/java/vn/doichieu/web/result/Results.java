package vn.doichieu.web.result;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;

/** Judges areas by the one engine; what nothing has changed since is not judged again. */
@Component
public class Results {

  /** Findings of evaluations that are kept in memory: a province's are as many as 60 districts'. */
  private static final int MOST_KEPT = 400_000;

  /** What an evaluation without findings counts for. */
  private static final int LEAST = 1_000;

  private final RulesVersions versions;
  private final Figures figures;
  private final Judging judging;
  private final Instant since;

  /** The least lately asked for first. */
  private final Map<Key, CompletableFuture<Judged>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Results by versions and figures. */
  public Results(RulesVersions versions, Figures figures, Judging judging, Clock clock) {
    this.versions = versions;
    this.figures = figures;
    this.judging = judging;
    this.since = clock.instant();
  }

  private record Key(
      long area, int revision, long version, LocalDate asOf, boolean closed, long upTo) {}

  /** An area by the version of a plan that counts, with everything submitted so far. */
  public Judged judged(Area area, String planId, LocalDate asOf, boolean closed) {
    return judged(area, versions.current(planId), asOf, closed, Long.MAX_VALUE);
  }

  /**
   * An area by a version of a plan.
   *
   * @param upTo the last submission to be taken into account
   */
  public Judged judged(Area area, RulesVersion version, LocalDate asOf, boolean closed, long upTo) {
    Key key = new Key(area.id(), area.revision(), version.id(), asOf, closed, upTo);
    CompletableFuture<Judged> mine = new CompletableFuture<>();
    CompletableFuture<Judged> known;
    synchronized (kept) {
      known = kept.putIfAbsent(key, mine);
    }
    if (known != null) {
      return awaited(known);
    }
    try {
      mine.complete(judging.inTurn(() -> judge(key, area, version)));
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(key);
      }
      mine.completeExceptionally(e);
      throw e;
    }
    shrink();
    return mine.join();
  }

  private static Judged awaited(CompletableFuture<Judged> known) {
    try {
      return known.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Judged judge(Key key, Area area, RulesVersion version) {
    PreparedPlan plan = versions.prepared(version);
    Figures.Counted counted = figures.counted(area, plan, key.upTo());
    return new Judged(
        area,
        version,
        plan.explained(counted.submission(), counted.data(), key.asOf(), key.closed()),
        counted.last(),
        since);
  }

  /** Forgets what was not asked for lately; the last one is always kept. */
  private void shrink() {
    synchronized (kept) {
      long findings = kept.values().stream().mapToLong(Results::size).sum();
      Iterator<CompletableFuture<Judged>> oldest = kept.values().iterator();
      while (findings > MOST_KEPT && kept.size() > 1) {
        findings -= size(oldest.next());
        oldest.remove();
      }
    }
  }

  /** What it weighs against the others; what is still being judged nothing. */
  private static long size(CompletableFuture<Judged> judged) {
    return judged.isDone() && !judged.isCompletedExceptionally()
        ? LEAST + judged.join().evaluation().findings().size()
        : 0;
  }
}
