package vn.doichieu.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.wording.ProblemText;

/** Problems as the command line's JSON tells them: the same properties, places and sentences. */
public final class ProblemJson {

  private ProblemJson() {}

  /** A problem. */
  public static Map<String, @Nullable Object> of(Problem problem, ProblemText sentences) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", ProblemText.code(problem));
    json.putAll(place(problem.location()));
    json.put("also_rows", problem.alsoAt());
    if (problem.other() != null) {
      json.put("other", place(problem.other()));
    }
    json.put("read", problem.read());
    json.put("expected", sentences.expected(problem));
    json.put("action", sentences.remedy(problem));
    json.put("message", sentences.sentence(problem));
    return json;
  }

  /** A place. */
  public static Map<String, @Nullable Object> place(@Nullable SourceLocation place) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", place == null ? null : place.file());
    json.put("sheet", place == null ? null : place.sheet());
    json.put("row", place == null || place.row() == 0 ? null : place.row());
    json.put("column", place == null ? null : place.column());
    return json;
  }
}
