package vn.doichieu.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Rate;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.domain.Target.Input;

/**
 * Writes figures as JSON objects, each with its place. What many figures share is made once: a
 * finding of a large area can rest on a million of them.
 */
final class FigureJson {

  private static final byte[] UNIT = Utf8Writer.bytes(json -> json.raw("{\"unit\":"));
  private static final byte[] VALID = ascii(Figure.State.VALID);
  private static final byte[] ABSENT = ascii(Figure.State.ABSENT);
  private static final byte[] INVALID = ascii(Figure.State.INVALID);
  private static final byte[] NOWHERE =
      Utf8Writer.bytes(
          json -> json.raw(",\"file\":null,\"sheet\":null,\"row\":null,\"column\":null}"));

  private final Map<Input, byte[]> inputs = new HashMap<>();
  private @Nullable Source source;

  /** A column of a file: where most figures come from is where the one before came from. */
  private record Source(SourceLocation place, byte[] file, byte[] column) {

    static Source of(SourceLocation place) {
      return new Source(
          place,
          Utf8Writer.bytes(
              json -> {
                json.raw(",\"file\":").json(place.file());
                write(json.raw(",\"sheet\":"), place.sheet()).raw(",\"row\":");
              }),
          Utf8Writer.bytes(json -> write(json.raw(",\"column\":"), place.column()).raw("}")));
    }

    boolean isOf(SourceLocation other) {
      return place.file().equals(other.file())
          && Objects.equals(place.column(), other.column())
          && Objects.equals(place.sheet(), other.sheet());
    }
  }

  private static byte[] ascii(Figure.State state) {
    String word = state.name().toLowerCase(Locale.ROOT);
    return Utf8Writer.bytes(json -> json.json(word).raw(",\"value\":"));
  }

  private static Utf8Writer write(Utf8Writer json, @Nullable String text) {
    return text == null ? json.raw("null") : json.json(text);
  }

  /** Writes one figure. */
  void write(Utf8Writer json, Figure figure) {
    json.raw(UNIT).json(figure.unit().code());
    json.raw(inputs.computeIfAbsent(new Input(figure.item(), figure.period()), FigureJson::bytes));
    switch (figure.state()) {
      case VALID -> {
        json.raw(VALID);
        writeValue(json, figure);
      }
      case ABSENT -> json.raw(ABSENT).raw("null");
      case INVALID -> json.raw(INVALID).raw("null");
    }
    writePlace(json, figure.location());
  }

  private static byte[] bytes(Input input) {
    return Utf8Writer.bytes(
        json -> {
          json.raw(",\"item\":").json(input.item().code());
          json.raw(",\"period\":").json(input.period().text()).raw(",\"state\":");
        });
  }

  private static void writeValue(Utf8Writer json, Figure figure) {
    switch (figure.item().type()) {
      case COUNT -> json.number(figure.value());
      case YES_NO -> json.raw(figure.value() == 1 ? "\"yes\"" : "\"no\"");
      case DATE -> json.json(LocalDate.ofEpochDay(figure.value()).toString());
      case RATE -> json.json(Rate.unpacked(figure.value()).text('.'));
    }
  }

  private void writePlace(Utf8Writer json, @Nullable SourceLocation place) {
    if (place == null) {
      json.raw(NOWHERE);
      return;
    }
    Source from = source;
    if (from == null || !from.isOf(place)) {
      from = Source.of(place);
      source = from;
    }
    json.raw(from.file());
    if (place.row() == 0) {
      json.raw("null");
    } else {
      json.number(place.row());
    }
    json.raw(from.column());
  }
}
