package vn.doichieu.submission;

/** What people write in their own words: notes, answers, reasons. */
public final class FreeText {

  private FreeText() {}

  /** Whether a text holds what looks like an identity or telephone number, or a person's name. */
  public static boolean holdsPersonalData(String text) {
    return PersonalData.isIn(text);
  }
}
