package vn.doichieu.web.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.doichieu.check.PreparedPlan;
import vn.doichieu.domain.Provenance;
import vn.doichieu.submission.Delivery;
import vn.doichieu.submission.Delivery.Layer;
import vn.doichieu.submission.Submission;
import vn.doichieu.tabular.Table;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.area.UnitLists;
import vn.doichieu.web.store.WorkFolder;

/** What counts of all submissions of an area, for a version of a plan's rules. */
@Component
public class Figures {

  /** Figures of parsed submissions that are kept in memory; beyond these they are parsed again. */
  private static final int MOST_KEPT = 500_000;

  private final Filings filings;
  private final Uploads uploads;
  private final Areas areas;
  private final Standing standing;
  private final WorkFolder work;
  private final Map<Key, Layer> layers = new ConcurrentHashMap<>();
  private final AtomicInteger kept = new AtomicInteger();

  /** Figures of submissions. */
  public Figures(
      Filings filings, Uploads uploads, Areas areas, Standing standing, WorkFolder work) {
    this.filings = filings;
    this.uploads = uploads;
    this.areas = areas;
    this.standing = standing;
    this.work = work;
  }

  /** An upload as one version of rules reads it; identity tells versions and units apart. */
  private record Key(long upload, PreparedPlan plan, UnitLists.Units units) {

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Key key
          && key.upload == upload
          && key.plan == plan
          && key.units == units;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(upload) * 31 + System.identityHashCode(plan);
    }
  }

  /**
   * What counts.
   *
   * @param data the files of all submissions, each in a folder of its submission's number
   * @param last the last submission that was taken into account; 0 for none
   */
  public record Counted(Submission submission, Provenance.FileSet data, long last) {}

  /**
   * What counts of an area's submissions.
   *
   * @param upTo the last submission to be taken into account
   */
  public Counted counted(Area area, PreparedPlan plan, long upTo) {
    return counted(
        area,
        areas.units(area),
        plan,
        upTo,
        standing.waivers(area.id(), plan.plan().id()),
        standing.explanations(area.id(), upTo));
  }

  /** As above, with units, waivers and explanations that need not be those of now. */
  public Counted counted(
      Area area,
      UnitLists.Units units,
      PreparedPlan plan,
      long upTo,
      Table waivers,
      Table explanations) {
    List<Layer> counting = new ArrayList<>();
    List<Provenance.HashedFile> files = new ArrayList<>();
    long last = 0;
    for (Filed filed : filings.all(area.id())) {
      if (filed.id() > upTo) {
        break;
      }
      last = filed.id();
      counting.add(layer(filed, units, plan));
      uploads
          .hashes(filed.uploadId())
          .forEach(
              (name, hash) ->
                  files.add(new Provenance.HashedFile(filed.number() + "/" + name, hash)));
    }
    Submission submission =
        Submission.of(plan.plan(), units.all(), units.problems(), counting, waivers, explanations);
    return new Counted(submission, new Provenance.FileSet(files), last);
  }

  /** Some layers as a submission, with the waivers and explanations of the area. */
  public Submission submission(Area area, PreparedPlan plan, List<Layer> counting, long upTo) {
    UnitLists.Units units = areas.units(area);
    return Submission.of(
        plan.plan(),
        units.all(),
        units.problems(),
        counting,
        standing.waivers(area.id(), plan.plan().id()),
        standing.explanations(area.id(), upTo));
  }

  /** The layers of all submissions of an area, the oldest first. */
  public List<Layer> layers(Area area, PreparedPlan plan) {
    UnitLists.Units units = areas.units(area);
    return filings.all(area.id()).stream().map(filed -> layer(filed, units, plan)).toList();
  }

  /**
   * A submission as a layer. Of one whose unit is gone nothing counts; of one that cannot be read
   * any more the figures are invalid. Both say so among their problems.
   */
  public Layer layer(Filed filed, UnitLists.Units units, PreparedPlan plan) {
    return kept(
        filed.uploadId(),
        plan,
        units,
        () -> {
          String unit = filed.unit();
          if (unit != null && units.all().find(unit) == null) {
            return Delivery.setAside(
                plan.plan(),
                units.all(),
                SetAside.gone(filed, unit, uploads.hashes(filed.uploadId()).keySet()));
          }
          try {
            return read(uploads.files(filed.uploadId()), plan, units).delivery();
          } catch (UnreadableInput e) {
            return Delivery.unreadable(
                plan.plan(),
                units.all(),
                SetAside.unreadable(filed, units.all(), e.problems()),
                SetAside.gave(filed, uploads.gave(filed.uploadId())));
          }
        });
  }

  /**
   * An upload that does not count yet as a layer.
   *
   * @throws UnreadableInput if its files cannot be read at all
   */
  public Layer trial(long upload, Area area, PreparedPlan plan) {
    UnitLists.Units units = areas.units(area);
    return kept(upload, plan, units, () -> read(uploads.files(upload), plan, units).delivery());
  }

  private Layer kept(
      long upload, PreparedPlan plan, UnitLists.Units units, Supplier<Delivery> reading) {
    if (kept.get() > MOST_KEPT) {
      kept.set(0);
      layers.clear();
    }
    return layers.computeIfAbsent(
        new Key(upload, plan, units),
        key -> {
          Layer layer = new Layer(reading.get(), uploads.withdrawals(upload));
          kept.addAndGet(1 + layer.delivery().given().size());
          return layer;
        });
  }

  /** Files as a plan reads them, whether they are kept or not. Throws as above. */
  public Deliveries.Read read(
      SortedMap<String, byte[]> files, PreparedPlan plan, UnitLists.Units units) {
    return work.temporary(
        folder -> {
          Uploads.write(files, folder);
          return Deliveries.read(folder, plan.plan(), units.all());
        });
  }
}
