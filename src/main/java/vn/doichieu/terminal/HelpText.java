package vn.doichieu.terminal;

/** The page that {@code --help} shows: paragraphs, and words with what they mean beside them. */
public final class HelpText {

  private static final int WORDS_WIDTH = 30;
  private static final int WIDTH = 96;

  private final StringBuilder text = new StringBuilder();

  /** Adds a paragraph as it is, with an empty line behind. */
  public void paragraph(String words) {
    text.append(words).append("\n\n");
  }

  /** Adds words with their meaning, wrapped and indented. */
  public void line(String words, String meaning) {
    text.append("  ").append(words).append(" ".repeat(Math.max(1, WORDS_WIDTH - words.length())));
    int column = WORDS_WIDTH + 2;
    for (String word : meaning.split(" ")) {
      if (column + word.length() > WIDTH) {
        text.append('\n').append(" ".repeat(WORDS_WIDTH + 2));
        column = WORDS_WIDTH + 2;
      }
      text.append(word).append(' ');
      column += word.length() + 1;
    }
    text.setLength(text.length() - 1);
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
