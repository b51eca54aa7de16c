package vn.doichieu.web.filing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Problem;
import vn.doichieu.submission.Delivery;
import vn.doichieu.submission.ReportingUnits;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Reads what was handed in for all plans of an area against one of them: an entry form of another
 * plan is none of this plan's business.
 */
public final class Deliveries {

  private Deliveries() {}

  /**
   * What a plan makes of files.
   *
   * @param others for each file that was passed over, that it is a form of another plan
   */
  public record Read(Delivery delivery, List<Problem> others) {

    public Read {
      others = List.copyOf(others);
    }
  }

  /**
   * Reads the files of a folder; forms of other plans are taken out of it.
   *
   * @throws UnreadableInput if any other file cannot be read at all
   */
  public static Read read(Path folder, Plan plan, ReportingUnits units) {
    List<Problem> others = new ArrayList<>();
    while (!isEmpty(folder)) {
      try {
        return new Read(Delivery.read(folder, plan, units), others);
      } catch (UnreadableInput e) {
        Set<String> forms = formsOfOtherPlans(e.problems());
        if (forms.isEmpty()) {
          throw e;
        }
        e.problems().stream()
            .filter(problem -> forms.contains(problem.location().file()))
            .forEach(others::add);
        forms.forEach(name -> delete(folder.resolve(name)));
      }
    }
    return new Read(Delivery.empty(plan, units), others);
  }

  /** The files with nothing wrong but the plan that they are forms of. */
  private static Set<String> formsOfOtherPlans(List<Problem> problems) {
    Set<String> wrong =
        problems.stream()
            .filter(problem -> !isOfOtherPlan(problem))
            .map(problem -> problem.location().file())
            .collect(Collectors.toSet());
    return problems.stream()
        .filter(Deliveries::isOfOtherPlan)
        .map(problem -> problem.location().file())
        .filter(name -> !wrong.contains(name))
        .collect(Collectors.toSet());
  }

  private static boolean isOfOtherPlan(Problem problem) {
    return problem.kind() == Problem.Kind.FORM_OF_OTHER_PLAN;
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
