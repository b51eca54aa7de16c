package vn.doichieu.web.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import vn.doichieu.edits.Edit;
import vn.doichieu.impact.FindingChange;
import vn.doichieu.impact.FolderImpact;
import vn.doichieu.impact.Impact;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * An impact as it is kept with a proposal.
 *
 * @param files the hash of the draft's files
 * @param base the hash of the version that they are held against
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
      Impact impact,
      String files,
      String base,
      LocalDate asOf,
      boolean closed,
      List<String> unreadable) {
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
        files,
        base,
        asOf,
        closed,
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
