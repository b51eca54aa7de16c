package vn.doichieu.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.doichieu.domain.ListEntry;
import vn.doichieu.domain.Plan;
import vn.doichieu.tabular.UnreadableInput;

/**
 * The last list, as far as the next one has to know it.
 *
 * @param asOf the day as of which it was made
 * @param entries what stood on it, and what had stood on lists before it, each line once
 */
public record PreviousResult(LocalDate asOf, List<ListEntry> entries) {

  public PreviousResult {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the result that {@code report} wrote beside the last list, or one of {@code check
   * --format json}: its binding findings that are not met, missing or invalid stand for the list.
   *
   * @param plan the plan that is to be compared
   * @param asOf the day as of which it is judged now
   * @throws UnreadableInput if the file is no whole result of this plan up to that day
   */
  public static PreviousResult read(Path file, Plan plan, LocalDate asOf) {
    return PreviousReader.read(file, plan.id(), asOf);
  }

  /** The day as of which a result was made; nothing if the file is none, or is not there. */
  public static Optional<LocalDate> day(Path file) {
    return PreviousReader.day(file);
  }
}
