package vn.doichieu.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the cells of a workbook show numbers, by the styles they name. */
final class CellFormats {

  /** What a number format makes of a number. */
  enum Format {
    PLAIN,
    /** With a separator of thousands. */
    GROUPED,
    PERCENT,
    DATE,
    /** A date of which no day is shown. */
    MONTH
  }

  /** Texts, letters that stand for themselves, fillers, colours and languages. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");

  private static final Pattern GROUPS = Pattern.compile("[#0?],[#0?]");
  private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]");

  private final List<Format> byStyle = new ArrayList<>();

  /** Reads the part that holds the styles; without it every number is plain. */
  static CellFormats read(@Nullable XmlPart styles) {
    CellFormats formats = new CellFormats();
    if (styles == null) {
      return formats;
    }
    Map<String, String> codes = new HashMap<>();
    boolean cells = false;
    while (styles.next()) {
      if (styles.starts("numFmt")) {
        codes.put(
            String.valueOf(styles.attribute("numFmtId")),
            String.valueOf(styles.attribute("formatCode")));
      } else if (styles.starts("cellXfs")) {
        cells = true;
      } else if (styles.ends("cellXfs")) {
        cells = false;
      } else if (cells && styles.starts("xf")) {
        String id = String.valueOf(styles.attribute("numFmtId"));
        String code = codes.get(id);
        formats.byStyle.add(code == null ? builtIn(id) : of(code));
      }
    }
    return formats;
  }

  /** The format of a style, by its number in the text of a cell; plain if it names none. */
  Format of(XmlPart cell) {
    String style = cell.attribute("s");
    if (style == null) {
      return byStyle.isEmpty() ? Format.PLAIN : byStyle.get(0);
    }
    int index = Numbers.whole(style);
    return index < 0 || index >= byStyle.size() ? Format.PLAIN : byStyle.get(index);
  }

  /** The formats that have a number and no code (ECMA-376, part 1, 18.8.30). */
  private static Format builtIn(String id) {
    int number = Numbers.whole(id);
    if (number == 3 || number == 4 || (number >= 37 && number <= 44)) {
      return Format.GROUPED;
    } else if (number == 9 || number == 10) {
      return Format.PERCENT;
    } else if (number == 17) {
      return Format.MONTH;
    }
    boolean date =
        (number >= 14 && number <= 22)
            || (number >= 27 && number <= 36)
            || (number >= 45 && number <= 47)
            || (number >= 50 && number <= 58);
    return date ? Format.DATE : Format.PLAIN;
  }

  /** What a format code says; its first section is that of positive numbers. */
  static Format of(String code) {
    String format = LITERAL.matcher(code).replaceAll("").split(";", -1)[0].toLowerCase(Locale.ROOT);
    if (format.contains("general")) {
      return Format.PLAIN;
    } else if (DATE_LETTER.matcher(format).find()) {
      boolean monthOnly =
          format.contains("y")
              && format.contains("m")
              && !format.contains("d")
              && !format.contains("h")
              && !format.contains("s");
      return monthOnly ? Format.MONTH : Format.DATE;
    } else if (format.contains("%")) {
      return Format.PERCENT;
    }
    return GROUPS.matcher(format).find() ? Format.GROUPED : Format.PLAIN;
  }
}
