package vn.doichieu.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.tabular.UnreadableInput;

/** A workbook (.xlsx), passed by its guard and opened for reading. */
public final class Workbook implements AutoCloseable {

  private static final String START = "_rels/.rels";
  private static final String USUAL_PART = "xl/workbook.xml";
  private static final String LINKS = "xl/externallinks/";

  /**
   * A sheet of a workbook.
   *
   * @param part the part of the file that holds its cells
   * @param hidden whether a reader of the workbook does not see it
   */
  public record Sheet(String name, String part, boolean hidden) {}

  /**
   * What somebody pinned to a cell.
   *
   * @param row the row of the cell, from 1
   * @param column the column of the cell, from 0
   * @param text the cleaned text, without the name of who wrote it
   */
  public record Note(int row, int column, String text) {}

  private final String name;
  private final ZipFile zip;
  private final Set<String> merging;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> partsByType = new HashMap<>();
  private final Map<String, String> sheetParts = new HashMap<>();
  private final SharedStrings strings;
  private final CellFormats formats;
  private boolean since1904;

  private Workbook(String name, ZipFile zip, Set<String> merging) throws IOException {
    this.name = name;
    this.zip = zip;
    this.merging = merging;
    String main = mainPart();
    readRelations(main);
    readSheets(main);
    try (XmlPart part = part(partsByType.getOrDefault("sharedStrings", ""))) {
      strings = SharedStrings.read(part);
    }
    try (XmlPart part = part(partsByType.getOrDefault("styles", ""))) {
      formats = CellFormats.read(part);
    }
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableInput if it is not a workbook that can and may be read; the problem says why
   */
  public static Workbook open(Path file) {
    return open(file, WorkbookGuard.Bounds.OFFICES);
  }

  static Workbook open(Path file, WorkbookGuard.Bounds bounds) {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw refusal(
          Files.exists(file) ? Problem.Kind.NOT_A_FILE : Problem.Kind.FILE_NOT_FOUND,
          name,
          file.toString());
    }
    try {
      Set<String> merging = WorkbookGuard.check(file, bounds);
      ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      try {
        Workbook workbook = new Workbook(name, zip, merging);
        workbook.refuseLinks();
        return workbook;
      } catch (UnreadableInput | IOException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw refusal(Problem.Kind.WORKBOOK_TRUNCATED, name, "");
    } catch (IOException e) {
      throw refusal(Problem.Kind.FILE_UNREADABLE, name, file.toString());
    }
  }

  private static UnreadableInput refusal(Problem.Kind kind, String name, String read) {
    return new UnreadableInput(new Problem(kind, SourceLocation.of(name), read));
  }

  private String mainPart() throws IOException {
    try (XmlPart relations = part(START)) {
      while (relations != null && relations.next()) {
        if (relations.starts("Relationship")
            && String.valueOf(relations.attribute("Type")).endsWith("/officeDocument")) {
          return path("", String.valueOf(relations.attribute("Target")));
        }
      }
    }
    return USUAL_PART;
  }

  private void readRelations(String main) throws IOException {
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    try (XmlPart relations = part(folder + "_rels/" + main.substring(slash) + ".rels")) {
      while (relations != null && relations.next()) {
        if (relations.starts("Relationship")) {
          String type = String.valueOf(relations.attribute("Type"));
          String target = path(folder, String.valueOf(relations.attribute("Target")));
          String kind = type.substring(type.lastIndexOf('/') + 1);
          partsByType.put(kind, target);
          if (kind.equals("worksheet")) {
            sheetParts.put(String.valueOf(relations.attribute("Id")), target);
          }
        }
      }
    }
  }

  private static String path(String folder, String target) {
    return target.startsWith("/") ? target.substring(1) : folder + target;
  }

  private void readSheets(String main) throws IOException {
    try (XmlPart part = part(main)) {
      while (part != null && part.next()) {
        if (part.starts("workbookPr")) {
          since1904 = part.isTrue("date1904");
        } else if (part.starts("sheet")) {
          String sheetPart = sheetParts.get(String.valueOf(part.attribute("id")));
          String sheetName = part.attribute("name");
          String state = part.attribute("state");
          if (sheetPart != null && sheetName != null) { // Else a sheet of charts or macros.
            sheets.add(new Sheet(sheetName, sheetPart, state != null && !state.equals("visible")));
          }
        }
      }
    }
    if (sheets.isEmpty()) {
      throw refusal(Problem.Kind.WORKBOOK_DAMAGED, name, main);
    }
  }

  /** Tells the cells that refer to other workbooks; the file as a whole if none does any more. */
  private void refuseLinks() {
    boolean links =
        Collections.list(zip.entries()).stream()
            .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).startsWith(LINKS));
    if (!links) {
      return;
    }
    List<Problem> found = new ArrayList<>();
    for (Sheet sheet : sheets) {
      try (SheetRows rows = rows(sheet)) {
        SheetRow row = rows.next();
        while (row != null) {
          row = rows.next();
        }
      } catch (UnreadableInput e) {
        found.addAll(e.problems());
      }
    }
    throw found.isEmpty()
        ? refusal(Problem.Kind.WORKBOOK_LINKS_OUTSIDE, name, "xl/externalLinks")
        : new UnreadableInput(found);
  }

  /** The file's name. */
  public String name() {
    return name;
  }

  /** The names of those sheets. */
  public List<String> sheetNames() {
    return sheets.stream().map(Sheet::name).toList();
  }

  /** All sheets with cells, in their order, hidden ones included. */
  public List<Sheet> sheets() {
    return sheets;
  }

  SharedStrings strings() {
    return strings;
  }

  CellFormats formats() {
    return formats;
  }

  /** Whether days are counted from 1904, as on old Macs, instead of 1900. */
  boolean since1904() {
    return since1904;
  }

  /** Begins to read a sheet. */
  public SheetRows rows(Sheet sheet) {
    try {
      return new SheetRows(this, sheet.name(), sheetPart(sheet), merged(sheet));
    } catch (IOException e) {
      throw refusal(Problem.Kind.FILE_UNREADABLE, name, sheet.part());
    }
  }

  /** What people pinned to the cells of a sheet. */
  public List<Note> notes(Sheet sheet) {
    int slash = sheet.part().lastIndexOf('/') + 1;
    String folder = sheet.part().substring(0, slash);
    String file = sheet.part().substring(slash);
    try (XmlPart relations = part(folder + "_rels/" + file + ".rels")) {
      String notes = relations == null ? "" : CellNotes.part(relations, folder);
      try (XmlPart part = part(notes)) {
        return part == null ? List.of() : CellNotes.read(part);
      }
    } catch (IOException e) {
      throw refusal(Problem.Kind.FILE_UNREADABLE, name, sheet.part());
    }
  }

  private MergedCells merged(Sheet sheet) throws IOException {
    if (!merging.contains(sheet.part())) {
      return new MergedCells();
    }
    try (XmlPart part = sheetPart(sheet)) {
      return MergedCells.read(part);
    }
  }

  private XmlPart sheetPart(Sheet sheet) throws IOException {
    XmlPart part = part(sheet.part());
    if (part == null) {
      throw refusal(Problem.Kind.WORKBOOK_DAMAGED, name, sheet.part());
    }
    return part;
  }

  /** Opens a part; one that the guard has not looked over is refused, whatever it may hold. */
  private @Nullable XmlPart part(String path) throws IOException {
    if (!path.isEmpty() && !WorkbookGuard.isXml(path)) {
      throw refusal(Problem.Kind.WORKBOOK_DAMAGED, name, path);
    }
    return XmlPart.open(name, zip, path);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw refusal(Problem.Kind.FILE_UNREADABLE, name, "");
    }
  }
}
