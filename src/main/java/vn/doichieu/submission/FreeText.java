package vn.doichieu.submission;

/** What people write in their own words: notes, answers, reasons. */
public final class FreeText {

  private FreeText() {}

  /** Whether a text holds what looks like an identity or telephone number, or a person's name. */
  public static boolean holdsPersonalData(String text) {
    return PersonalData.isIn(text);
  }

  /** Whether what should be the title of an office is a person's name, or holds personal data. */
  public static boolean isPerson(String title) {
    return PersonalData.isName(title) || PersonalData.isIn(title);
  }
}
