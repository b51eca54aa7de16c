package vn.doichieu.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.ListEntry.Line;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.UnreadableInput;

/** Takes single findings and entries from a parser; what is not as it should be is told. */
final class Members {

  private static final String FINDINGS = "findings";
  private static final String LIST = "list";
  private static final Set<String> TEXTS =
      Set.of("target", "unit", "period", "result", "listed_since", "fixed_on", "first_listed");
  private static final Set<String> TRUTHS = Set.of("binding", "at_least");

  private final String name;
  private final JsonParser json;

  /** The same codes come over and over: one copy of each is enough. */
  private final Map<String, String> codes = new HashMap<>();

  Members(String name, JsonParser json) {
    this.name = name;
    this.json = json;
  }

  /**
   * A finding of a result.
   *
   * @param listed whether it stood on the list of its day
   */
  record Judged(Line line, boolean listed) {}

  /** The finding at which the parser stands. */
  Judged finding() {
    Map<String, String> parts = parts(FINDINGS);
    Result result =
        Arrays.stream(Result.values())
            .filter(r -> r.code().equals(parts.get("result")))
            .findFirst()
            .orElseThrow(() -> noResult(FINDINGS + ".result"));
    String binding = parts.get("binding");
    require(binding != null, FINDINGS + ".binding");
    return new Judged(line(parts, FINDINGS), result.failsCheck() && "true".equals(binding));
  }

  /** The entry of a list at which the parser stands. */
  ListEntry entry() {
    Map<String, String> parts = parts(LIST);
    Line line = line(parts, LIST);
    LocalDate since = day(parts, "listed_since");
    LocalDate fixed = parts.containsKey("fixed_on") ? day(parts, "fixed_on") : null;
    LocalDate first = parts.containsKey("first_listed") ? day(parts, "first_listed") : since;
    try {
      return new ListEntry(line, first, "true".equals(parts.get("at_least")), since, fixed);
    } catch (IllegalArgumentException e) {
      throw noResult(LIST + ".listed_since");
    }
  }

  private Line line(Map<String, String> parts, String list) {
    return new Line(
        code(parts, list, "target"), code(parts, list, "unit"), code(parts, list, "period"));
  }

  private String code(Map<String, String> parts, String list, String part) {
    String code = parts.getOrDefault(part, "");
    require(!code.isBlank(), list + "." + part);
    return codes.computeIfAbsent(code, CellText::clean);
  }

  private LocalDate day(Map<String, String> parts, String part) {
    return Optional.ofNullable(parts.get(part))
        .flatMap(DateText::iso)
        .orElseThrow(() -> noResult(LIST + "." + part));
  }

  /** The parts of an object that matter here; those that are null are left out. */
  private Map<String, String> parts(String list) {
    require(json.currentToken() == JsonToken.START_OBJECT, list);
    Map<String, String> parts = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String part = json.currentName();
      JsonToken token = json.nextToken();
      if (TRUTHS.contains(part)) {
        boolean truth = token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
        require(truth, list + "." + part);
        parts.put(part, json.getString());
      } else if (TEXTS.contains(part) && token != JsonToken.VALUE_NULL) {
        parts.put(part, text(list + "." + part));
      } else {
        json.skipChildren();
      }
    }
    return parts;
  }

  /** The text at which the parser stands. */
  String text(String member) {
    require(json.currentToken() == JsonToken.VALUE_STRING, member);
    return json.getString();
  }

  /** The day at which the parser stands. */
  LocalDate day(String member) {
    return DateText.iso(text(member)).orElseThrow(() -> noResult(member));
  }

  void require(boolean holds, String member) {
    if (!holds) {
      throw noResult(member);
    }
  }

  /** The line of the file at which the parser stands. */
  int line() {
    return Math.max(0, json.currentTokenLocation().getLineNr());
  }

  private UnreadableInput noResult(String member) {
    return new UnreadableInput(
        new Problem(Problem.Kind.NOT_A_RESULT, SourceLocation.of(name, line()), member));
  }
}
