package vn.doichieu.document;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.doichieu.wording.PlainText;

/**
 * One cell of a table.
 *
 * @param text what it says; its lines are set apart by "\n"
 * @param value the number or day that the text says, for programs that count with it; null for text
 * @param tone its colour
 */
public record Cell(String text, @Nullable Value value, Tone tone) {

  public static final Cell EMPTY = of("");

  public Cell {
    text = clean(text);
  }

  public static Cell of(String text) {
    return new Cell(text, null, Tone.NONE);
  }

  public static Cell of(String text, Tone tone) {
    return new Cell(text, null, tone);
  }

  public static Cell of(String text, Value value) {
    return new Cell(text, value, Tone.NONE);
  }

  /** Text in NFC without anything that steers a terminal or turns the direction; lines are kept. */
  public static String clean(String text) {
    return Arrays.stream(text.split("\n", -1)).map(PlainText::of).collect(Collectors.joining("\n"));
  }

  /** What a program counts with. */
  public sealed interface Value {

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** A rate, exactly; its text says with how many decimals it is to be shown. */
    record Fraction(long numerator, long denominator) implements Value {}

    /** A day. */
    record Day(LocalDate date) implements Value {}
  }
}
