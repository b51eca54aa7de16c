package vn.doichieu.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
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

  /** As many places behind the comma as a number has. */
  static final int ALL_PLACES = Integer.MAX_VALUE;

  private static final int NO_PLACES = -1;

  /**
   * How a style shows numbers.
   *
   * @param format what it makes of a number
   * @param places how many places behind the comma it shows; {@link #ALL_PLACES} for as many as
   *     there are, below 0 if it shows no number
   * @param wholeDay whether it shows day, month and year of a date
   * @param time whether it shows the time of day
   */
  record Style(Format format, int places, boolean wholeDay, boolean time) {

    private static final Style PLAIN = new Style(Format.PLAIN, ALL_PLACES, false, false);
  }

  /** Texts, letters that stand for themselves, fillers, colours and languages. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");

  private static final Pattern GROUPS = Pattern.compile("[#0?],[#0?]");
  private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]");

  private static final Pattern PLACES = Pattern.compile("\\.([0#?]*)");
  private static final Pattern THOUSANDS = Pattern.compile("[0#?],+(?![0#?])");

  private final List<Style> byStyle = new ArrayList<>();

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
        formats.byStyle.add(code == null ? builtIn(id) : styleOf(code));
      }
    }
    return formats;
  }

  /** The style that a cell names; plain if it names none. */
  Style of(XmlPart cell) {
    String style = cell.attribute("s");
    if (style == null) {
      return byStyle.isEmpty() ? Style.PLAIN : byStyle.get(0);
    }
    int index = Numbers.whole(style);
    return index < 0 || index >= byStyle.size() ? Style.PLAIN : byStyle.get(index);
  }

  /** The formats that have a number and no code (ECMA-376, part 1, 18.8.30). */
  private static Style builtIn(String id) {
    int number = Numbers.whole(id);
    return switch (number) {
      case 1, 9 -> new Style(number == 9 ? Format.PERCENT : Format.PLAIN, 0, false, false);
      case 2, 10 -> new Style(number == 10 ? Format.PERCENT : Format.PLAIN, 2, false, false);
      case 3, 37, 38, 41, 42 -> new Style(Format.GROUPED, 0, false, false);
      case 4, 39, 40, 43, 44 -> new Style(Format.GROUPED, 2, false, false);
      case 11, 12, 13, 48 -> new Style(Format.PLAIN, 0, false, false); // 1E+03, 1/2.
      case 14, 15 -> new Style(Format.DATE, NO_PLACES, true, false);
      case 16 -> new Style(Format.DATE, NO_PLACES, false, false); // 10-May.
      case 17 -> new Style(Format.MONTH, NO_PLACES, false, false);
      case 22 -> new Style(Format.DATE, NO_PLACES, true, true);
      case 18, 19, 20, 21, 45, 46, 47 -> new Style(Format.DATE, NO_PLACES, false, true);
      default -> {
        boolean date = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
        yield date ? new Style(Format.DATE, NO_PLACES, true, false) : Style.PLAIN;
      }
    };
  }

  private static Style styleOf(String code) {
    Format format = of(code);
    String section = section(code);
    if (format == Format.DATE || format == Format.MONTH) {
      boolean time = section.contains("h") || section.contains("s");
      String date = time ? section.replaceAll("(?<=[hs]:?)m+|m+(?=:?s)", "") : section;
      boolean whole = date.contains("y") && date.contains("m") && date.contains("d");
      return new Style(format, NO_PLACES, whole, time);
    } else if (section.contains("general") || section.contains("@")) {
      return new Style(format, ALL_PLACES, false, false);
    } else if (!section.matches(".*[0#?].*") || THOUSANDS.matcher(section).find()) {
      return new Style(format, NO_PLACES, false, false);
    }
    Matcher places = PLACES.matcher(section);
    return new Style(format, places.find() ? places.group(1).length() : 0, false, false);
  }

  /** What a format code says; its first section is that of positive numbers. */
  static Format of(String code) {
    String format = section(code);
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

  private static String section(String code) {
    return LITERAL.matcher(code).replaceAll("").split(";", -1)[0].toLowerCase(Locale.ROOT);
  }
}
