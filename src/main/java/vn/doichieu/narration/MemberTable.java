package vn.doichieu.narration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Criterion.Expression;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Waiver;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.Result.Reason;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.explanation.AreaStep;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.Explanation.Member;
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
    if (criterion instanceof Criterion.Ratio || criterion instanceof Criterion.Count) {
      List<Input> inputs = shows(explanation) ? inputs(explanation) : List.of();
      page.table(INDENT, sums(members, inputs, criterion));
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
  private static boolean shows(Explanation explanation) {
    Criterion criterion = explanation.finding().target().criterion();
    boolean composite =
        criterion instanceof Criterion.Ratio ratio
            ? composite(ratio.numerator()) || composite(ratio.denominator())
            : criterion instanceof Criterion.Count count && composite(count.sum());
    return composite
        || explanation.finding().period().isRange()
        || explanation.steps().stream().anyMatch(AreaStep.Totals.class::isInstance);
  }

  private static List<Input> inputs(Explanation explanation) {
    Finding finding = explanation.finding();
    return finding.target().criterion().inputs(finding.period());
  }

  private static boolean composite(Expression expression) {
    return expression.terms().size() > 1 || expression.items().isEmpty();
  }

  /** The parts of the members, and their wholes, where the number is not one by itself. */
  private List<List<String>> sums(List<Member> members, List<Input> inputs, Criterion criterion) {
    boolean counted = criterion instanceof Criterion.Count;
    boolean proportion = criterion instanceof Criterion.Ratio ratio && ratio.proportion();
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(words.text("explain.column.unit")));
    inputs.forEach(input -> header.add(words.symbol(input)));
    header.addAll(counted ? List.of("n") : List.of("n", "d"));
    header.add(words.text("explain.column.note"));
    rows.add(header);
    List<BigInteger> sums = new ArrayList<>();
    inputs.forEach(input -> sums.add(BigInteger.ZERO));
    BigInteger n = BigInteger.ZERO;
    BigInteger d = BigInteger.ZERO;
    for (Member member : members) {
      List<String> row = new ArrayList<>(List.of(member.unit().name()));
      for (int i = 0; i < inputs.size(); i++) {
        Figure figure = figure(member, inputs.get(i));
        row.add(words.value(figure));
        sums.set(i, sums.get(i).add(BigInteger.valueOf(figure.value())));
      }
      String part = cell(member.n());
      row.add(leftOut(member) ? "(" + part + ")" : part);
      if (!counted) {
        row.add(cell(member.d()));
      }
      row.add(counted ? countNote(member) : note(member, proportion));
      rows.add(row);
      d = member.d().known() ? d.add(member.d().value()) : d;
      n = member.n().known() && member.d().known() ? n.add(member.n().value()) : n;
    }
    List<String> sum = new ArrayList<>(List.of(words.text("explain.members.sum")));
    sums.forEach(number -> sum.add(words.number(number)));
    sum.addAll(counted ? List.of(words.number(n)) : List.of(words.number(n), words.number(d)));
    sum.add("");
    rows.add(sum);
    return rows;
  }

  private static Figure figure(Member member, Input input) {
    return member.figures().stream()
        .filter(figure -> new Input(figure.item(), figure.period()).equals(input))
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

  private String countNote(Member member) {
    if (member.impossible()) {
      return words.text("explain.note.below_zero");
    } else if (member.n().known()) {
      return "";
    }
    return words.text(
        member.n().invalid() ? "explain.note.share.invalid" : "explain.note.share.absent");
  }

  private String note(Member member, boolean proportion) {
    if (member.impossible()) {
      return words.text("explain.note.impossible");
    } else if (!member.d().known()) {
      return words.text(
          member.d().invalid() || member.n().invalid()
              ? "explain.note.whole.invalid"
              : "explain.note.whole.absent");
    } else if (member.n().known()) {
      return "";
    } else if (proportion && member.d().value().signum() == 0) {
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
    Waiver waiver = member.waiver();
    if (waiver != null) {
      return words.text("explain.note.waived", waiver.decision(), words.date(waiver.until()));
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
