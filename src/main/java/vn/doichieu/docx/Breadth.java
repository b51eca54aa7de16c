package vn.doichieu.docx;

import java.text.Normalizer;

/** How broad words stand in bold Times New Roman, of which no font file is needed to know. */
final class Breadth {

  /** Thousandths of the size of type. */
  private static final int[] CAPITALS = {
    722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556,
    667, 722, 722, 1000, 722, 722, 667
  };

  private static final int[] SMALL = {
    500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389,
    333, 556, 500, 722, 500, 500, 444
  };

  private static final int DIGIT = 500;
  private static final int SPACE = 250;
  private static final int HYPHEN = 333;

  /** What is neither letter, digit, space nor mark: the broadest of them, "%", has as much. */
  private static final int OTHER = 1000;

  private static final int TWIPS_PER_POINT = 20;

  private Breadth() {}

  /** The breadth of a text on one line, in twips. */
  static int of(String text, double points) {
    long thousandths = 0;
    // Taken apart, a letter keeps its breadth and its marks have none.
    String letters = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < letters.length(); i++) {
      thousandths += of(letters.charAt(i));
    }
    return (int) Math.min(Integer.MAX_VALUE, thousandths * points * TWIPS_PER_POINT / 1000);
  }

  private static int of(char letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return CAPITALS[letter - 'A'];
    } else if (letter >= 'a' && letter <= 'z') {
      return SMALL[letter - 'a'];
    } else if (letter >= '0' && letter <= '9') {
      return DIGIT;
    }
    return switch (letter) {
      case 'Đ' -> CAPITALS['D' - 'A'];
      case 'đ' -> SMALL['d' - 'a'];
      case '-', '(', ')' -> HYPHEN;
      case ' ', '.', ',' -> SPACE;
      case '/', ':', ';' -> SMALL['i' - 'a'];
      default -> Character.getType(letter) == Character.NON_SPACING_MARK ? 0 : OTHER;
    };
  }
}
