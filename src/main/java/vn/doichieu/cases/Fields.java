package vn.doichieu.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Result;

/** The fields of a finding that a case may speak of, and the texts they take. */
public final class Fields {

  /** What a finding concludes. */
  public static final String RESULT = "result";

  /** The word for a unit that must not be judged at all. */
  public static final String NO_FINDING = "no_finding";

  /** The word for a number that there is none of. */
  public static final String NONE = "none";

  private static final String FLAGS = "flags";
  private static final String BINDING = "binding";
  private static final List<String> NUMBERS = List.of("shortfall", "numerator", "denominator");

  /** All of them, in the order in which they are compared. */
  public static final List<String> NAMES =
      Stream.of(List.of(RESULT, "reason"), NUMBERS, List.of(BINDING, FLAGS))
          .flatMap(List::stream)
          .toList();

  private static final List<String> RESULTS =
      Stream.concat(Arrays.stream(Result.values()).map(Result::code), Stream.of(NO_FINDING))
          .toList();
  private static final List<String> REASONS =
      Arrays.stream(Result.Reason.values()).map(Result.Reason::code).toList();
  private static final List<String> FLAG_WORDS =
      Arrays.stream(Flag.values()).map(Flag::code).toList();

  private Fields() {}

  /** What a field takes, in words of the format. */
  public static String takes(String field) {
    return switch (field) {
      case RESULT -> String.join(", ", RESULTS);
      case "reason" -> String.join(", ", REASONS);
      case FLAGS -> String.join(", ", FLAG_WORDS);
      case BINDING -> "yes, no";
      default -> "0, 1, 2… " + NONE;
    };
  }

  /** The text of a field in the one form that it is compared in; null if it takes none such. */
  public static @Nullable String comparable(String field, String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return switch (field) {
      case RESULT -> RESULTS.contains(word) ? word : null;
      case "reason" -> REASONS.contains(word) ? word : null;
      case BINDING -> yesOrNo(word);
      case FLAGS -> flags(text);
      default -> {
        boolean none = word.equals(NONE) || word.equals("null");
        yield none ? NONE : word.matches("-?[0-9]{1,18}") ? "" + Long.parseLong(word) : null;
      }
    };
  }

  /** {@code yes} or {@code no}; null for anything else. */
  public static @Nullable String yesOrNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "có", "co" -> "yes";
      case "no", "false", "không", "khong" -> "no";
      default -> null;
    };
  }

  private static @Nullable String flags(String text) {
    if (text.isEmpty() || text.equals(NONE)) {
      return NONE;
    }
    TreeSet<String> words = new TreeSet<>(List.of(text.split("[\\s,]+")));
    words.remove(NONE); // "<flags> exceeded", where a table says that there are none.
    return FLAG_WORDS.containsAll(words) ? String.join(" ", words) : null;
  }

  /** The fields of a finding, as they are compared. */
  public static Map<String, String> of(Finding finding) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(RESULT, finding.result().code());
    fields.put("reason", finding.reason().code());
    fields.put("shortfall", number(finding.shortfall()));
    fields.put("numerator", number(finding.numerator()));
    fields.put("denominator", number(finding.denominator()));
    fields.put(BINDING, finding.binding() ? "yes" : "no");
    String flags =
        finding.flags().stream().map(Flag::code).sorted().collect(Collectors.joining(" "));
    fields.put(FLAGS, flags.isEmpty() ? NONE : flags);
    return fields;
  }

  private static String number(@Nullable Long number) {
    return number == null ? NONE : number.toString();
  }
}
