package vn.doichieu.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON values in one form, whatever the order of their keys and the spaces between them. */
final class JsonText {

  private JsonText() {}

  /** The value at which a parser stands; leaves it at the value's end. */
  static String of(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> members(json).toString();
      case START_ARRAY -> {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          values.add(of(json));
        }
        yield values.toString();
      }
      case VALUE_STRING -> quoted(json.getString());
      default -> json.getString();
    };
  }

  /** The members of the object at which a parser stands, by name. */
  static Map<String, String> members(JsonParser json) {
    Map<String, String> members = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      members.put(quoted(name), of(json));
    }
    return members;
  }

  /** A text that cannot be taken for two. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A value as people read it: a string without its quotes, null as nothing. */
  static String plain(String value) {
    if (value.equals("null")) {
      return "";
    }
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : value;
  }
}
