package vn.doichieu.narration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import vn.doichieu.domain.Condition;
import vn.doichieu.domain.Criterion;
import vn.doichieu.domain.Figure;
import vn.doichieu.domain.Figure.State;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Plan.Item;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.explanation.Margin;
import vn.doichieu.explanation.Step;

/**
 * Writes a record as an object with its components, so that no step of an explanation can be told
 * in words and forgotten in the data. Steps, and conditions joined, carry what they are as {@code
 * type}.
 */
final class RecordJson {

  private final JsonGenerator json;

  RecordJson(JsonGenerator json) {
    this.json = json;
  }

  void write(@Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null));
    } else if (value instanceof Collection<?> collection) {
      json.writeStartArray();
      boolean ordered = value instanceof List<?>;
      (ordered ? collection.stream() : collection.stream().sorted(RecordJson::byName))
          .forEach(this::write);
      json.writeEndArray();
    } else if (value instanceof Figure figure) {
      figure(figure);
    } else if (value instanceof Record record) {
      record(record);
    } else {
      scalar(value);
    }
  }

  /** Sets have no order that could be relied on. */
  private static int byName(Object one, Object other) {
    return one.toString().compareTo(other.toString());
  }

  private void scalar(Object value) {
    if (value instanceof BigInteger number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean yes) {
      json.writeBoolean(yes);
    } else if (value instanceof Flag flag) {
      json.writeString(flag.code());
    } else if (value instanceof Enum<?> word) {
      json.writeString(word.name().toLowerCase(Locale.ROOT));
    } else {
      json.writeString(value.toString());
    }
  }

  private void record(Record record) {
    if (record instanceof Item item) {
      json.writeString(item.code());
    } else if (record instanceof ReportingUnit unit) {
      json.writeString(unit.code());
    } else if (record instanceof ReportingPeriod period) {
      json.writeString(period.text());
    } else {
      components(record);
    }
  }

  private void components(Record record) {
    json.writeStartObject();
    boolean joined = record instanceof Condition && !(record instanceof Criterion.Clause);
    if (joined
        || record instanceof Step
        || record instanceof Margin
        || record instanceof Criterion) {
      json.writeStringProperty("type", Words.snake(record.getClass().getSimpleName()));
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      json.writeName(Words.snake(component.getName()));
      write(value(record, component));
    }
    json.writeEndObject();
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " of " + record, e);
    }
  }

  private void figure(Figure figure) {
    json.writeStartObject();
    json.writeStringProperty("unit", figure.unit().code());
    json.writeStringProperty("item", figure.item().code());
    json.writeStringProperty("period", figure.period().text());
    json.writeStringProperty("state", figure.state().name().toLowerCase(Locale.ROOT));
    json.writeName("value");
    if (figure.state() != State.VALID) {
      json.writeNull();
    } else {
      switch (figure.item().type()) {
        case YES_NO -> json.writeString(figure.value() == 1 ? "yes" : "no");
        case DATE -> json.writeString(LocalDate.ofEpochDay(figure.value()).toString());
        default -> json.writeNumber(figure.value());
      }
    }
    json.writeName("place");
    write(figure.location());
    json.writeEndObject();
  }
}
