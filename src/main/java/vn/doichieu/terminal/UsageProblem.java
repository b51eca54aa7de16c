package vn.doichieu.terminal;

/** Arguments that cannot be followed, said in the user's language. Exit code 2. */
public final class UsageProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  public UsageProblem(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
