package vn.doichieu.edition;

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
import vn.doichieu.publication.Replies;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.wording.Messages;

/**
 * Writes the files of one list: the list in its formats, its result, and letters.
 *
 * @param replies what units replied to questions about findings
 * @param watcher is told what is being written
 */
public record ListFiles(
    Listing listing,
    Changes changes,
    Masking masking,
    Issuer issuer,
    Set<ListFormat> formats,
    Messages messages,
    Replies replies,
    Watcher watcher) {

  /** Who is told how far the writing is. */
  public interface Watcher {

    /** Called before a file, or the folder of letters, is written. */
    Step begin(String name);

    /** Ended when it is written. */
    interface Step extends AutoCloseable {
      @Override
      void close();
    }
  }

  /** The folder of letters. */
  public static final String LETTERS = "don-vi";

  private static final String LIST = "danh-sach.";

  /** What the next list is compared with. */
  public static final String RESULT = "ket-qua.json";

  /** The files that are written, besides the result and letters. */
  public static List<String> names(Set<ListFormat> formats) {
    return formats.stream().map(format -> LIST + format.code()).toList();
  }

  /** Writes everything into a folder. */
  public void write(Path folder, boolean letters) throws IOException {
    Evaluation evaluation = listing.evaluation();
    ListDocument list = new ListDocument(listing, changes, masking, messages, replies);
    Document document =
        list.of(Letterheads.ofList(issuer, evaluation.plan(), evaluation.asOf(), messages));
    Map<ListFormat, DocumentWriter> writers = new EnumMap<>(ListFormat.class);
    formats.forEach(format -> writers.put(format, format.writer())); // They load their fonts once.
    for (Map.Entry<ListFormat, DocumentWriter> writer : writers.entrySet()) {
      String name = LIST + writer.getKey().code();
      try (Watcher.Step step = watcher.begin(name)) {
        write(folder.resolve(name), document, writer.getValue());
      }
    }
    if (masking.showsEverything()) { // It holds every number.
      writeResult(folder.resolve(RESULT));
    }
    if (letters) {
      Files.createDirectory(folder.resolve(LETTERS));
      try (Watcher.Step step = watcher.begin(LETTERS)) {
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

  /** Writes the result that the next list is compared with. It holds every number. */
  public void writeResult(Path file) throws IOException {
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    try (OutputStream out = Files.newOutputStream(file)) {
      new JsonWriter(listing.evaluation(), all, messages).write(out, changes.entries());
    }
  }

  private void writeLetters(Path folder, ListDocument list, Map<ListFormat, DocumentWriter> writers)
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
      for (Map.Entry<ListFormat, DocumentWriter> writer : writers.entrySet()) {
        String name = names.get(unit) + "." + writer.getKey().code();
        write(folder.resolve(name), letter, writer.getValue());
      }
    }
  }
}
