package vn.doichieu.cli;

/** Arguments that cannot be followed, said in the user's language. Exit code 2. */
final class UsageProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  UsageProblem(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
