package vn.doichieu.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.Provenance.FileSet;
import vn.doichieu.domain.Provenance.HashedFile;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.TextFile;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.verification.RecordedResult.Entry;

/**
 * Reads a result of {@code check --format json}, or that of {@code report}. The file may have been
 * anywhere: it is bounded in size and depth, and nothing in it is taken for more than text.
 */
public final class ResultReader {

  /** Room for some 50,000 findings, which a computer of an office can compare in its memory. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int MOST_DEPTH = 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
          .build();

  private static final List<String> NEEDED =
      List.of("plan", "as_of", "closed", "provenance", "filter", "summary", "problems", "findings");
  private static final Set<String> LISTS =
      Set.of(RecordedResult.FINDINGS, RecordedResult.PROBLEMS, RecordedResult.WARNINGS);
  private static final String HISTORY = "list";
  private static final List<String> ABOUT =
      List.of(
          "code", "check", "target", "unit", "period", "file", "sheet", "row", "column", "read");
  private static final List<String> CODES =
      List.of(
          "result",
          "reason",
          "binding",
          "flags",
          "numerator",
          "denominator",
          "shortfall",
          "priority");

  private final String name;
  private final JsonParser json;
  private final Set<String> found = new HashSet<>();
  private final Map<String, List<Entry>> lists = new HashMap<>();
  private final Map<String, String> rest = new HashMap<>();
  private boolean withHistory;
  private String plan = "";
  private LocalDate asOf = LocalDate.EPOCH;
  private boolean closed;
  private @Nullable Provenance provenance;
  private boolean hashesAgree = true;
  private FindingFilter filter = new FindingFilter(Set.of(), Set.of(), Set.of());

  private ResultReader(String name, JsonParser json) {
    this.name = name;
    this.json = json;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableInput if it is no whole result of a check
   */
  public static RecordedResult read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new UnreadableInput(
            new Problem(
                Problem.Kind.RESULT_TOO_LARGE,
                SourceLocation.of(name),
                null,
                Long.toString(MOST_BYTES >> 20)));
      }
    } catch (IOException e) {
      // Whatever it is, reading the file tells it.
    }
    return read(TextFile.read(file), name);
  }

  /** Reads a text that stands, or might stand, in a file of some name. */
  static RecordedResult read(String text, String name) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new ResultReader(name, json).result();
    } catch (UnexpectedEndOfInputException e) {
      throw problem(Problem.Kind.RESULT_TRUNCATED, name, line(e), null);
    } catch (StreamReadException e) {
      throw problem(Problem.Kind.NOT_JSON, name, line(e), null);
    } catch (JacksonException e) { // Deeper, or with a longer number, than any result.
      throw problem(Problem.Kind.NOT_A_RESULT, name, line(e), "JSON");
    }
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
  }

  private static UnreadableInput problem(
      Problem.Kind kind, String name, int line, @Nullable String read) {
    return new UnreadableInput(new Problem(kind, SourceLocation.of(name, line), read));
  }

  /** What to say where a part of a result lacks, or is not what it should be. */
  private UnreadableInput noResult(String member) {
    return problem(Problem.Kind.NOT_A_RESULT, name, 0, member);
  }

  private RecordedResult result() {
    require(json.nextToken() == JsonToken.START_OBJECT, "plan");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      found.add(member);
      json.nextToken();
      member(member);
    }
    require(json.nextToken() == null, "JSON");
    for (String needed : NEEDED) {
      require(found.contains(needed), needed);
    }
    return new RecordedResult(
        plan,
        asOf,
        closed,
        Objects.requireNonNull(provenance),
        hashesAgree,
        filter,
        lists,
        rest,
        withHistory);
  }

  private void require(boolean holds, String member) {
    if (!holds) {
      throw noResult(member);
    }
  }

  private void member(String member) {
    switch (member) {
      case "plan" -> plan = text(member);
      case "as_of" -> asOf = DateText.iso(text(member)).orElseThrow(() -> noResult(member));
      case "closed" -> closed = truth(member);
      case "provenance" -> provenance = provenance(member);
      case "filter" -> filter = filter(member);
      default -> {
        if (member.equals(HISTORY)) {
          json.skipChildren(); // No check can tell it: it says what other lists have held.
          withHistory = true;
        } else if (LISTS.contains(member)) {
          lists.put(member, entries(member));
        } else {
          rest.put(member, JsonText.of(json));
        }
      }
    }
  }

  private String text(String member) {
    require(json.currentToken() == JsonToken.VALUE_STRING, member);
    return json.getString();
  }

  private boolean truth(String member) {
    JsonToken token = json.currentToken();
    require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, member);
    return token == JsonToken.VALUE_TRUE;
  }

  private Provenance provenance(String member) {
    String version = "";
    Map<String, FileSet> sets = new HashMap<>();
    require(json.currentToken() == JsonToken.START_OBJECT, member);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String part = json.currentName();
      json.nextToken();
      if (part.equals("version")) {
        version = text(member);
      } else {
        sets.put(part, files(member));
      }
    }
    FileSet none = new FileSet(List.of());
    require(sets.keySet().equals(Set.of("rules", "data")), member);
    return new Provenance(
        version, sets.getOrDefault("rules", none), sets.getOrDefault("data", none));
  }

  private FileSet files(String member) {
    String stated = "";
    List<HashedFile> files = new ArrayList<>();
    require(json.currentToken() == JsonToken.START_OBJECT, member);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String part = json.currentName();
      json.nextToken();
      if (part.equals("sha256")) {
        stated = text(member);
      } else {
        require(part.equals("files") && json.currentToken() == JsonToken.START_ARRAY, member);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          files.add(file(member));
        }
      }
    }
    FileSet set = new FileSet(files);
    hashesAgree &= set.sha256().equals(stated);
    return set;
  }

  private HashedFile file(String member) {
    require(json.currentToken() == JsonToken.START_OBJECT, member);
    Map<String, String> parts = JsonText.members(json);
    require(parts.keySet().equals(Set.of("\"name\"", "\"sha256\"")), member);
    return new HashedFile(
        JsonText.plain(parts.getOrDefault("\"name\"", "")),
        JsonText.plain(parts.getOrDefault("\"sha256\"", "")));
  }

  private FindingFilter filter(String member) {
    Map<String, Set<String>> words = new HashMap<>();
    require(json.currentToken() == JsonToken.START_OBJECT, member);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String option = json.currentName();
      require(json.nextToken() == JsonToken.START_ARRAY, member);
      Set<String> ofOption = new HashSet<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        ofOption.add(text(member));
      }
      words.put(option, ofOption);
    }
    require(words.keySet().equals(Set.of("unit", "target", "result")), member);
    Set<Result> results =
        words.getOrDefault("result", Set.of()).stream()
            .map(word -> result(word).orElseThrow(() -> noResult(member)))
            .collect(Collectors.toSet());
    return new FindingFilter(
        words.getOrDefault("unit", Set.of()), words.getOrDefault("target", Set.of()), results);
  }

  private static Optional<Result> result(String code) {
    return Arrays.stream(Result.values()).filter(r -> r.code().equals(code)).findFirst();
  }

  private List<Entry> entries(String member) {
    require(json.currentToken() == JsonToken.START_ARRAY, member);
    List<Entry> entries = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT, member);
      entries.add(entry(JsonText.members(json)));
    }
    return entries;
  }

  private static Entry entry(Map<String, String> members) {
    List<String> about = new ArrayList<>();
    for (String part : ABOUT) {
      String value = JsonText.plain(members.getOrDefault(JsonText.quoted(part), ""));
      if (!value.isEmpty()) {
        about.add(value);
      }
    }
    Map<String, String> codes = new HashMap<>();
    for (String part : CODES) {
      codes.put(part, JsonText.plain(members.getOrDefault(JsonText.quoted(part), "")));
    }
    byte[] whole = members.toString().getBytes(StandardCharsets.UTF_8);
    return new Entry(about, codes, HexFormat.of().formatHex(Provenance.newSha256().digest(whole)));
  }
}
