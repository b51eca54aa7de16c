package vn.doichieu.tabular;

/**
 * What a program finds its way by in an entry form, whoever re-saved it: the hidden marker row, the
 * hidden header row and the codes of figures. The writer of forms and their reader share it.
 *
 * <p>A sheet is part of a form when one of its rows begins with {@link #MARKER}, followed by {@code
 * plan=…}, {@code layout=…} and, with one sheet a unit, {@code unit=…}, a cell each. With one sheet
 * a unit, the header row below names the columns {@link #CODE}, {@link #VALUE}, {@link #EVIDENCE}
 * and {@link #NOTE}, and every figure is a row with its code. In a wide sheet the header row begins
 * with {@link #UNIT}, the column of unit codes, and its other cells are the codes of figures.
 */
public final class FormLayout {

  /** The first cell of the marker row. */
  public static final String MARKER = "doichieu-form";

  /** Names the plan in a marker row: {@code plan=hoc_mon_2024}. */
  public static final String PLAN_KEY = "plan=";

  /** Names the layout in a marker row: {@code layout=unit}. */
  public static final String LAYOUT_KEY = "layout=";

  /** Names the unit in the marker row of a sheet that is one unit's. */
  public static final String UNIT_KEY = "unit=";

  /** The layout of one sheet a unit. */
  public static final String LAYOUT_UNIT = "unit";

  /** The layout of one sheet with a row for every unit. */
  public static final String LAYOUT_WIDE = "wide";

  /** Heads the column of codes, in the layout of one sheet a unit. */
  public static final String CODE = "code";

  /** Heads the column of values. */
  public static final String VALUE = "value";

  /** Heads the column of evidence. */
  public static final String EVIDENCE = "evidence";

  /** Heads the column of notes. */
  public static final String NOTE = "note";

  /** Heads the column of unit codes, in the wide layout. */
  public static final String UNIT = "unit";

  private static final char SEPARATOR = '@';

  private FormLayout() {}

  /** The code of a figure in a form: {@code workers_informed@2024}. */
  public static String code(String item, String period) {
    return item + SEPARATOR + period;
  }

  /** Whether a text has the look of a code: an item and a period. */
  public static boolean isCode(String text) {
    int separator = text.indexOf(SEPARATOR);
    return separator > 0
        && separator == text.lastIndexOf(SEPARATOR)
        && separator < text.length() - 1;
  }

  /** The item of a code; the whole text of what is no code. */
  public static String item(String code) {
    int separator = code.indexOf(SEPARATOR);
    return separator < 0 ? code : code.substring(0, separator);
  }

  /** The period of a code; empty for what is no code. */
  public static String period(String code) {
    int separator = code.indexOf(SEPARATOR);
    return separator < 0 ? "" : code.substring(separator + 1);
  }
}
