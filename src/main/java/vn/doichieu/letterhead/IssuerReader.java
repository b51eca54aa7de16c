package vn.doichieu.letterhead;

import java.io.IOException;
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
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.CellText;
import vn.doichieu.tabular.DateText;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.yaml.YamlWords;

/**
 * Reads the file that says who issues a document. Each key has an English and a Vietnamese name.
 */
public final class IssuerReader {

  private static final long MOST_BYTES = 64L << 10;

  /** Longer texts do not fit on the head of a page. */
  private static final int LONGEST = 300;

  private static final int MOST_LINES = 50;
  private static final String TEXT = "Hóc Môn";
  private static final String TEXTS = "[TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]";

  private static final Map<String, String> VIETNAMESE =
      Map.ofEntries(
          Map.entry("co_quan_chu_quan", "superior"),
          Map.entry("co_quan_ban_hanh", "issuer"),
          Map.entry("so", "number"),
          Map.entry("ky_hieu", "symbol"),
          Map.entry("dia_danh", "place"),
          Map.entry("ngay", "date"),
          Map.entry("quyen_han_chuc_vu", "capacity"),
          Map.entry("nguoi_ky", "signatory"),
          Map.entry("noi_nhan", "recipients"),
          Map.entry("noi_nhan_cong_van", "letter_recipients"),
          Map.entry("ky_hieu_cong_van", "letter_symbol"));

  private final List<Problem> problems = new ArrayList<>();
  private final YamlWords yaml;
  private final Map<String, Node> keys = new HashMap<>();

  /** The keys as the file has them, in either language. */
  private final Map<String, String> written = new HashMap<>();

  private IssuerReader(String name) {
    yaml = new YamlWords(name, problems);
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableInput naming everything in it that cannot be understood
   */
  public static Issuer read(Path file) {
    String name = String.valueOf(file.getFileName());
    bound(file, name);
    IssuerReader reader = new IssuerReader(name);
    reader.keys(file);
    Issuer issuer = reader.issuer();
    if (!reader.problems.isEmpty()) {
      throw new UnreadableInput(reader.problems);
    }
    return issuer;
  }

  private static void bound(Path file, String name) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw new UnreadableInput(
            new Problem(
                Problem.Kind.ISSUER_TOO_LARGE,
                SourceLocation.of(name),
                null,
                Long.toString(MOST_BYTES >> 10)));
      }
    } catch (IOException e) {
      // Whatever it is, reading the file tells it.
    }
  }

  private void keys(Path file) {
    Set<String> known = new HashSet<>(VIETNAMESE.keySet());
    known.addAll(VIETNAMESE.values());
    yaml.read(file, known)
        .orElse(Map.of())
        .forEach(
            (key, node) -> {
              String english = VIETNAMESE.getOrDefault(key, key);
              written.put(english, key);
              if (keys.put(english, node) != null) {
                problems.add(
                    new Problem(Problem.Kind.DUPLICATE_KEY, yaml.place(node, key), key, ""));
              }
            });
  }

  private Issuer issuer() {
    return new Issuer(
        text("superior"),
        text("issuer"),
        text("number"),
        text("symbol"),
        text("place"),
        date(),
        texts("capacity"),
        text("signatory"),
        texts("recipients"),
        texts("letter_recipients"),
        text("letter_symbol"));
  }

  private String text(String key) {
    return text(keys.get(key), key, TEXT);
  }

  /** A text on one line; anything else is told. */
  private String text(@Nullable Node node, String key, String expected) {
    if (node == null) {
      return "";
    }
    if (!(node instanceof ScalarNode scalar)) {
      invalid(node, key, node instanceof MappingNode ? "{…}" : "[…]", expected);
      return "";
    }
    String text = CellText.clean(scalar.getValue());
    if (text.length() > LONGEST || text.contains("\n")) {
      invalid(node, key, text, expected);
      return "";
    }
    return text;
  }

  private @Nullable LocalDate date() {
    Node node = keys.get("date");
    String expected = "2025-01-15, 15/1/2025";
    String text = text(node, "date", expected);
    Optional<LocalDate> date = DateText.isoOrDayFirst(text);
    if (node != null && date.isEmpty() && !text.isEmpty()) {
      invalid(node, "date", text, expected);
    }
    return date.orElse(null);
  }

  /** The texts of a list, or the lines of one text; blank ones are left out. */
  private List<String> texts(String key) {
    Node node = keys.get(key);
    List<String> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(part -> texts.add(text(part, key, TEXTS)));
    } else if (node instanceof ScalarNode scalar) {
      scalar.getValue().lines().map(CellText::clean).forEach(texts::add);
    } else if (node != null) {
      invalid(node, key, "{…}", TEXTS);
    }
    texts.removeIf(String::isEmpty);
    if (node != null
        && (texts.size() > MOST_LINES || texts.stream().anyMatch(t -> t.length() > LONGEST))) {
      invalid(node, key, texts.get(0), TEXTS);
      return List.of();
    }
    return texts;
  }

  private void invalid(Node node, String key, String read, String expected) {
    problems.add(
        new Problem(
            Problem.Kind.ISSUER_VALUE_INVALID,
            yaml.place(node, written.getOrDefault(key, key)),
            read,
            expected,
            Integer.toString(LONGEST),
            Integer.toString(MOST_LINES)));
  }
}
