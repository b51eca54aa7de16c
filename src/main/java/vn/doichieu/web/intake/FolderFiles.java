package vn.doichieu.web.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;

/**
 * The files of a whole data folder, sorted out.
 *
 * @param figures those that are read as figures
 * @param passedOver the names of those that are none of ours, and of the file of units: these
 *     belong to the area
 * @param elsewhere files that are handed in elsewhere
 */
record FolderFiles(List<Sent> figures, List<String> passedOver, List<Problem> elsewhere) {

  private static final String UNITS = "units.csv";
  private static final Set<String> ELSEWHERE = Set.of("waivers.csv", "explanations.csv");

  /** What is no list of figures whatever it holds; workbooks of other kinds are refused by name. */
  private static final Set<String> NO_FIGURES =
      Set.of("", "md", "txt", "yaml", "yml", "pdf", "docx", "doc", "html", "png", "jpg", "zip");

  static FolderFiles of(List<Sent> all) {
    List<Sent> figures = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    List<Problem> elsewhere = new ArrayList<>();
    for (Sent file : all) {
      String name = FileNames.last(file.name());
      String lower = name.toLowerCase(Locale.ROOT);
      if (ELSEWHERE.contains(lower)) {
        elsewhere.add(new Problem(Problem.Kind.FILE_ELSEWHERE, SourceLocation.of(lower), lower));
      } else if (lower.equals(UNITS)
          || lower.startsWith(".")
          || lower.startsWith("~$")
          || NO_FIGURES.contains(lower.substring(lower.lastIndexOf('.') + 1))
          || lower.indexOf('.') < 0) {
        passedOver.add(name);
      } else {
        figures.add(file);
      }
    }
    return new FolderFiles(figures, passedOver, elsewhere);
  }
}
