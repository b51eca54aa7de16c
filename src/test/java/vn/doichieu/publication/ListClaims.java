package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.doichieu.publication.ToldList.clean;
import static vn.doichieu.publication.ToldList.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.doichieu.document.Block.ResultBar;
import vn.doichieu.document.Block.ResultBars;
import vn.doichieu.document.Block.Share;
import vn.doichieu.document.Document;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.oracle.JsonFinding;
import vn.doichieu.oracle.NaiveList;
import vn.doichieu.publication.ToldList.ToldLine;

/** What a list has to say, held against the JSON of the same check. */
final class ListClaims {

  private static final int QUOTE = 1;
  private static final int SECTION = 2;
  private static final int REQUIRED = 3;
  private static final int RESULT = 4;
  private static final int ACHIEVED = 5;
  private static final int NEEDED = 6;
  private static final int ACTION = 8;
  private static final int NOTE = 9;
  private static final List<String> PARTS =
      List.of("open", "contributions", "asked", "underway", "waived", "review");
  private static final Pattern SHARE = Pattern.compile("(.*?)(?: \\(([0-9.]+)/([0-9.]+)\\))?");

  private final NaiveList naive;
  private final ToldList told;
  private final Map<String, JsonFinding> byKey = new HashMap<>();

  ListClaims(Document document, NaiveList naive) {
    this.naive = naive;
    told = new ToldList(document, naive.findings());
    naive.findings().forEach(finding -> byKey.put(finding.key(), finding));
  }

  void all() {
    everyFindingStandsOnceInItsPart();
    linesSayWhatTheirFindingsSay();
    nobodyIsAnOffenderWhoIsNone();
    theVerdictCountsAsTheJsonDoes();
    theAccountsAddUp();
    theAnnexHasEveryFindingInOrder();
    theMapShowsTheWorst();
    theChartsCountTheSame();
  }

  /** A line may tell of several findings; together they tell of each once, none of another. */
  private void everyFindingStandsOnceInItsPart() {
    Map<String, List<JsonFinding>> parts = naive.parts();
    assertThat(parts.values().stream().mapToInt(List::size).sum()).isEqualTo((int) naive.total());
    for (String part : PARTS) {
      List<String> found =
          told.lines(part).stream().flatMap(line -> line.findings().stream()).toList();
      assertThat(found)
          .as(part)
          .containsExactlyInAnyOrderElementsOf(
              parts.get(part).stream().map(JsonFinding::key).toList());
      assertGroupsAreUnits(part);
    }
    List<String> verified =
        told.tables("verify").stream()
            .flatMap(Table::rows)
            .map(row -> row.unit() + " " + row.cells().get(2).text().split(" ")[0])
            .toList();
    assertThat(verified)
        .containsAll(
            parts.get("to_verify").stream().map(f -> f.unit() + " " + f.target()).toList());
  }

  private void assertGroupsAreUnits(String part) {
    List<String> units = new ArrayList<>();
    for (Table table : told.tables(part)) {
      for (Group group : table.groups()) {
        List<String> ofGroup = group.rows().stream().map(Row::unit).distinct().toList();
        assertThat(ofGroup).as(group.title()).hasSize(1);
        assertThat(group.title()).startsWith(group.rows().get(0).unitName());
        assertThat(group.title().endsWith(" (chưa nộp số liệu nào)"))
            .as(group.title())
            .isEqualTo(naive.silent().contains(ofGroup.get(0)));
        units.addAll(ofGroup);
      }
    }
    assertThat(units).as("groups of %s", part).doesNotHaveDuplicates();
  }

  private void linesSayWhatTheirFindingsSay() {
    for (String part : PARTS) {
      for (ToldLine line : told.lines(part)) {
        for (String key : line.findings()) {
          assertSays(part, line, byKey.get(key));
        }
      }
    }
  }

