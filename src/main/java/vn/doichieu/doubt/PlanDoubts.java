package vn.doichieu.doubt;

import static vn.doichieu.doubt.Remark.Kind.ID_NOT_FOLDER;
import static vn.doichieu.doubt.Remark.Kind.ISSUED_OUTSIDE_YEAR;
import static vn.doichieu.doubt.Remark.Kind.YEAR_NOT_IN_ID;
import static vn.doichieu.doubt.Remark.Kind.YEAR_NOT_IN_TITLE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.doichieu.domain.Plan;

/** Doubts about what {@code plan.yaml} says of the plan itself. */
final class PlanDoubts {

  private static final Pattern YEAR = Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])");
  private static final Pattern YEAR_IN_WORDS = Pattern.compile("năm\\s+((?:19|20)[0-9]{2})");

  private PlanDoubts() {}

  static void look(Reviewed reviewed, Consumer<Remark> told) {
    Plan plan = reviewed.plan();
    if (plan.id().isEmpty() || plan.year() == 0) {
      return;
    }
    Path name = reviewed.folder().toAbsolutePath().normalize().getFileName();
    String folder = name == null ? "" : name.toString();
    if (!folder.equals(plan.id())) {
      told.accept(new Remark(ID_NOT_FOLDER, reviewed.keyPlace("id"), "id", plan.id(), folder));
    }
    year(reviewed, YEAR, "id", plan.id(), YEAR_NOT_IN_ID, told);
    year(reviewed, YEAR_IN_WORDS, "title", plan.title(), YEAR_NOT_IN_TITLE, told);
    LocalDate issued = plan.issuedOn();
    if (issued != null && (issued.getYear() > plan.year() || issued.getYear() < plan.year() - 1)) {
      told.accept(
          new Remark(
              ISSUED_OUTSIDE_YEAR,
              reviewed.keyPlace("issued_on"),
              "issued_on",
              issued.toString(),
              "" + plan.year()));
    }
  }

  private static void year(
      Reviewed reviewed,
      Pattern pattern,
      String key,
      String text,
      Remark.Kind kind,
      Consumer<Remark> told) {
    String year = "" + reviewed.plan().year();
    List<String> named = new ArrayList<>();
    pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).forEach(named::add);
    if (!named.isEmpty() && !named.contains(year)) {
      told.accept(new Remark(kind, reviewed.keyPlace("year"), "year", year, named.get(0), key));
    }
  }
}
