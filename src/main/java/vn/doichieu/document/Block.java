package vn.doichieu.document;

import java.util.List;

/** What a section is made of. */
public sealed interface Block permits Block.Paragraph, Block.Chart, Table {

  /** One paragraph. */
  record Paragraph(Style style, String text) implements Block {
    public Paragraph {
      text = Cell.clean(text);
    }

    public static Paragraph of(String text) {
      return new Paragraph(Style.PLAIN, text);
    }

    public static Paragraph note(String text) {
      return new Paragraph(Style.NOTE, text);
    }
  }

  /** How a paragraph stands out. */
  enum Style {
    PLAIN,
    /** What a reader should take away. */
    LEAD,
    /** Smaller: how something is to be understood. */
    NOTE
  }

  /** Something drawn, for pages only: the same figures stand in its texts and in a table. */
  sealed interface Chart extends Block {

    /** Unique in its document. */
    String id();

    String title();
  }

  /** How many findings of each unit have which result. */
  record ResultBars(String id, String title, List<ResultBar> bars) implements Chart {
    public ResultBars {
      title = Cell.clean(title);
      bars = List.copyOf(bars);
    }
  }

  /**
   * One unit's results.
   *
   * @param unit the unit's code
   */
  record ResultBar(String unit, String label, List<Share> shares) {
    public ResultBar {
      label = Cell.clean(label);
      shares = List.copyOf(shares);
    }

    public long total() {
      return shares.stream().mapToLong(Share::count).sum();
    }
  }

  /** So many findings of one result: "Đạt", 12. */
  record Share(Tone tone, String word, long count) {}

  /** Rates, each against its threshold. */
  record RateBars(String id, String title, List<RateBar> bars) implements Chart {
    public RateBars {
      title = Cell.clean(title);
      bars = List.copyOf(bars);
    }
  }

  /**
   * One rate.
   *
   * @param text the rate in words, as tables say it: "78/398 (19,6%)"
   * @param rate the rate, 1 being 100%; only for drawing
   * @param threshold the least rate asked for; only for drawing
   * @param required the threshold in words: "ít nhất 20%"
   */
  record RateBar(
      String unit,
      String label,
      String text,
      double rate,
      double threshold,
      String required,
      Tone tone) {
    public RateBar {
      label = Cell.clean(label);
      text = Cell.clean(text);
      required = Cell.clean(required);
    }
  }
}