  private static void assertSays(String part, ToldLine line, JsonFinding finding) {
    String quote = finding.quote().replace('“', '‘').replace('”', '’');
    assertThat(line.cell(QUOTE)).as(finding.key()).contains("“" + clean(quote) + "”");
    assertThat(lines(line.cell(SECTION)))
        .as(finding.key())
        .anyMatch(words -> words.endsWith("Mục " + clean(finding.section())));
    assertThat(line.cell(REQUIRED)).as(finding.key()).isNotEmpty();
    assertThat(line.row().unitName()).isEqualTo(clean(finding.unitName()));
    assertThat(finding.words())
        .as(finding.key())
        .containsAnyElementsOf(lines(withoutDays(finding, line.cell(RESULT))));
    assertThat(line.cell(ACTION)).as(finding.key()).isNotEmpty();
    Long lacks = finding.shortfall();
    if (part.equals("open") && finding.result().equals("not_met")) {
      assertAchieved(line, finding);
      if (finding.reason().equals("late")) {
        assertThat(line.cell(NEEDED)).contains("chậm " + lacks + " ngày");
      } else if (lacks != null && lacks > 0 && !finding.reason().equals("not_done")) {
        assertThat(numbers(line.cell(NEEDED))).as(finding.key()).contains(number(lacks));
      }
    }
    if (part.equals("waived")) {
      Matcher waived =
          Pattern.compile("đến hết ngày ([0-9/]+) theo (.+)\\.").matcher(finding.message());
      assertThat(waived.find()).isTrue();
      assertThat(line.cell(NOTE))
          .containsIgnoringCase(clean(waived.group(2)))
          .contains(waived.group(1));
    }
  }

  /** The words for a result, without the days of a late report where they are right. */
  private static String withoutDays(JsonFinding finding, String cell) {
    Long late = finding.reason().equals("late") ? finding.shortfall() : null;
    return late == null ? cell : cell.replace(" (" + number(late) + " ngày)", "");
  }

  private static void assertAchieved(ToldLine line, JsonFinding finding) {
    Long n = finding.numerator();
    Long d = finding.denominator();
    if (n != null && d != null && d > 0) {
      assertThat(line.cell(ACHIEVED)).as(finding.key()).contains(number(n) + "/" + number(d));
    } else if (n != null && d == null) {
      assertThat(numbers(line.cell(ACHIEVED))).as(finding.key()).contains(number(n));
    }
  }

  private static List<String> lines(String cell) {
    return Arrays.asList(cell.split("\n"));
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("[0-9.]+").matcher(text).results().map(m -> m.group()).toList();
  }

  private void nobodyIsAnOffenderWhoIsNone() {
    for (String part : List.of("asked", "contributions")) {
      for (ToldLine line : told.lines(part)) {
        assertThat(line.row().cells())
            .as(line.cell(0))
            .noneMatch(cell -> cell.tone() == Tone.NOT_MET || cell.text().contains("Nêu lý do"));
        assertThat(line.row().tone()).as(line.cell(0)).isNotEqualTo(Tone.NOT_MET);
        for (int column = 0; column < line.row().cells().size(); column++) {
          if (column != QUOTE) {
            assertThat(line.cell(column)).doesNotContainIgnoringCase("vi phạm", "Không đạt");
          }
        }
      }
    }
  }

  private void theVerdictCountsAsTheJsonDoes() {
    List<String> said = told.paragraphs("verdict");
    Map<String, String> targets = naive.areaTargets();
    if (!targets.isEmpty()) {
      assertThat(said.get(0))
          .contains(
              " đạt %s trên %s chỉ tiêu chính của địa bàn"
                  .formatted(
                      number(targets.values().stream().filter("met"::equals).count()),
                      number(targets.size())));
      assertThat(
              numbers(said.get(0).substring(said.get(0).indexOf("địa bàn"))).stream()
                  .mapToLong(ListClaims::value)
                  .sum())
          .isEqualTo(targets.values().stream().filter(r -> !r.equals("met")).count());
    }
    List<JsonFinding> open = naive.parts().get("open");
    if (!open.isEmpty()) {
      assertThat(said.get(1))
          .isEqualTo(
              "Còn %s nội dung cần xử lý ở %s trên %s đơn vị (Không đạt: %s; Chưa báo cáo: %s; Số liệu cần xác minh: %s)."
                  .formatted(
                      number(open.size()),
                      number(open.stream().map(JsonFinding::unit).distinct().count()),
                      number(naive.findings().stream().map(JsonFinding::unit).distinct().count()),
                      number(count(open, "not_met")),
                      number(count(open, "missing")),
                      number(count(open, "invalid"))));
    }
    assertAttention(said.get(2));
  }

