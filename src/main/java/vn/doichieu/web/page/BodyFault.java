package vn.doichieu.web.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import vn.doichieu.wording.PlainText;

/**
 * What is wrong with the JSON that a program sent.
 *
 * @param field the path of the field that does not fit, such as {@code explanations[0].text}; empty
 *     where it is the whole
 * @param line where the text is no JSON, from 1; 0 where it is JSON, or nothing was sent
 * @param column likewise
 * @param expected the last part of the key of what should be there
 */
record BodyFault(String field, int line, int column, String expected) {

  private static final int LONGEST_FIELD = 200;

  /** The fault for which a body could not be read. */
  static BodyFault of(HttpMessageNotReadableException failure) {
    if (failure.getCause() instanceof MismatchedInputException mismatch) {
      return new BodyFault(path(mismatch), 0, 0, expected(mismatch.getTargetType()));
    }
    if (failure.getCause() instanceof JacksonException broken) {
      TokenStreamLocation place = broken.getLocation();
      return place == null
          ? new BodyFault(path(broken), 0, 0, "json")
          : new BodyFault(path(broken), place.getLineNr(), place.getColumnNr(), "json");
    }
    return new BodyFault("", 0, 0, "json");
  }

  private static String path(JacksonException failure) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : failure.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    String plain = PlainText.of(path.toString());
    return plain.substring(0, Math.min(plain.length(), LONGEST_FIELD));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    return type != null && Iterable.class.isAssignableFrom(type) ? "list" : "object";
  }

  /** What should be there, in words. */
  String expected(PageText texts, Locale locale) {
    return texts.text(locale, "refusal.body.expected." + expected);
  }

  /** The fault in a sentence. */
  String sentence(PageText texts, Locale locale) {
    String wanted = expected(texts, locale);
    if (line > 0) {
      return texts.text(locale, "refusal.body.broken", wanted, line, column);
    }
    return field.isEmpty()
        ? texts.text(locale, "refusal.body", wanted)
        : texts.text(locale, "refusal.body.field", field, wanted);
  }

  /** The fault with its place, for programs. */
  Map<String, @Nullable Object> json(PageText texts, Locale locale) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("field", field.isEmpty() ? null : field);
    json.put("row", line > 0 ? line : null);
    json.put("column", line > 0 ? column : null);
    json.put("expected", expected(texts, locale));
    json.put("message", sentence(texts, locale));
    return json;
  }
}
