package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.MEMBERS_NEVER_ASKED;
import static vn.doichieu.doubt.Remark.Kind.MEMBERS_NOT_BELOW_AREA;
import static vn.doichieu.doubt.Remark.Kind.NO_UNIT;
import static vn.doichieu.doubt.Remark.Kind.NO_UNIT_IN_DATA;
import static vn.doichieu.doubt.Remark.Kind.ROLE_NEAR_ANOTHER;
import static vn.doichieu.doubt.Remark.Kind.UNIT_KIND_UNKNOWN;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.ReportingUnit.Kind;
import vn.doichieu.domain.Target;
import vn.doichieu.tabular.NearestWord;

/** Doubts about who has to answer: units that cannot be there, and members whom nobody asks. */
final class ScopeDoubts {

  private static final String AREA_KIND = "area_kind";
  private static final String MEMBER_KIND = "member_kind";
  private static final int LONG_ROLE = 5;

  private ScopeDoubts() {}

  static void look(Reviewed reviewed, Consumer<Remark> told) {
    Optional<Kind> area = kind(reviewed, AREA_KIND, told);
    Optional<Kind> member = kind(reviewed, MEMBER_KIND, told);
    if (area.isPresent() && member.isPresent() && !isBelow(member.get(), area.get())) {
      told.accept(
          new Remark(
              MEMBERS_NOT_BELOW_AREA,
              reviewed.keyPlace(MEMBER_KIND),
              MEMBER_KIND,
              member.get().code(),
              area.get().code()));
    }
    area.ifPresent(kind -> aboveTheArea(reviewed, kind, told));
    member.ifPresent(kind -> neverAsked(reviewed, kind, told));
    roles(reviewed, told);
  }

  /** Doubts about targets that no unit of a list of units falls under. */
  static void look(Reviewed reviewed, List<ReportingUnit> units, Consumer<Remark> told) {
    Set<String> there = new LinkedHashSet<>();
    for (ReportingUnit unit : units) {
      there.add(unit.role() == null ? unit.kind().code() : "agency:" + unit.role());
      there.add(inGroup(unit.kind().code(), unit.group()));
    }
    byWord(reviewed)
        .forEach(
            (word, targets) -> {
              if (!there.contains(word)) {
                told.accept(
                    new Remark(
                        NO_UNIT_IN_DATA,
                        Reviewed.place(targets.get(0), column(targets.get(0))),
                        targets.get(0).id(),
                        word,
                        ids(targets),
                        NearestWord.of(word, there)));
              }
            });
  }

  private static Optional<Kind> kind(Reviewed reviewed, String key, Consumer<Remark> told) {
    String word = reviewed.draft().key(key);
    List<String> words =
        Arrays.stream(Kind.values()).filter(k -> k != Kind.AGENCY).map(Kind::code).toList();
    Optional<Kind> kind =
        Arrays.stream(Kind.values())
            .filter(k -> k != Kind.AGENCY && k.code().equals(word))
            .findFirst();
    if (kind.isEmpty() && !word.isEmpty()) {
      told.accept(
          new Remark(
              UNIT_KIND_UNKNOWN,
              reviewed.keyPlace(key),
              key,
              word,
              String.join(", ", words),
              NearestWord.of(word, words)));
    }
    return kind;
  }

  private static boolean isBelow(Kind kind, Kind area) {
    return kind.ordinal() > area.ordinal();
  }

  private static void aboveTheArea(Reviewed reviewed, Kind area, Consumer<Remark> told) {
    for (Target target : reviewed.judged()) {
      target.scope().members().stream()
          .filter(kind -> kind != Kind.AGENCY && !isBelow(kind, area))
          .sorted()
          .forEach(
              kind ->
                  told.accept(
                      new Remark(
                          NO_UNIT,
                          Reviewed.place(target, column(target)),
                          target.id(),
                          kind.code(),
                          area.code())));
    }
  }

  private static void neverAsked(Reviewed reviewed, Kind member, Consumer<Remark> told) {
    Set<Kind> asked =
        reviewed.judged().stream()
            .flatMap(target -> target.scope().members().stream())
            .collect(Collectors.toSet());
    if (!asked.isEmpty() && !asked.contains(member) && reviewed.whole()) {
      String words = asked.stream().map(Kind::code).sorted().collect(Collectors.joining(", "));
      told.accept(
          new Remark(
              MEMBERS_NEVER_ASKED,
              reviewed.keyPlace(MEMBER_KIND),
              MEMBER_KIND,
              member.code(),
              words));
    }
  }

  /** A role that one row names, and that is spelled almost as one that several name. */
  private static void roles(Reviewed reviewed, Consumer<Remark> told) {
    Map<String, List<Target>> byWord = byWord(reviewed);
    List<String> usual =
        byWord.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    byWord.forEach(
        (word, targets) -> {
          Target target = targets.get(0);
          String near =
              usual.stream()
                  .filter(other -> !other.equals(word) && isSlip(word, other))
                  .findFirst()
                  .orElse("");
          if (targets.size() == 1 && !near.isEmpty()) {
            told.accept(
                new Remark(
                    ROLE_NEAR_ANOTHER,
                    Reviewed.place(target, column(target)),
                    target.id(),
                    word,
                    near));
          }
        });
  }

  /** Whether two long roles differ by a slip of the pen only. */
  private static boolean isSlip(String a, String b) {
    String role = a.substring(a.indexOf(':') + 1);
    String other = b.substring(b.indexOf(':') + 1);
    return a.startsWith("agency:")
        && role.length() >= LONG_ROLE
        && role.charAt(0) == other.charAt(0)
        && Math.abs(role.length() - other.length()) <= 1
        && !NearestWord.of(role, List.of(other)).isEmpty();
  }

  private static Map<String, List<Target>> byWord(Reviewed reviewed) {
    return reviewed.plan().targets().stream()
        .filter(Target::evaluated)
        .flatMap(target -> words(target).map(word -> Map.entry(word, target)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Stream<String> words(Target target) {
    Set<String> groups = target.scope().groups();
    return Stream.concat(
        target.scope().members().stream()
            .map(Kind::code)
            .flatMap(
                kind ->
                    groups.isEmpty()
                        ? Stream.of(kind)
                        : groups.stream().map(group -> inGroup(kind, group)))
            .sorted(),
        target.scope().roles().stream().map(role -> "agency:" + role).sorted());
  }

  /** As {@code applies_to} says it. */
  private static String inGroup(String kind, String group) {
    return kind + "[" + group + "]";
  }

  private static String column(Target target) {
    return target.criterion().kind().equals("duty") ? "scope" : "applies_to";
  }

  private static String ids(List<Target> targets) {
    return targets.stream().map(Target::id).distinct().collect(Collectors.joining(", "));
  }
}
