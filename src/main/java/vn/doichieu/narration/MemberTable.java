package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.Explanation.Member;
import vn.doichieu.explanation.Step;
import vn.doichieu.explanation.Step.Quantity;

/** Every member's part in an area's line, as a table that adds up. */
final class MemberTable {

  private static final int INDENT = 3;

  private final Words words;

  MemberTable(Words words) {
    this.words = words;
  }

  void write(Page page, Explanation explanation) {
    Criterion criterion = explanation.finding().target().criterion();
    List<Member> members = explanation.members();
    if (criterion instanceof Criterion.Ratio ratio) {
      List<Item> items = shows(explanation, ratio) ? ratioItems(ratio) : List.of();
      page.table(INDENT, ratio(members, items));
      if (members.stream().anyMatch(MemberTable::leftOut)) {
        page.paragraph(INDENT, words.text("explain.members.brackets"));
      }
    } else {
      page.table(INDENT, share(members));
    }
  }

  /**
   * Whether the figures stand in the table, too: where a side is more than one of them, or the
   * area's own figures are held against their sums.
   */
  private static boolean shows(Explanation explanation, Criterion.Ratio ratio) {
    return composite(ratio.numerator())
        || composite(ratio.denominator())
        || explanation.steps().stream().anyMatch(Step.Totals.class::isInstance);
  }

  private static List<Item> ratioItems(Criterion.Ratio ratio) {
    return Stream.concat(ratio.numerator().items().stream(), ratio.denominator().items().stream())
        .distinct()
        .toList();
  }

  private static boolean composite(Expression expression) {
    return expression.terms().size() > 1 || expression.items().isEmpty();
  }

  private List<List<String>> ratio(List<Member> members, List<Item> items) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(words.text("explain.column.unit")));
    items.forEach(item -> header.add(words.letter(item)));
    header.addAll(List.of("n", "d", words.text("explain.column.note")));
    rows.add(header);
    List<BigInteger> sums = new ArrayList<>();
    items.forEach(item -> sums.add(BigInteger.ZERO));
    BigInteger n = BigInteger.ZERO;
    BigInteger d = BigInteger.ZERO;
    for (Member member : members) {
      List<String> row = new ArrayList<>(List.of(member.unit().name()));
      for (int i = 0; i < items.size(); i++) {
        Figure figure = figure(member, items.get(i));
        row.add(words.value(figure));
        sums.set(i, sums.get(i).add(BigInteger.valueOf(figure.value())));
      }
      String part = cell(member.n());
      row.add(leftOut(member) ? "(" + part + ")" : part);
      row.add(cell(member.d()));
      row.add(note(member));
      rows.add(row);
      d = member.d().known() ? d.add(member.d().value()) : d;
      n = member.n().known() && member.d().known() ? n.add(member.n().value()) : n;
    }
    List<String> sum = new ArrayList<>(List.of(words.text("explain.members.sum")));
    sums.forEach(number -> sum.add(words.number(number)));
    sum.addAll(List.of(words.number(n), words.number(d), ""));
    rows.add(sum);
    return rows;
  }

  private static Figure figure(Member member, Item item) {
    return member.figures().stream()
        .filter(figure -> figure.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  /** Whether a part that is known is not added, because its whole is not known. */
  private static boolean leftOut(Member member) {
    return member.n().known() && !member.d().known();
  }

  private String cell(Quantity quantity) {
    return quantity.known() ? words.number(quantity.value()) : "–";
  }

  private String note(Member member) {
    if (member.impossible()) {
      return words.text("explain.note.impossible");
    } else if (!member.d().known()) {
      return words.text(
          member.d().invalid() || member.n().invalid()
              ? "explain.note.whole.invalid"
              : "explain.note.whole.absent");
    } else if (member.n().known()) {
      return "";
    } else if (member.d().value().signum() == 0) {
      return words.text("explain.note.zero");
    }
    return words.text(
        member.n().invalid() ? "explain.note.part.invalid" : "explain.note.part.absent");
  }

  private List<List<String>> share(List<Member> members) {
    List<List<String>> rows = new ArrayList<>();
    List<Item> items =
        members.stream()
            .flatMap(member -> member.clauses().stream())
            .map(read -> read.figure().item())
            .distinct()
            .toList();
    List<String> header = new ArrayList<>(List.of(words.text("explain.column.unit")));
    items.forEach(item -> header.add(words.letter(item)));
    header.addAll(
        List.of(
            words.text("explain.column.holds"),
            words.text("explain.column.counted"),
            words.text("explain.column.note")));
    rows.add(header);
    BigInteger n = BigInteger.ZERO;
    BigInteger d = BigInteger.ZERO;
    for (Member member : members) {
      List<String> row = new ArrayList<>(List.of(member.unit().name()));
      for (Item item : items) {
        row.add(
            member.clauses().stream()
                .filter(read -> read.figure().item().equals(item))
                .map(read -> words.value(read.figure()))
                .findFirst()
                .orElse(""));
      }
      row.add(cell(member.n()));
      row.add(cell(member.d()));
      row.add(shareNote(member));
      rows.add(row);
      n = n.add(member.n().known() ? member.n().value() : BigInteger.ZERO);
      d = d.add(member.d().value());
    }
    List<String> sum = new ArrayList<>(List.of(words.text("explain.members.sum")));
    items.forEach(item -> sum.add(""));
    sum.addAll(List.of(words.number(n), words.number(d), ""));
    rows.add(sum);
    return rows;
  }

  private String shareNote(Member member) {
    if (member.waived()) {
      return words.text("explain.note.waived");
    }
    Reason reason = member.byFigures().reason();
    return switch (reason) {
      case MET -> "";
      case CONDITION_FAILED -> words.text("explain.note.failed");
      case CONDITION_NOT_MET -> words.text("explain.note.not_asked");
      case FIGURE_INVALID -> words.text("explain.note.share.invalid");
      default -> words.text("explain.note.share.absent");
    };
  }
}
