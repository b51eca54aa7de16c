package vn.doichieu.verification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Provenance.FileSet;
import vn.doichieu.domain.Provenance.HashedFile;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.verification.RecordedResult.Entry;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * A recorded result beside the same check done anew.
 *
 * @param before what the file says
 * @param after what the check says now
 * @param lists what differs in the lists of findings, problems and warnings, by name
 * @param otherParts the other parts of the result that differ, by name
 */
public record Comparison(
    RecordedResult before,
    RecordedResult after,
    Map<String, Difference> lists,
    List<String> otherParts) {

  /** What the two come to. */
  public enum Verdict {
    /** Program, files and every part of the result are the same. */
    SAME,
    /** The program, or files that it reads, have changed since. */
    DIFFERS,
    /** The file does not say what the same program makes of the same files. */
    EDITED
  }

  /**
   * What differs in one list.
   *
   * @param changed other codes or numbers
   * @param reworded the same codes and numbers, but other words, citations or figures behind them
   * @param gone in the file only
   * @param come not in the file
   */
  record Difference(
      List<Change> changed, List<Change> reworded, List<Entry> gone, List<Entry> come) {

    boolean isNone() {
      return size() == 0;
    }

    int size() {
      return changed.size() + reworded.size() + gone.size() + come.size();
    }
  }

  /** The same thing before and after. */
  record Change(Entry before, Entry after) {}

  /** A file's hash before and after; null where there was or is none. */
  record ChangedFile(String name, @Nullable String before, @Nullable String after) {}

  /**
   * Holds a recorded result against the check done anew. The result may be in either language: it
   * is held against the one it agrees with better.
   */
  public static Comparison of(RecordedResult before, Evaluation again) {
    return Arrays.stream(Language.values())
        .map(language -> of(before, recorded(again, before.filter(), language)))
        .min(Comparator.comparingInt(Comparison::differences))
        .orElseThrow();
  }

  private static RecordedResult recorded(
      Evaluation evaluation, FindingFilter filter, Language language) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    new JsonWriter(evaluation, filter, new Messages(language)).write(json);
    return ResultReader.read(json.toString(StandardCharsets.UTF_8), evaluation.plan().id());
  }

  private static Comparison of(RecordedResult before, RecordedResult after) {
    Map<String, Difference> lists = new LinkedHashMap<>();
    for (String list :
        List.of(RecordedResult.FINDINGS, RecordedResult.PROBLEMS, RecordedResult.WARNINGS)) {
      lists.put(list, difference(before.list(list), after.list(list)));
    }
    Set<String> parts = new TreeSet<>(before.rest().keySet());
    parts.addAll(after.rest().keySet());
    parts.removeIf(part -> Objects.equals(before.rest().get(part), after.rest().get(part)));
    return new Comparison(before, after, lists, List.copyOf(parts));
  }

  /** Whether the two agree, and if not, whose doing it is. */
  public Verdict verdict() {
    boolean sameOrigin =
        before.provenance().equals(after.provenance()) && before.plan().equals(after.plan());
    if (!before.hashesAgree() || (sameOrigin && differences() > 0)) {
      return Verdict.EDITED;
    }
    return sameOrigin ? Verdict.SAME : Verdict.DIFFERS;
  }

  /** How much of the result differs, whatever the reason. */
  int differences() {
    return otherParts.size() + lists.values().stream().mapToInt(Difference::size).sum();
  }

  /** What differs in one list. */
  Difference difference(String list) {
    return Objects.requireNonNull(lists.get(list));
  }

  List<ChangedFile> rules() {
    return changed(before.provenance().rules(), after.provenance().rules());
  }

  List<ChangedFile> data() {
    return changed(before.provenance().data(), after.provenance().data());
  }

  private static List<ChangedFile> changed(FileSet before, FileSet after) {
    Map<String, String> then = byName(before);
    Map<String, String> now = byName(after);
    Set<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(then.get(name), now.get(name)))
        .map(name -> new ChangedFile(name, then.get(name), now.get(name)))
        .toList();
  }

  private static Map<String, String> byName(FileSet set) {
    Map<String, String> files = new TreeMap<>();
    for (HashedFile file : set.files()) {
      files.put(file.name(), file.sha256());
    }
    return files;
  }

  /** Pairs up what is the same, then what is about the same; the order plays no part. */
  private static Difference difference(List<Entry> before, List<Entry> after) {
    Map<Entry, Integer> same = new HashMap<>();
    after.forEach(entry -> same.merge(entry, 1, Integer::sum));
    List<Entry> open = new ArrayList<>();
    for (Entry entry : before) {
      int left = same.getOrDefault(entry, 0);
      if (left > 0) {
        same.put(entry, left - 1);
      } else {
        open.add(entry);
      }
    }
    Map<List<String>, Deque<Entry>> come = new LinkedHashMap<>();
    for (Entry entry : after) {
      int left = same.getOrDefault(entry, 0);
      if (left > 0) {
        same.put(entry, left - 1);
        come.computeIfAbsent(entry.about(), about -> new ArrayDeque<>()).add(entry);
      }
    }
    return pairs(open, come);
  }

  private static Difference pairs(List<Entry> open, Map<List<String>, Deque<Entry>> come) {
    List<Change> changed = new ArrayList<>();
    List<Change> reworded = new ArrayList<>();
    List<Entry> gone = new ArrayList<>();
    for (Entry entry : open) {
      Entry now = come.getOrDefault(entry.about(), new ArrayDeque<>()).poll();
      if (now == null) {
        gone.add(entry);
      } else {
        (entry.codes().equals(now.codes()) ? reworded : changed).add(new Change(entry, now));
      }
    }
    List<Entry> left = new ArrayList<>();
    come.values().forEach(left::addAll);
    return new Difference(changed, reworded, gone, left);
  }
}
