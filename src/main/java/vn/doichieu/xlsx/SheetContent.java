package vn.doichieu.xlsx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.doichieu.document.Block;
import vn.doichieu.document.Document;
import vn.doichieu.document.Document.Section;
import vn.doichieu.document.Table;

/**
 * What goes on one sheet, from the top.
 *
 * @param name what the sheet is to be called
 */
record SheetContent(String name, List<Part> parts) {

  SheetContent {
    parts = List.copyOf(parts);
  }

  /** A line of text, or a table. */
  sealed interface Part permits Line, FlatTable {}

  /** A text of its own, across the sheet. */
  record Line(Look.Role role, String text) implements Part {}

  /** The sheets of a document, in the order in which its sections name them. */
  static List<SheetContent> of(Document document) {
    Map<String, List<Section>> bySheet = new LinkedHashMap<>();
    for (Section section : document.sections()) {
      bySheet.computeIfAbsent(section.sheet(), name -> new ArrayList<>()).add(section);
    }
    List<SheetContent> sheets = new ArrayList<>();
    bySheet.forEach(
        (name, sections) -> {
          List<Part> parts = new ArrayList<>();
          if (sheets.isEmpty()) {
            parts.add(new Line(Look.Role.TITLE, document.title()));
          }
          parts.addAll(parts(sections, document.words().section()));
          sheets.add(new SheetContent(name, parts));
        });
    return sheets;
  }

  private static List<Part> parts(List<Section> sections, String sectionHeading) {
    List<FlatTable.Source> sources =
        sections.stream()
            .flatMap(
                section ->
                    section.tables().stream()
                        .map(table -> new FlatTable.Source(section.title(), table)))
            .toList();
    boolean joined = FlatTable.canJoin(sources);
    boolean named = joined && sources.size() > 1; // Each row tells the section it is from.
    List<Part> parts = new ArrayList<>();
    for (Section section : sections) {
      List<Part> own = new ArrayList<>();
      for (Block block : section.blocks()) {
        if (block instanceof Table table) {
          own.addAll(joined ? caption(table, named) : stacked(table));
        } else {
          own.addAll(lines(block));
        }
      }
      if (!own.isEmpty() || (joined && !named && !section.tables().isEmpty())) {
        parts.add(new Line(Look.Role.HEADING, section.title()));
        parts.addAll(own);
      }
    }
    if (joined) {
      parts.add(FlatTable.join(sources, sectionHeading));
    }
    return parts;
  }

  private static List<Part> caption(Table table, boolean named) {
    return named || table.caption().isEmpty()
        ? List.of()
        : List.of(new Line(Look.Role.LEAD, table.caption()));
  }

  private static List<Part> stacked(Table table) {
    List<Part> parts = new ArrayList<>(caption(table, false));
    parts.add(FlatTable.join(List.of(new FlatTable.Source("", table)), ""));
    return parts;
  }

  private static List<Line> lines(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return List.of(new Line(role(paragraph.style()), paragraph.text()));
    }
    return List.of(); // What charts show stands in a table as well.
  }

  private static Look.Role role(Block.Style style) {
    return switch (style) {
      case PLAIN -> Look.Role.PLAIN;
      case LEAD -> Look.Role.LEAD;
      case NOTE -> Look.Role.NOTE;
    };
  }
}
