package vn.doichieu.xlsx;

import vn.doichieu.document.Tone;
import vn.doichieu.spreadsheet.Typography;

/**
 * How a cell looks and takes what is typed into it.
 *
 * @param tone the colour behind it
 * @param format its number format
 * @param guarded whether its text looks like a formula and must stay text when it is edited
 */
record Look(Role role, Tone tone, String format, boolean guarded) {

  /** What a cell is for. */
  enum Role {
    TITLE,
    HEADING,
    LEAD,
    PLAIN,
    NOTE,
    HEAD,
    TEXT,
    NUMBER,
    RESULT
  }

  /** Of a text. */
  static Look of(Role role, Tone tone, String text) {
    boolean guarded = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
    return new Look(role, tone, Typography.TEXT, guarded);
  }
}
