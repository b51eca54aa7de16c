package vn.doichieu.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.document.Block;
import vn.doichieu.document.Block.Paragraph;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Document.Words;
import vn.doichieu.document.Letterhead;
import vn.doichieu.document.Table;
import vn.doichieu.document.Table.Column;
import vn.doichieu.document.Table.Column.Kind;
import vn.doichieu.document.Table.Row;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.history.Changes;
import vn.doichieu.listing.Line;
import vn.doichieu.listing.Lines;
import vn.doichieu.listing.Listing;
import vn.doichieu.listing.Part;
import vn.doichieu.masking.Masking;
import vn.doichieu.report.ProvenanceRows;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ReadingOrder;
import vn.doichieu.wording.Wording;

/**
 * The leaders' list as a document: the verdict, the heat map, what is open by unit, what is set
 * apart from it, what changed, the account of all results, and all of them in an annex.
 */
public final class ListDocument {

  private static final List<String> ROMAN =
      List.of(
          "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV");

  private final Evaluation evaluation;
  private final Listing listing;
  private final Changes changes;
  private final Masking masking;
  private final Messages messages;
  private final Comparator<ReportingUnit> order;
  private final FindingText text;
  private final ChangesTable changesTable;
  private final RepliesTable repliesTable;
  private final LineTable lineTable;
  private final Set<ReportingUnit> silent;
  private final List<Section> sections = new ArrayList<>();
  private boolean annexes;

  /**
   * Prepares a list.
   *
   * @param changes what changed since the last list; all new where there is none
   * @param masking which numbers are hidden
   */
  public ListDocument(Listing listing, Changes changes, Masking masking, Messages messages) {
    this(listing, changes, masking, messages, Replies.NONE);
  }

  /**
   * Prepares a list that tells what units replied to questions, too.
   *
   * @param replies where there are none, the list is the one without them
   */
  public ListDocument(
      Listing listing, Changes changes, Masking masking, Messages messages, Replies replies) {
    this.listing = listing;
    this.changes = changes;
    this.masking = masking;
    this.messages = messages;
    evaluation = listing.evaluation();
    order = ReadingOrder.of(evaluation);
    text = new FindingText(evaluation, messages, masking);
    changesTable = new ChangesTable(changes, messages, text, order);
    repliesTable = new RepliesTable(evaluation, replies, messages, text, masking.showsEverything());
    lineTable =
        new LineTable(
            messages,
            text,
            evaluation.asOf(),
            finding -> Stream.of(changesTable.since(finding), repliesTable.note(finding)));
    silent = evaluation.silentUnits();
  }

  /** The whole list below a letterhead. */
  public Document of(Letterhead letterhead) {
    sections.clear();
    annexes = false;
    add("verdict", "summary", new VerdictSection(listing, messages, order).blocks());
    addBroad("map", "targets", new HeatMapSection(evaluation, messages, text, order).blocks());
    lines(Part.OPEN, "units", true);
    lines(Part.CONTRIBUTIONS, "units", false);
    lines(Part.ASKED, "units", false);
    lines(Part.UNDERWAY, "units", false);
    lines(Part.WAIVED, "units", true);
    lines(Part.REVIEW, "units", true);
    table("readings", new ReadingsTable(evaluation, messages, order).of("readings"), null);
    table(
        "verify",
        new VerifyTable(listing, messages, masking, text, order).of("verify"),
        "list.verify.note");
    if (changes.previous() != null) {
      table("changes", changesTable.of("changes"), null);
    }
    add("account", "summary", new ReconciliationSection(listing, messages).blocks());
    List<Section> body = List.copyOf(sections);
    sections.clear();
    annexes = true;
    addBroad("all", "all", new AnnexSection(evaluation, messages, text).blocks());
    if (!repliesTable.isEmpty()) {
      addBroad("replies", "replies", List.of(repliesTable.of("replies")));
    }
    add("provenance", "provenance", provenance());
    return new Document(
        messages.language().code(),
        messages.text("list.title", new Wording(messages).title(evaluation.plan())),
        words(),
        letterhead,
        body,
        List.copyOf(sections));
  }

