package vn.doichieu.revision;

import java.util.Locale;

/** A version that cannot be had. Exit code 2. */
public final class RefusedRevision extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String read;

  RefusedRevision(Why why, String read) {
    super(why + " " + read);
    this.why = why;
    this.read = read;
  }

  public Why why() {
    return why;
  }

  /** What was read, or what git said. */
  public String read() {
    return read;
  }

  /** Why it cannot. Each has its sentence with the remedy in the message bundles, by its code. */
  public enum Why {
    /** Neither a folder nor a name that a commit can have. */
    NOT_A_NAME,
    /** There is no git program on the search path. */
    NO_GIT,
    /** The plan's folder is in no git work tree. */
    NOT_UNDER_GIT,
    /** No commit has this name. */
    NO_COMMIT,
    /** The commit does not have the plan's folder, or no plan file in it. */
    NO_PLAN,
    /** A file of the commit that cannot be taken: a link, or too large. */
    FILE_REFUSED,
    /** Git failed, or did not end. */
    GIT_FAILED,
    /** The temporary folder could not be written. */
    NOT_WRITTEN;

    /** The word used in the message bundles: {@code no_git}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
