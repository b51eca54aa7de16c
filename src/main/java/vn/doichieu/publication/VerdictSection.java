package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Block.Style;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target.Priority;
import vn.doichieu.listing.AreaVerdict;
import vn.doichieu.listing.Attention;
import vn.doichieu.listing.Listing;
import vn.doichieu.listing.Part;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/** The verdict in three lines. */
final class VerdictSection {

  /** How many units are named; a reader looks the others up below. */
  private static final int MOST_UNITS = 5;

  private final Messages messages;
  private final Wording wording;
  private final Listing listing;
  private final Comparator<ReportingUnit> order;

  VerdictSection(Listing listing, Messages messages, Comparator<ReportingUnit> order) {
    this.listing = listing;
    this.messages = messages;
    this.order = order;
    wording = new Wording(messages);
  }

  List<Block> blocks() {
    Evaluation evaluation = listing.evaluation();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(Style.LEAD, area()));
    blocks.add(new Paragraph(Style.LEAD, open()));
    blocks.add(new Paragraph(Style.LEAD, attention()));
    String day = messages.language().date(evaluation.asOf());
    blocks.add(
        Paragraph.note(messages.text(evaluation.closed() ? "list.closed" : "list.as_of", day)));
    return blocks;
  }

  /** Of a plan without main targets of the area, how it stands with what else it has to do. */
  private String area() {
    Evaluation evaluation = listing.evaluation();
    AreaVerdict main = AreaVerdict.of(evaluation);
    if (!main.worst().isEmpty()) {
      return area("list.verdict.area", main);
    }
    AreaVerdict others = AreaVerdict.ofOthers(evaluation);
    return others.worst().isEmpty()
        ? messages.text("list.verdict.no_targets", evaluation.area().name())
        : area("list.verdict.duties", others);
  }

  private String area(String key, AreaVerdict verdict) {
    String name = listing.evaluation().area().name();
    Map<Result, Integer> counts = verdict.counts();
    int met = counts.getOrDefault(Result.MET, 0);
    String others =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey() != Result.MET)
            .map(
                entry ->
                    messages.text(
                        "list.count", wording.result(entry.getKey()), number(entry.getValue())))
            .collect(Collectors.joining("; "));
    String text = messages.text(key, name, number(met), number(verdict.worst().size()));
    return others.isEmpty() ? text + "." : text + " (" + others + ").";
  }

  private String open() {
    List<Finding> open = listing.in(Part.OPEN);
    if (open.isEmpty()) {
      return messages.text("list.verdict.none");
    }
    String counts =
        Arrays.stream(Result.values())
            .filter(Result::failsCheck)
            .map(
                result ->
                    messages.text(
                        "list.count",
                        wording.result(result),
                        number((int) open.stream().filter(f -> f.result() == result).count())))
            .collect(Collectors.joining("; "));
    long units = open.stream().map(Finding::unit).distinct().count();
    long judged = listing.evaluation().findings().stream().map(Finding::unit).distinct().count();
    return messages.text(
        "list.verdict.open",
        number(open.size()),
        number((int) units),
        number((int) judged),
        counts);
  }

  private String attention() {
    List<Attention> units = Attention.of(listing, order);
    if (units.isEmpty()) {
      return listing.in(Part.OPEN).isEmpty()
          ? messages.text("list.verdict.no_units")
          : messages.text("list.verdict.no_members", listing.evaluation().area().name());
    }
    Set<ReportingUnit> silent = listing.evaluation().silentUnits();
    String first =
        units.stream()
            .limit(MOST_UNITS)
            .map(unit -> attention(unit, silent.contains(unit.unit())))
            .collect(Collectors.joining("; "));
    String text = messages.text("list.verdict.first", first);
    return units.size() <= MOST_UNITS
        ? text + "."
        : text + " " + messages.text("list.verdict.more", number(units.size() - MOST_UNITS)) + ".";
  }

  private String attention(Attention unit, boolean silent) {
    List<String> parts = new ArrayList<>();
    if (silent) {
      parts.add(messages.text("table.silent"));
    }
    for (Priority priority : Priority.values()) {
      if (unit.of(priority) > 0) {
        parts.add(messages.text("list.priority." + priority.code(), number(unit.of(priority))));
      }
    }
    return unit.unit().name() + " (" + String.join(", ", parts) + ")";
  }

  private String number(int number) {
    return messages.language().number(number);
  }
}
