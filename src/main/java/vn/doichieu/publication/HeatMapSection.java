package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.RateBar;
import vn.doichieu.document.Block.RateBars;
import vn.doichieu.document.Block.ResultBar;
import vn.doichieu.document.Block.ResultBars;
import vn.doichieu.document.Block.Share;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Group;
import vn.doichieu.document.Table.Layout;
import vn.doichieu.document.Table.Row;
import vn.doichieu.document.Tone;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Bound;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Range;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Target;
import vn.doichieu.listing.HeatMap;
import vn.doichieu.listing.Severity;
import vn.doichieu.wording.Messages;

/** All results as units x targets, and as charts. */
final class HeatMapSection {

  private static final int NAME_WIDTH = 3;

  private final Evaluation evaluation;
  private final Messages messages;
  private final FindingText text;
  private final HeatMap map;

  HeatMapSection(
      Evaluation evaluation, Messages messages, FindingText text, Comparator<ReportingUnit> order) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.text = text;
    map = HeatMap.of(evaluation, order);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Paragraph.note(messages.text("list.map.note")));
    blocks.add(grid());
    blocks.add(new ResultBars("chart-units", messages.text("list.chart.units"), resultBars()));
    List<RateBar> rates = rateBars();
    if (!rates.isEmpty()) {
      blocks.add(new RateBars("chart-rates", messages.text("list.chart.rates"), rates));
    }
    return blocks;
  }

  private Table grid() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(messages.text("list.column.unit"), Kind.TEXT, NAME_WIDTH));
    map.targets().forEach(target -> columns.add(new Column(text.title(target), Kind.RESULT, 2)));
    boolean others = map.rows().stream().anyMatch(row -> !row.others().isEmpty());
    if (others) {
      columns.add(new Column(messages.text("list.map.others"), Kind.RESULT, 2));
    }
    List<Row> rows =
        map.rows().stream()
            .map(
                row -> {
                  List<Cell> cells = new ArrayList<>();
                  cells.add(Cell.of(row.unit().name()));
                  map.targets()
                      .forEach(
                          t -> cells.add(cell(row.byTarget().getOrDefault(t.id(), List.of()))));
                  if (others) {
                    cells.add(cell(row.others()));
                  }
                  return new Row(row.unit().code(), row.unit().name(), Tone.NONE, cells);
                })
            .toList();
    return new Table("map", "", Layout.GRID, columns, "", List.of(new Group("", "", rows)));
  }

  /** The worst result; of several findings, how many have it. */
  private Cell cell(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Cell.EMPTY;
    }
    Finding worst = Severity.worst(findings);
    String word = text.result(worst);
    long same = findings.stream().filter(f -> f.result() == worst.result()).count();
    return Cell.of(
        findings.size() == 1
            ? word
            : messages.text(
                "list.map.several",
                word,
                messages.language().number(same),
                messages.language().number(findings.size())),
        FindingText.tone(worst));
  }

  private List<ResultBar> resultBars() {
    List<ResultBar> bars = new ArrayList<>();
    for (HeatMap.Row row : map.rows()) {
      Map<Tone, Share> shares = new EnumMap<>(Tone.class);
      List<Finding> all = new ArrayList<>(row.others());
      row.byTarget().values().forEach(all::addAll);
      for (Finding finding : all) {
        Tone tone = FindingText.tone(finding);
        String word =
            tone == Tone.BELOW ? messages.text("list.chart.below") : text.word(finding.result());
        shares.merge(tone, new Share(tone, word, 1), HeatMapSection::sum);
      }
      bars.add(new ResultBar(row.unit().code(), row.unit().name(), List.copyOf(shares.values())));
    }
    return bars;
  }

  private static Share sum(Share one, Share other) {
    return new Share(one.tone(), one.word(), one.count() + other.count());
  }

  /** The area's rates, each against its floor. */
  private List<RateBar> rateBars() {
    List<RateBar> bars = new ArrayList<>();
    for (Finding finding : evaluation.findings()) {
      Range range = range(finding.target());
      Long n = finding.numerator();
      Long d = finding.denominator();
      if (!finding.unit().equals(evaluation.area())
          || range == null
          || text.rate(finding).value() == null
          || n == null
          || d == null) {
        continue;
      }
      Bound floor = range.floor();
      if (floor != null) {
        bars.add(
            new RateBar(
                finding.unit().code(),
                text.title(finding),
                text.achieved(finding),
                (double) n / d,
                (double) floor.numerator() / floor.denominator(),
                text.required(finding.target()),
                FindingText.tone(finding)));
      }
    }
    return bars;
  }

  /** The range of a rate in per cent; null of other targets. */
  private static @Nullable Range range(Target target) {
    Range range =
        target.criterion() instanceof Criterion.Ratio ratio
            ? ratio.range()
            : target.criterion() instanceof Criterion.ShareOfUnits share ? share.range() : null;
    return range == null || range.per() != Range.PER_CENT ? null : range;
  }
}