  /** The letter to one unit: what it did not meet; null where there is nothing to write. */
  public @Nullable Document letter(ReportingUnit unit, Letterhead letterhead) {
    sections.clear();
    Map<ReportingUnit, List<Line>> open = lines(Part.OPEN, unit);
    Map<ReportingUnit, List<Line>> asked = lines(Part.ASKED, unit);
    if (open.isEmpty() && asked.isEmpty()) {
      return null;
    }
    boolean onlyAsked = open.isEmpty();
    String day = messages.language().date(evaluation.asOf());
    String plan = new Wording(messages).title(evaluation.plan());
    letterPart(Part.OPEN, open, messages.text("letter.open", plan, day, unit.name()));
    letterPart(Part.ASKED, asked, messages.text("letter.asked", plan, day));
    letterPart(
        Part.CONTRIBUTIONS, lines(Part.CONTRIBUTIONS, unit), messages.text("letter.contributions"));
    sections.add(
        section(
            "closing",
            "",
            "letter",
            false,
            List.of(
                Paragraph.of(
                    messages.text(onlyAsked ? "letter.closing.asked" : "letter.closing")))));
    return new Document(
        messages.language().code(),
        messages.text(onlyAsked ? "letter.title.asked" : "letter.title", unit.name()),
        words(),
        onlyAsked
            ? letterhead.about(messages.text("letter.about.asked", evaluation.plan().year()))
            : letterhead,
        List.copyOf(sections),
        List.of());
  }

  private Map<ReportingUnit, List<Line>> lines(Part part, ReportingUnit unit) {
    return Lines.of(evaluation, listing.in(part, unit), order);
  }

  private void letterPart(Part part, Map<ReportingUnit, List<Line>> lines, String intro) {
    if (!lines.isEmpty()) {
      Table table = lineTable.of(part.code(), lines, unit -> "");
      sections.add(
          section(
              part.code(),
              messages.text("letter.part." + part.code()),
              "letter",
              false,
              List.of(Paragraph.of(intro), table)));
    }
  }

  private void lines(Part part, String sheet, boolean always) {
    Map<ReportingUnit, List<Line>> lines = Lines.of(evaluation, listing.in(part), order);
    if (!lines.isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      String note = "list.part." + part.code() + ".note";
      if (messages.has(note)) {
        blocks.add(Paragraph.note(messages.text(note)));
      }
      blocks.add(lineTable.of(part.code(), lines, this::heading));
      add(part.code(), sheet, blocks);
    } else if (always) {
      add(part.code(), sheet, List.of(Paragraph.of(messages.text("list.none"))));
    }
  }

  /** A unit's name, and whether nothing at all came from it. */
  private String heading(ReportingUnit unit) {
    return silent.contains(unit)
        ? unit.name() + " (" + messages.text("table.silent") + ")"
        : unit.name();
  }

  private void table(String id, Table table, @Nullable String note) {
    if (table.rows().findAny().isEmpty()) {
      add(id, id, List.of(Paragraph.of(messages.text("list.none"))));
    } else if (note == null) {
      add(id, id, List.of(table));
    } else {
      add(id, id, List.of(Paragraph.note(messages.text(note)), table));
    }
  }

  private List<Block> provenance() {
    List<Row> rows =
        new ProvenanceRows(messages)
            .of(evaluation).stream()
                .map(row -> Row.of(Cell.of(row.get(0)), Cell.of(row.get(1))))
                .toList();
    return List.of(
        Table.of(
            "provenance",
            "",
            List.of(
                new Column(messages.text("list.column.source"), Kind.TEXT, 1),
                new Column(messages.text("list.column.content"), Kind.TEXT, 4)),
            rows));
  }

  private void add(String id, String sheet, List<Block> blocks) {
    sections.add(section(id, numbered(id), sheet, false, blocks));
  }

  private void addBroad(String id, String sheet, List<Block> blocks) {
    sections.add(section(id, numbered(id), sheet, true, blocks));
  }

  private Section section(
      String id, String title, String sheet, boolean landscape, List<Block> blocks) {
    return new Section("s-" + id, title, messages.text("list.sheet." + sheet), landscape, blocks);
  }

  /** "III. Nội dung chưa đạt"; annexes are numbered by themselves. */
  private String numbered(String id) {
    String key = annexes ? "list.annex" : "list.numbered";
    return messages.text(key, ROMAN.get(sections.size()), messages.text("list.section." + id));
  }

  private Words words() {
    return new Words(
        messages.text("list.filter.unit"),
        messages.text("list.filter.result"),
        messages.text("list.filter.all"),
        messages.text("list.filter.shown", "{0}", "{1}"),
        messages.text("list.contents"),
        messages.text("list.threshold"),
        messages.text("list.column.part"));
  }
}
