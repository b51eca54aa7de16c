package vn.doichieu.document;

import vn.doichieu.domain.Result;

/**
 * How a result is coloured on paper and on light pages. Never the only sign of it: its word stands
 * beside.
 */
public enum Tone {
  NONE("FFFFFF", "000000"),
  MET("D9EAD3", "1E4620"),
  NOT_MET("F4C7C3", "7A1212"),
  MISSING("FCE0B8", "6B3A00"),
  INVALID("E4D3F0", "4A1F6B"),
  IN_PROGRESS("D6E6F5", "123F66"),
  NOT_APPLICABLE("EDEDED", "444444"),
  WAIVED("D5ECEA", "0F4C47"),
  NEEDS_REVIEW("FFF3B0", "5C4A00"),
  /** Below what the area as a whole has to reach, or not done by a body that was only asked. */
  BELOW("EFE4DA", "57402A");

  private final String fill;
  private final String ink;

  Tone(String fill, String ink) {
    this.fill = fill;
    this.ink = ink;
  }

  /** The colour behind the word, as six hexadecimal digits: red, green, blue. */
  public String fill() {
    return fill;
  }

  /** The colour of the word, dark enough to be read on its fill. */
  public String ink() {
    return ink;
  }

  /** The tone of a result. */
  public static Tone of(Result result) {
    return valueOf(result.name());
  }
}
