package vn.doichieu.submission;

/** Texts that people write freely: notes, reasons, answers. They name offices, never persons. */
public final class FreeText {

  private FreeText() {}

  /** Whether a text holds what looks like an identity or telephone number, or names a person. */
  public static boolean holdsPersonalData(String text) {
    return PersonalData.isIn(text);
  }
}
