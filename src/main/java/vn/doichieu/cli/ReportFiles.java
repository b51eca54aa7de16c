package vn.doichieu.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.doichieu.document.Document;
import vn.doichieu.document.DocumentWriter;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.ReportingUnit;
import vn.doichieu.history.Changes;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.Letterheads;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.publication.LetterNames;
import vn.doichieu.publication.ListDocument;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.Progress;
import vn.doichieu.wording.Messages;

/** Writes the files of one list: the list in its formats, its result, and letters. */
record ReportFiles(
    Listing listing,
    Changes changes,
    Masking masking,
    Issuer issuer,
    Set<ReportFormat> formats,
    Messages messages,
    Console console) {

  /** The folder of letters. */
  static final String LETTERS = "don-vi";

  private static final String LIST = "danh-sach.";

  /** What the next list is compared with. */
  static final String RESULT = "ket-qua.json";

  /** The files that are written, besides the result and letters. */
  static List<String> names(Set<ReportFormat> formats) {
    return formats.stream().map(format -> LIST + format.code()).toList();
  }

  /** Writes everything into a folder. */
  void write(Path folder, boolean letters) throws IOException {
    Evaluation evaluation = listing.evaluation();
    ListDocument list = new ListDocument(listing, changes, masking, messages);
    Document document =
        list.of(Letterheads.ofList(issuer, evaluation.plan(), evaluation.asOf(), messages));
    Map<ReportFormat, DocumentWriter> writers = new EnumMap<>(ReportFormat.class);
    formats.forEach(format -> writers.put(format, format.writer())); // They load their fonts once.
    for (Map.Entry<ReportFormat, DocumentWriter> writer : writers.entrySet()) {
      String name = LIST + writer.getKey().code();
      try (Progress progress = new Progress(console, messages.text("cli.report.writing", name))) {
        write(folder.resolve(name), document, writer.getValue());
      }
    }
    if (masking.showsEverything()) { // It holds every number.
      writeResult(folder.resolve(RESULT));
    }
    if (letters) {
      Files.createDirectory(folder.resolve(LETTERS));
      String what = messages.text("cli.report.writing", LETTERS);
      try (Progress progress = new Progress(console, what)) {
        writeLetters(folder.resolve(LETTERS), list, writers);
      }
    }
  }

  private static void write(Path file, Document document, DocumentWriter writer)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(document, out);
    }
  }

  private void writeResult(Path file) throws IOException {
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    try (OutputStream out = Files.newOutputStream(file)) {
      new JsonWriter(listing.evaluation(), all, messages).write(out, changes.entries());
    }
  }

  private void writeLetters(
      Path folder, ListDocument list, Map<ReportFormat, DocumentWriter> writers)
      throws IOException {
    Evaluation evaluation = listing.evaluation();
    List<ReportingUnit> units =
        evaluation.findings().stream().map(Finding::unit).distinct().toList();
    Map<ReportingUnit, String> names = LetterNames.of(units);
    for (ReportingUnit unit : units) {
      if (Letterheads.goToTheIssuer(issuer, evaluation.plan(), unit)) {
        continue; // Nobody writes to himself: the list tells him.
      }
      Document letter =
          list.letter(unit, Letterheads.ofLetter(issuer, evaluation.plan(), unit, messages));
      if (letter == null) {
        continue;
      }
      for (Map.Entry<ReportFormat, DocumentWriter> writer : writers.entrySet()) {
        String name = names.get(unit) + "." + writer.getKey().code();
        write(folder.resolve(name), letter, writer.getValue());
      }
    }
  }
}
