package vn.doichieu.submission;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;

/** The files of a delivery, in the order in which they are read. */
record DeliveryFiles(Path folder, List<Path> files) {

  /** A data folder's own names come first, in its order, so that both read the same way. */
  private static final List<String> FIRST =
      List.of(DataFiles.FIGURES_CSV, DataFiles.FIGURES_XLSX, DataFiles.FIGURES_JSON);

  /**
   * Looks through the top level of a folder; hidden files and the locks of open workbooks are
   * passed over.
   *
   * @throws UnreadableInput if there is no such folder, or no file in it
   */
  static DeliveryFiles in(Path folder) {
    DataFiles.requireFolder(folder);
    List<Path> files = new ArrayList<>();
    for (Path file : DataFiles.list(folder)) {
      int place = FIRST.indexOf(name(file));
      if (place < 0 && !DataFiles.isHidden(name(file))) {
        files.add(file);
      }
    }
    for (int i = FIRST.size() - 1; i >= 0; i--) {
      Path file = folder.resolve(FIRST.get(i));
      if (Files.exists(file)) {
        files.add(0, file);
      }
    }
    if (files.isEmpty()) {
      throw new UnreadableInput(
          new Problem(Problem.Kind.DELIVERY_EMPTY, SourceLocation.of(name(folder)), null));
    }
    return new DeliveryFiles(folder, files);
  }

  /**
   * Reads all of them.
   *
   * @param fatal receives the files whose kind is not read
   */
  void read(FigureFiles reader, List<Problem> fatal) {
    for (Path file : files) {
      String ending = DataFiles.ending(name(file));
      if (!Files.isRegularFile(file)) {
        fatal.add(problem(Problem.Kind.NOT_A_FILE, file));
      } else if (ending.equals(".csv")) {
        reader.csv(file);
      } else if (ending.equals(".json")) {
        reader.json(file);
      } else if (name(file).equals(DataFiles.FIGURES_XLSX)) {
        reader.listOrForms(file);
      } else if (ending.equals(DataFiles.FORM)) {
        reader.formsOrList(file);
      } else {
        fatal.add(
            problem(
                DataFiles.OTHER_WORKBOOKS.getOrDefault(ending, Problem.Kind.FORMAT_UNSUPPORTED),
                file));
      }
    }
  }

  private static Problem problem(Problem.Kind kind, Path file) {
    return new Problem(kind, SourceLocation.of(name(file)), name(file));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /**
   * Problems that say where the folder is no longer: that is nobody's business but the caller's.
   */
  List<Problem> withoutFolder(List<Problem> problems) {
    return problems.stream().map(this::withoutFolder).toList();
  }

  private Problem withoutFolder(Problem problem) {
    String read = problem.read();
    return new Problem(
        problem.kind(),
        problem.location(),
        read == null ? null : shown(read),
        problem.arguments().stream().map(this::shown).toList(),
        problem.alsoAt(),
        problem.other());
  }

  private String shown(String text) {
    return text.replace(folder + folder.getFileSystem().getSeparator(), "");
  }
}
