package vn.doichieu.xlsx;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import vn.doichieu.document.Cell;
import vn.doichieu.document.Tone;
import vn.doichieu.spreadsheet.Typography;

/**
 * The colours of results, by word, so that they follow when a person edits a cell. What stands in
 * brackets or on further lines is no part of the word: "Chậm báo cáo (5 ngày)".
 */
final class ResultColours {

  /** More words than there are results are no words for results. */
  private static final int MOST_WORDS = 40;

  private static final int LONGEST_WORD = 60;

  private final Map<String, Tone> tones = new HashMap<>();

  /** Collects the words of a table's columns of results. */
  ResultColours(FlatTable table) {
    table
        .rows()
        .forEach(
            cells -> {
              for (int i = 0; i < cells.size(); i++) {
                if (table.isResult(i)) {
                  add(cells.get(i));
                }
              }
            });
  }

  private void add(Cell cell) {
    String word = word(cell.text());
    Tone known = tones.get(word);
    if (known != null && known != cell.tone()) {
      tones.put(word, Tone.NONE); // Its colour does not come from the word alone.
    } else if (known == null
        && !word.isEmpty()
        && word.length() <= LONGEST_WORD
        && tones.size() < MOST_WORDS) {
      tones.put(word, cell.tone());
    }
  }

  private static String word(String text) {
    int end = text.length();
    for (String mark : List.of("\n", " (")) {
      int at = text.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return text.substring(0, end).strip();
  }

  /** Whether a cell gets its colour from its word. */
  boolean colours(Cell cell) {
    return tones.getOrDefault(word(cell.text()), Tone.NONE) == cell.tone();
  }

  /** Colours cells by their words, the longest word first: one may begin with another. */
  void applyTo(SheetConditionalFormatting sheet, CellRangeAddress... regions) {
    CellRangeAddress first = regions[0];
    String cell = new CellReference(first.getFirstRow(), first.getFirstColumn()).formatAsString();
    Comparator<String> longestFirst = Comparator.comparing(word -> -word.length());
    tones.keySet().stream()
        .filter(word -> tones.get(word) != Tone.NONE)
        .sorted(longestFirst.thenComparing(Comparator.naturalOrder()))
        .forEach(
            word -> {
              String quoted = '"' + word.replace("\"", "\"\"") + '"';
              String formula = "LEFT(" + cell + "," + word.length() + ")=" + quoted;
              ConditionalFormattingRule rule = sheet.createConditionalFormattingRule(formula);
              Tone tone = tones.getOrDefault(word, Tone.NONE);
              PatternFormatting fill = rule.createPatternFormatting();
              fill.setFillBackgroundColor(Typography.colour(tone.fill()));
              fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
              FontFormatting font = rule.createFontFormatting();
              font.setFontColor(Typography.colour(tone.ink()));
              sheet.addConditionalFormatting(regions, rule);
            });
  }
}
