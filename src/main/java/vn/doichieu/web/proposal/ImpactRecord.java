package vn.doichieu.web.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.edits.Edit;
import vn.doichieu.impact.FindingChange;
import vn.doichieu.impact.FolderImpact;
import vn.doichieu.impact.Impact;
import vn.doichieu.web.area.Area;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * An impact as it is kept with a proposal.
 *
 * @param files the hash of the draft's files
 * @param base the hash of the version that they are held against
 * @param revisions what the figures, waivers and units were, as {@link #revisions(List)} tells it
 * @param asOf the day as of which is judged
 * @param areas how many areas have the plan
 * @param flips how many findings flip
 * @param units how many units have a finding that flips
 * @param by the rows, items and rules whose edits do it
 * @param unreadable areas whose figures cannot be read by the draft any more, with why
 */
public record ImpactRecord(
    String files,
    String base,
    String revisions,
    LocalDate asOf,
    boolean closed,
    int areas,
    long flips,
    int units,
    List<String> by,
    List<String> unreadable,
    ImpactWords vi,
    ImpactWords en) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies. */
  public ImpactRecord {
    by = List.copyOf(by);
    unreadable = List.copyOf(unreadable);
  }

  static ImpactRecord of(
      Impact impact, String base, String revisions, Impacts.Asked asked, List<String> unreadable) {
    Set<String> units = new LinkedHashSet<>();
    Set<String> by = new LinkedHashSet<>();
    for (FolderImpact folder : impact.folders()) {
      for (FindingChange change : folder.changes()) {
        if (change.kind().flips()) {
          units.add(folder.data() + "\n" + change.shown().unit().code());
          change.causes().forEach(cause -> by.add(name(cause.edit())));
        }
      }
    }
    return new ImpactRecord(
        asked.files(),
        base,
        revisions,
        asked.asOf(),
        asked.closed(),
        impact.folders().size(),
        impact.flips(),
        units.size(),
        new ArrayList<>(by),
        unreadable,
        ImpactWords.of(impact, new Messages(Language.VI)),
        ImpactWords.of(impact, new Messages(Language.EN)));
  }

  private static String name(Edit edit) {
    return edit.id().isEmpty() ? edit.part().code() : edit.id();
  }

  /** Every area with its revision: the same as long as nothing can have changed a finding. */
  static String revisions(List<Area> areas) {
    return areas.stream()
        .sorted(Comparator.comparingLong(Area::id))
        .map(area -> area.id() + ":" + area.revision())
        .collect(Collectors.joining(" "));
  }

  /** Whether it is about a day, with no period counted as over that is not. */
  boolean isOf(LocalDate day) {
    return asOf.equals(day) && !closed;
  }

  /** Tells it from every other impact of the same draft. */
  public String tag() {
    return asOf + (closed ? " closed " : " ") + revisions;
  }

  /** The words of a language. */
  public ImpactWords words(Language language) {
    return language == Language.EN ? en : vi;
  }

  /** All of it as text. */
  String json() {
    return JSON.writeValueAsString(this);
  }

  static ImpactRecord ofJson(String json) {
    return JSON.readValue(json, ImpactRecord.class);
  }
}
