package vn.doichieu.web.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.consistency.ConsistencyChecks;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Problem;
import vn.doichieu.edits.RuleEdits;
import vn.doichieu.edits.RuleFiles;
import vn.doichieu.impact.FolderImpact;
import vn.doichieu.impact.Impact;
import vn.doichieu.revision.PlanVersion;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.Tables;
import vn.doichieu.web.filing.Figures;
import vn.doichieu.web.filing.Filings;
import vn.doichieu.web.filing.SetAside;
import vn.doichieu.web.filing.Standing;
import vn.doichieu.web.filing.Uploads;
import vn.doichieu.web.result.Judged;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.rulebook.RulesVersion;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.Store;
import vn.doichieu.web.store.WorkFolder;

/**
 * What drafts change of the findings of every area that has the plan; worked out in the background,
 * one draft after another.
 */
@Component
public class Impacts implements DisposableBean {

  /** Answers that are kept in memory; what is proposed is in the database. */
  private static final int MOST_KEPT = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Impacts.class);

  private final Store store;
  private final Drafts drafts;
  private final Tables tables;
  private final RulesVersions versions;
  private final Results results;
  private final Areas areas;
  private final Filings filings;
  private final Uploads uploads;
  private final Standing standing;
  private final WorkFolder work;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "impact");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Long, State> states =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, State> eldest) {
              return size() > MOST_KEPT;
            }
          });

  Impacts(
      Store store,
      Drafts drafts,
      Tables tables,
      RulesVersions versions,
      Results results,
      Areas areas,
      Filings filings,
      Uploads uploads,
      Standing standing,
      WorkFolder work) {
    this.store = store;
    this.drafts = drafts;
    this.tables = tables;
    this.versions = versions;
    this.results = results;
    this.areas = areas;
    this.filings = filings;
    this.uploads = uploads;
    this.standing = standing;
    this.work = work;
  }

  /**
   * What somebody wants to know.
   *
   * @param files the hash of the draft's files
   */
  public record Asked(String files, LocalDate asOf, boolean closed) {}

  /** How far it is. */
  public sealed interface State {

    /** What was asked for last. */
    Asked asked();

    /** Being worked out: so many areas of all are done. */
    record Running(Asked asked, int done, int all) implements State {}

    /** It is not known: the rules cannot be built. */
    record Failed(Asked asked, List<Problem> problems) implements State {}

    /** Known. */
    record Done(Asked asked, ImpactRecord record) implements State {}
  }

  /** How far the impact of a draft's files is, if it was asked for. */
  public Optional<State> state(Draft draft, RuleFileSet files) {
    return Optional.ofNullable(states.get(draft.id()))
        .filter(state -> state.asked().files().equals(files.hash()));
  }

  /**
   * The impact of a draft's files on the version it is based on: worked out last, or recorded with
   * the draft. None while another one is being worked out.
   */
  public Optional<ImpactRecord> known(Draft draft, RuleFileSet files) {
    Optional<State> state = state(draft, files);
    Optional<ImpactRecord> record = Optional.empty();
    if (state.isPresent()) {
      record = state.get() instanceof State.Done done ? Optional.of(done.record()) : record;
    } else if (!draft.impact().isEmpty()) {
      record = Optional.of(ImpactRecord.ofJson(draft.impact()));
    }
    String base = versions.version(draft.basedOn()).hash();
    return record.filter(r -> r.files().equals(files.hash()) && r.base().equals(base));
  }

  /** Whether nothing of what an impact was worked out on can have changed since. */
  public boolean isOfNow(ImpactRecord record, String planId) {
    return record.revisions().equals(ImpactRecord.revisions(areas(planId)));
  }

  /** Begins to work it out. Another day that is being worked out for the draft is given up. */
  public void start(Draft draft, LocalDate asOf, boolean closed) {
    RuleFileSet files = drafts.files(draft);
    Asked asked = new Asked(files.hash(), asOf, closed);
    synchronized (states) {
      if (isRunning(draft, asked)) {
        return;
      }
      states.put(draft.id(), new State.Running(asked, 0, areas(draft.planId()).size()));
    }
    worker.execute(() -> run(draft, files, asked));
  }

  private boolean isRunning(Draft draft, Asked asked) {
    return states.get(draft.id()) instanceof State.Running running && running.asked().equals(asked);
  }

  private void run(Draft draft, RuleFileSet files, Asked asked) {
    if (!isRunning(draft, asked)) {
      return; // Another day was asked for since.
    }
    State end;
    try {
      end = new State.Done(asked, record(draft, files, asked));
    } catch (InvalidRules e) {
      end = new State.Failed(asked, e.problems());
    } catch (UnreadableInput e) {
      end = new State.Failed(asked, e.problems());
    } catch (RuntimeException | Error e) {
      LOG.error("impact of draft {}", draft.id(), e);
      end = new State.Failed(asked, List.of());
    }
    replace(draft, asked, end);
  }

  private void replace(Draft draft, Asked asked, State state) {
    states.computeIfPresent(draft.id(), (id, now) -> now.asked().equals(asked) ? state : now);
  }

  /** The impact, now. */
  ImpactRecord record(Draft draft, RuleFileSet files, Asked asked) {
    RulesVersion base = versions.version(draft.basedOn());
    return tables.unpacked(
        draft.planId(),
        files,
        folder -> {
          PreparedPlan after = PreparedPlan.read(work.home(), folder);
          var shared = ConsistencyChecks.files(work.home());
          RuleEdits edits =
              RuleEdits.between(
                  RuleFiles.read(versions.folder(base), shared), RuleFiles.read(folder, shared));
          List<String> unreadable = new ArrayList<>();
          List<FolderImpact> of = new ArrayList<>();
          // Not the figures that all share: what they have read by a draft would stay in memory.
          Figures figures = new Figures(filings, uploads, areas, standing, work);
          List<Area> all = areas(draft.planId());
          for (Area area : all) {
            try {
              of.add(impact(area, base, after, edits, figures, asked, unreadable));
            } catch (UnreadableInput e) {
              unreadable.add(area.name());
            }
            int done = all.indexOf(area) + 1;
            replace(draft, asked, new State.Running(asked, done, all.size()));
          }
          Impact impact =
              new Impact(
                  PlanVersion.ofFolder("" + base.number(), versions.folder(base), work.home()),
                  PlanVersion.ofFolder("" + draft.id(), folder, work.home()),
                  edits,
                  of);
          String revisions = ImpactRecord.revisions(all);
          return ImpactRecord.of(impact, base.hash(), revisions, asked, unreadable);
        });
  }

  /** An area with the numbers of its submissions that cannot be read any more, if there are any. */
  private static Optional<String> unreadable(Area area, Evaluation judged) {
    String numbers =
        judged.problems().stream()
            .filter(SetAside::isUnreadable)
            .map(problem -> problem.arguments().get(0))
            .collect(Collectors.joining(", "));
    return numbers.isEmpty() ? Optional.empty() : Optional.of(area.name() + " (" + numbers + ")");
  }

  private FolderImpact impact(
      Area area,
      RulesVersion base,
      PreparedPlan plan,
      RuleEdits edits,
      Figures figures,
      Asked asked,
      List<String> unreadable) {
    Judged before = results.judged(area, base, asked.asOf(), asked.closed(), Long.MAX_VALUE);
    Figures.Counted counted = figures.counted(area, plan, before.upTo());
    Evaluation after = plan.run(counted.submission(), counted.data(), asked.asOf(), asked.closed());
    unreadable(area, after).ifPresent(unreadable::add);
    return FolderImpact.of(area.name(), edits, before.evaluation(), after);
  }

  /** The areas that are judged by a plan, by name. */
  List<Area> areas(String planId) {
    return store
        .sql()
        .sql(
            "select a.id, a.code, a.name, a.revision, a.units_revision from area a"
                + " join area_plan p on p.area_id = a.id where p.plan_id = ?"
                + " order by a.name, a.id")
        .param(planId)
        .query(Area.class)
        .list();
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