  private static long value(String number) {
    String digits = number.replace(".", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static long count(List<JsonFinding> findings, String result) {
    return findings.stream().filter(f -> f.result().equals(result)).count();
  }

  private void assertAttention(String said) {
    List<List<Integer>> most = naive.mostFirst();
    int position = 0;
    for (int i = 0; i < Math.min(5, most.size()); i++) {
      List<Integer> counts = most.get(i);
      int from = position;
      position =
          naive.attention().entrySet().stream()
              .filter(unit -> unit.getValue().equals(counts))
              .map(unit -> attention(unit.getKey(), counts))
              .mapToInt(words -> said.indexOf(words, from))
              .filter(at -> at >= 0)
              .min()
              .orElseThrow(() -> new AssertionError(counts + " are not next in: " + said));
      position++;
    }
    if (most.size() > 5) {
      assertThat(said).endsWith("và " + number(most.size() - 5) + " đơn vị khác.");
    }
  }

  private String attention(String unit, List<Integer> counts) {
    List<String> words = new ArrayList<>();
    if (naive.silent().contains(unit)) {
      words.add("chưa nộp số liệu nào");
    }
    List<String> kinds = List.of("chỉ tiêu chính", "thời hạn", "nhiệm vụ");
    for (int i = 0; i < kinds.size(); i++) {
      if (counts.get(i) > 0) {
        words.add(number(counts.get(i)) + " " + kinds.get(i));
      }
    }
    String name =
        naive.findings().stream().filter(f -> f.unit().equals(unit)).findFirst().get().unitName();
    return clean(name) + " (" + String.join(", ", words) + ")";
  }

  private void theAccountsAddUp() {
    List<JsonFinding> all = naive.findings();
    long units = all.stream().map(JsonFinding::unit).distinct().count();
    long targets = all.stream().map(JsonFinding::target).distinct().count();
    long pairs = all.stream().map(f -> f.unit() + " " + f.target()).distinct().count();
    assertThat(told.paragraphs("account").get(0))
        .startsWith(
            "%s đơn vị × %s chỉ tiêu = %s ô; %s ô không thuộc đối tượng, còn %s ô;"
                .formatted(
                    number(units),
                    number(targets),
                    number(units * targets),
                    number(units * targets - pairs),
                    number(pairs)))
        .contains("tổng cộng " + number(naive.total()) + " kết quả");
    assertAccount(0, all.stream().collect(Collectors.groupingBy(naive::judged)));
    assertAccount(1, naive.parts());
  }

  /** Both accounts have a row for each group, and end in the sums of the JSON. */
  private void assertAccount(int at, Map<String, List<JsonFinding>> groups) {
    List<Row> rows = told.tables("account").get(at).rows().toList();
    List<List<Long>> expected = new ArrayList<>();
    groups.values().stream()
        .filter(findings -> !findings.isEmpty())
        .forEach(findings -> expected.add(byResult(findings)));
    List<List<Long>> counts = rows.stream().map(ListClaims::counts).toList();
    assertThat(counts.subList(0, counts.size() - 1)).containsExactlyInAnyOrderElementsOf(expected);
    List<Long> sums = new ArrayList<>(RESULTS.stream().map(naive::summed).toList());
    sums.add(naive.total());
    assertThat(counts.get(counts.size() - 1)).isEqualTo(sums);
    if (at == 0) {
      assertThat(rows.stream().limit(rows.size() - 1L).map(row -> row.cells().get(0).text()))
          .containsExactlyInAnyOrderElementsOf(groups.keySet());
    }
  }

  private static final List<String> RESULTS =
      List.of(
          "met",
          "not_met",
          "in_progress",
          "missing",
          "not_applicable",
          "invalid",
          "waived",
          "needs_review");

  private static List<Long> byResult(List<JsonFinding> findings) {
    List<Long> counts = new ArrayList<>(RESULTS.stream().map(r -> count(findings, r)).toList());
    counts.add((long) findings.size());
    return counts;
  }

  private static List<Long> counts(Row row) {
    return row.cells().stream().skip(1).map(cell -> value(cell.text())).toList();
  }

  private void theAnnexHasEveryFindingInOrder() {
    List<Row> rows = told.tables("all").get(0).rows().toList();
    List<JsonFinding> findings = naive.findings();
    assertThat(rows).hasSize(findings.size());
    for (int i = 0; i < rows.size(); i++) {
      JsonFinding finding = findings.get(i);
      List<String> cells = rows.get(i).cells().stream().map(cell -> cell.text()).toList();
      String title = clean(finding.target() + " " + finding.title());
      assertThat(rows.get(i).unit()).isEqualTo(finding.unit());
      assertThat(cells.subList(0, 2)).containsExactly(number(i + 1L), clean(finding.unitName()));
      assertThat(cells.get(2)).as(finding.key()).startsWith(title);
      if (naive.hasSeveralPeriods(finding)) {
        assertThat(cells.get(2)).isEqualTo(title + ", " + ToldList.period(finding.period()));
      }
      Long n = finding.numerator();
      Long d = finding.denominator();
      boolean compared = List.of("met", "not_met").contains(finding.result());
      if (compared && n != null && d != null && d > 0) {
        assertThat(cells.get(4)).as(finding.key()).startsWith(number(n) + "/" + number(d));
      }
      assertThat(finding.words()).as(finding.key()).contains(withoutDays(finding, cells.get(6)));
      Long lacks = finding.shortfall();
      assertThat(cells.get(7)).as(finding.key()).isEqualTo(lacks == null ? "" : number(lacks));
      boolean soFar =
          finding.message().startsWith("Đến nay") && !finding.result().equals("in_progress");
      assertThat(cells.get(8).toLowerCase(java.util.Locale.ROOT).contains("đến nay"))
          .as("%s: %s", finding.key(), cells.get(8))
          .isEqualTo(soFar);
    }
  }

  private void theMapShowsTheWorst() {
    Table map = told.tables("map").get(0);
    Map<String, List<JsonFinding>> cells = new TreeMap<>();
    Map<String, Long> unitsOf =
        naive.findings().stream()
            .collect(
                Collectors.groupingBy(
                    JsonFinding::target,
                    Collectors.collectingAndThen(
                        Collectors.mapping(JsonFinding::unit, Collectors.toSet()),
                        units -> (long) units.size())));
    for (JsonFinding finding : naive.findings()) {
      String column = unitsOf.get(finding.target()) > 1 ? finding.target() : "Nhiệm";
      cells.computeIfAbsent(finding.unit() + " " + column, key -> new ArrayList<>()).add(finding);
    }
    int shown = 0;
    List<String> units = new ArrayList<>();
    for (Row row : map.rows().toList()) {
      units.add(row.unit());
      for (int i = 1; i < row.cells().size(); i++) {
        String column = map.columns().get(i).heading().split(" ")[0];
        List<JsonFinding> findings = cells.getOrDefault(row.unit() + " " + column, List.of());
        shown += findings.size();
        assertMapCell(row.cells().get(i).text(), findings);
      }
    }
    assertThat(shown).isEqualTo(naive.findings().size());
    assertThat(units).doesNotHaveDuplicates();
  }

  private static void assertMapCell(String cell, List<JsonFinding> findings) {
    if (findings.isEmpty()) {
      assertThat(cell).isEmpty();
      return;
    }
    String worst =
        findings.stream().map(JsonFinding::result).reduce(NaiveList::worse).orElseThrow();
    List<String> words =
        findings.stream()
            .filter(finding -> finding.result().equals(worst))
            .flatMap(finding -> finding.words().stream())
            .toList();
    Matcher said = SHARE.matcher(cell);
    assertThat(said.matches()).isTrue();
    assertThat(words).as("%s", findings).contains(said.group(1));
    if (findings.size() > 1) {
      assertThat(value(said.group(2))).as(cell).isEqualTo(count(findings, worst));
      assertThat(value(said.group(3))).as(cell).isEqualTo(findings.size());
    }
  }

  /** Who is only asked, or adds to the area's figures, is no offender. */
  private static Tone tone(JsonFinding finding) {
    boolean asked = finding.is("asked") && finding.result().equals("missing");
    boolean free = !finding.binding() && finding.result().equals("not_met");
    return asked || free
        ? Tone.BELOW
        : Tone.valueOf(finding.result().toUpperCase(java.util.Locale.ROOT));
  }

  private void theChartsCountTheSame() {
    ResultBars chart =
        (ResultBars)
            told.section("map").charts().stream()
                .filter(ResultBars.class::isInstance)
                .findFirst()
                .orElseThrow();
    Map<String, List<JsonFinding>> byUnit =
        naive.findings().stream().collect(Collectors.groupingBy(JsonFinding::unit));
    assertThat(chart.bars())
        .extracting(ResultBar::unit)
        .containsOnlyOnceElementsOf(byUnit.keySet());
    for (ResultBar bar : chart.bars()) {
      List<JsonFinding> findings = byUnit.getOrDefault(bar.unit(), List.of());
      assertThat(bar.total()).as(bar.unit()).isEqualTo(findings.size());
      for (Share share : bar.shares()) {
        long expected = findings.stream().filter(finding -> tone(finding) == share.tone()).count();
        assertThat(share.count()).as("%s: %s", bar.unit(), share.word()).isEqualTo(expected);
      }
    }
  }
}
