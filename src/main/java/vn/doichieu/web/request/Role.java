package vn.doichieu.web.request;

import java.util.Locale;

/** What somebody does; one role an account. */
public enum Role {
  /** Of one unit: hands in and answers for it, and sees nothing of others. */
  CLERK,
  /** Of the area's office: checks, reminds, hands in for units, makes lists. */
  STAFF,
  /** Edits rules and proposes them. */
  AUDITOR,
  /** Decides on rules, waivers and late submissions that others proposed. */
  APPROVER,
  /** Reads everything, asks units, accepts answers. */
  LEADER,
  /** Looks after accounts, areas, the log and backups. */
  ADMINISTRATOR;

  /** The word used in the database, the API and the message bundles. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
