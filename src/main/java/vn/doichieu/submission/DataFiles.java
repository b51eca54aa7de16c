package vn.doichieu.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Which files of a data folder are read, which hold figures that cannot be, and which are passed
 * over although they look as if they were meant.
 */
record DataFiles(Path folder, List<Path> forms, List<Problem> refused, List<Problem> remarks) {

  static final String UNITS = "units.csv";
  static final String FIGURES_CSV = "figures.csv";
  static final String FIGURES_XLSX = "figures.xlsx";
  static final String FIGURES_JSON = "figures.json";
  static final String WAIVERS = "waivers.csv";
  static final String EXPLANATIONS = "explanations.csv";

  private static final List<String> FIXED =
      List.of(UNITS, FIGURES_CSV, FIGURES_XLSX, FIGURES_JSON, WAIVERS, EXPLANATIONS);

  /** As many letters tell the fixed names apart; so many bytes hold the names of the columns. */
  private static final int SAME_LETTERS = 4;

  private static final int PEEK = 200;

  static final String FORM = ".xlsx";

  /** Other kinds of workbooks: passed over, their figures would be lost in silence. */
  static final Map<String, Problem.Kind> OTHER_WORKBOOKS =
      Map.of(
          ".xls", Problem.Kind.WORKBOOK_XLS,
          ".ods", Problem.Kind.WORKBOOK_ODS,
          ".xlsb", Problem.Kind.WORKBOOK_XLSB,
          ".xlsm", Problem.Kind.WORKBOOK_XLSM,
          ".fods", Problem.Kind.FORMAT_UNSUPPORTED,
          ".xltx", Problem.Kind.FORMAT_UNSUPPORTED,
          ".xlt", Problem.Kind.FORMAT_UNSUPPORTED,
          ".et", Problem.Kind.FORMAT_UNSUPPORTED,
          ".numbers", Problem.Kind.FORMAT_UNSUPPORTED);

  /**
   * Looks through the top level of a folder.
   *
   * @throws UnreadableInput if there is no such folder
   */
  static DataFiles in(Path folder) {
    requireFolder(folder);
    List<Path> forms = new ArrayList<>();
    List<Problem> refused = new ArrayList<>();
    List<Problem> remarks = new ArrayList<>();
    for (Path file : list(folder)) {
      String name = String.valueOf(file.getFileName());
      String ending = ending(name);
      if (isHidden(name) || name.equals(FIGURES_XLSX)) {
        continue;
      } else if (ending.equals(FORM)) {
        forms.add(file);
      } else if (OTHER_WORKBOOKS.containsKey(ending)) {
        refused.add(new Problem(OTHER_WORKBOOKS.get(ending), SourceLocation.of(name), name));
      } else if (looksLikeOurs(file, name, ending)
          || (Files.isDirectory(file) && holdsForms(file))) {
        remarks.add(new Problem(Problem.Kind.FILE_NOT_READ, SourceLocation.of(name), name));
      }
    }
    return new DataFiles(folder, forms, refused, remarks);
  }

  /**
   * Makes sure of a folder.
   *
   * @throws UnreadableInput if there is none
   */
  static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableInput(
          new Problem(
              Files.exists(folder) ? Problem.Kind.NOT_A_FOLDER : Problem.Kind.FOLDER_NOT_FOUND,
              SourceLocation.of(folder.toString()),
              folder.toString()));
    }
  }

  /** Hidden files, and the locks that Excel sets while a file is open. */
  static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }

  /** The ending of a name with its dot, in lower case; empty if it has none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  /** "Figures.csv", "figures (1).csv", or a list of figures under whatever name. */
  private static boolean looksLikeOurs(Path file, String name, String ending) {
    boolean data = ending.equals(".csv") || ending.equals(".json") || ending.equals(".txt");
    return data
        && !FIXED.contains(name)
        && (FIXED.stream()
                .map(fixed -> fixed.substring(0, SAME_LETTERS))
                .anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)
            || beginsLikeFigures(file));
  }

  private static boolean beginsLikeFigures(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(PEEK), StandardCharsets.UTF_8);
      return start.contains(FiguresReader.ITEM) && start.contains(FiguresReader.VALUE);
    } catch (IOException e) {
      return false; // It is not read anyway.
    }
  }

  private static boolean holdsForms(Path folder) {
    return list(folder).stream()
        .map(file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.endsWith(FORM) && !name.startsWith("~$"));
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UnreadableInput(
          new Problem(
              Problem.Kind.FILE_UNREADABLE,
              SourceLocation.of(folder.toString()),
              folder.toString()));
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(path(name));
  }

  /** Whether there are figures in another form than {@code figures.csv}. */
  boolean hasOtherFigures() {
    return has(FIGURES_XLSX) || has(FIGURES_JSON) || !forms.isEmpty();
  }

  /** Every file that is read: those of fixed names, there or not, then the forms by their names. */
  List<Path> all() {
    return Stream.concat(FIXED.stream().map(this::path), forms.stream()).toList();
  }
}
