package vn.doichieu.web.audit;

import java.util.Locale;

/**
 * What entries to look for; an empty text fits all.
 *
 * @param actor a login, whole
 * @param action how it begins: {@code account} or {@code account.created}
 * @param subject what stands somewhere in it, in any case
 */
public record AuditSearch(String actor, String action, String subject) {

  /** All entries. */
  public static final AuditSearch ALL = new AuditSearch("", "", "");

  private static final int LONGEST = 300;

  public AuditSearch {
    actor = shortened(actor);
    action = shortened(action);
    subject = shortened(subject);
  }

  private static String shortened(String text) {
    String clean = text.strip();
    return clean.substring(0, Math.min(clean.length(), LONGEST));
  }

  String actorLike() {
    return actor.isEmpty() ? "%" : literal(actor);
  }

  String actionLike() {
    return literal(action) + "%";
  }

  String subjectLike() {
    return "%" + literal(subject.toLowerCase(Locale.ROOT)) + "%";
  }

  /** The text with nothing in it that stands for other letters. */
  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
