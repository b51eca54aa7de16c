package vn.doichieu.history;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.ListEntry.Line;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads a result as it streams by, since that of a large province does not fit into memory. The
 * file may have been anywhere: it is bounded in size and depth.
 */
final class PreviousReader {

  /** Room for some 400,000 findings. */
  private static final long MOST_BYTES = 512L << 20;

  private static final int MOST_DEPTH = 20;

  /** Problems of lines told at most: a file with more has one cause. */
  private static final int MOST_TOLD = 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
          .build();

  private static final List<String> NEEDED = List.of("plan", "as_of", "filter", "findings");

  private final String name;
  private final JsonParser json;
  private final Members members;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> found = new HashSet<>();

  /** The findings of the file, or the entries of its list, each with its line. */
  private final Map<Line, Integer> findings = new HashMap<>();

  private final Map<Line, Integer> listedLines = new HashMap<>();
  private final List<Line> standing = new ArrayList<>();
  private final List<ListEntry> list = new ArrayList<>();
  private String plan = "";
  private LocalDate asOf = LocalDate.EPOCH;
  private boolean filtered;

  private PreviousReader(String name, JsonParser json) {
    this.name = name;
    this.json = json;
    this.members = new Members(name, json);
  }

  static PreviousResult read(Path file, String plan, LocalDate today) {
    String name = String.valueOf(file.getFileName());
    bound(file, name);
    try (Reader reader = TextFile.open(file);
        JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
      return new PreviousReader(name, json).result(plan, today);
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    } catch (JacksonIOException e) {
      IOException cause = e.getCause();
      throw TextFile.unreadable(file, cause == null ? new IOException(e) : cause);
    } catch (UnexpectedEndOfInputException e) {
      throw problem(Kind.RESULT_TRUNCATED, name, line(e), null);
    } catch (StreamReadException e) {
      throw problem(Kind.NOT_JSON, name, line(e), null);
    } catch (JacksonException e) { // Deeper, or with a longer number, than any result.
      throw problem(Kind.NOT_A_RESULT, name, line(e), "JSON");
    }
  }

  static Optional<LocalDate> day(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Reader reader = TextFile.open(file);
        JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = json.currentName();
        JsonToken value = json.nextToken();
        if (member.equals("as_of")) {
          return value == JsonToken.VALUE_STRING
              ? DateText.iso(json.getString())
              : Optional.empty();
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (IOException | JacksonException | UnreadableInput e) {
      return Optional.empty(); // Whatever it is, it is no result.
    }
  }

  private static void bound(Path file, String name) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new UnreadableInput(
            new Problem(
                Kind.PREVIOUS_TOO_LARGE,
                SourceLocation.of(name),
                null,
                Long.toString(MOST_BYTES >> 20)));
      }
    } catch (IOException e) {
      // Whatever it is, reading the file tells it.
    }
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
  }

  private static UnreadableInput problem(Kind kind, String name, int line, @Nullable String read) {
    return new UnreadableInput(new Problem(kind, SourceLocation.of(name, line), read));
  }

  private PreviousResult result(String wanted, LocalDate today) {
    members.require(json.nextToken() == JsonToken.START_OBJECT, "plan");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      found.add(member);
      json.nextToken();
      member(member, wanted, today);
    }
    members.require(json.nextToken() == null, "JSON");
    for (String needed : NEEDED) {
      if (!found.contains(needed)) {
        throw problem(Kind.NOT_A_RESULT, name, 0, needed);
      }
    }
    if (filtered) {
      problems.add(new Problem(Kind.PREVIOUS_FILTERED, SourceLocation.of(name), "filter"));
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return new PreviousResult(asOf, found.contains("list") ? listed() : standing());
  }

  /** What stood on a list that was never written: since that day at least. */
  private List<ListEntry> standing() {
    return standing.stream().map(line -> ListEntry.first(line, asOf, true)).toList();
  }

  private List<ListEntry> listed() {
    for (ListEntry entry : list) {
      LocalDate fixed = entry.fixedOn();
      if (entry.listedSince().isAfter(asOf) || (fixed != null && fixed.isAfter(asOf))) {
        throw problem(
            Kind.NOT_A_RESULT,
            name,
            listedLines.getOrDefault(entry.line(), 0),
            "list.listed_since");
      }
    }
    return list;
  }

  private void member(String member, String wanted, LocalDate today) {
    switch (member) {
      case "plan" -> {
        plan = members.text(member);
        if (!plan.equals(wanted)) {
          tell(Kind.PREVIOUS_OF_OTHER_PLAN, plan, wanted);
        }
      }
      case "as_of" -> {
        asOf = members.day(member);
        if (asOf.isAfter(today)) {
          tell(Kind.PREVIOUS_AFTER_TODAY, asOf.toString(), today.toString());
        }
      }
      case "filter" -> filter(member);
      case "findings" -> {
        members.require(json.currentToken() == JsonToken.START_ARRAY, member);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          finding();
        }
      }
      case "list" -> {
        members.require(json.currentToken() == JsonToken.START_ARRAY, member);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          int at = members.line();
          ListEntry entry = members.entry();
          list.add(entry);
          once(entry.line(), listedLines, at);
        }
      }
      default -> json.skipChildren();
    }
  }

  private void tell(Kind kind, @Nullable String read, String... arguments) {
    problems.add(new Problem(kind, SourceLocation.of(name, members.line()), read, arguments));
  }

  private void filter(String member) {
    members.require(json.currentToken() == JsonToken.START_OBJECT, member);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      members.require(json.nextToken() == JsonToken.START_ARRAY, member);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        members.text(member);
        filtered = true;
      }
    }
  }

  private void finding() {
    int at = members.line();
    Members.Judged judged = members.finding();
    once(judged.line(), findings, at);
    if (judged.listed()) {
      standing.add(judged.line());
    }
  }

  private void once(Line line, Map<Line, Integer> lines, int at) {
    Integer first = lines.putIfAbsent(line, at);
    if (first != null && problems.size() < MOST_TOLD) {
      problems.add(
          new Problem(
                  Kind.PREVIOUS_TWICE,
                  SourceLocation.of(name, at),
                  line.target() + ", " + line.unit() + ", " + line.period())
              .against(SourceLocation.of(name, first)));
    }
  }
}
