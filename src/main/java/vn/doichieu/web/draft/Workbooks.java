package vn.doichieu.web.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.authoring.RuleWorkbook;
import vn.doichieu.authoring.WorkbookImport;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.rulebook.RuleFileSet;
import vn.doichieu.web.store.Store;
import vn.doichieu.wording.Messages;

/** The tables of a draft as a workbook, and back. */
@Component
public class Workbooks {

  private final Drafts drafts;
  private final Tables tables;
  private final AuditLog log;
  private final Store store;

  Workbooks(Drafts drafts, Tables tables, AuditLog log, Store store) {
    this.drafts = drafts;
    this.tables = tables;
    this.log = log;
    this.store = store;
  }

  /**
   * The workbook of a draft that can be read.
   *
   * @throws vn.doichieu.rules.InvalidRules naming what is wrong with it
   */
  public byte[] written(Draft draft, Messages messages) {
    RuleFileSet files = drafts.files(draft);
    byte[] written =
        tables.unpacked(
            draft.planId(),
            files,
            folder -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              RuleWorkbook.read(folder).write(bytes, messages, Tables.mark(files));
              return bytes.toByteArray();
            });
    store.write(
        () -> log.add("rules.draft_exported", Drafts.subject(draft.planId(), draft.id()), "xlsx"));
    return written;
  }

  /**
   * Takes a workbook of tables, or one table as CSV; gives how many cells and rows a workbook
   * changed, or 1 for a table. A workbook that was written of the tables as they stand is laid over
   * them. Any other file would put back what others have changed since: it has to be asked for.
   *
   * @param seen the mark of the tables on the page that the file was sent from
   * @param whole whether the file is to stand for the tables of that page, whatever it was made of
   * @throws Refusal if it was made of other tables, or of nobody knows which
   * @throws vn.doichieu.tabular.UnreadableInput if it is no such file
   * @throws vn.doichieu.rules.InvalidRules naming every cell of a workbook that cannot be used
   */
  public int take(Viewer viewer, Draft draft, MultipartFile file, String seen, boolean whole) {
    byte[] content = bytes(file);
    String name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
    AtomicInteger changes = new AtomicInteger();
    drafts.change(
        viewer,
        draft,
        "upload",
        files -> {
          if (name.endsWith(".xlsx")) {
            return merged(draft.planId(), files, content, seen, whole, changes);
          } else if (name.endsWith(".csv")) {
            mustFit(files, Optional.empty(), seen, whole);
            boolean readings = name.startsWith(RuleTables.READINGS);
            String table = readings ? RuleTables.READINGS : RuleTables.TARGETS;
            changes.set(1);
            return files.with(Tables.file(table), content);
          }
          throw Refusal.invalid("draft_upload");
        });
    return changes.get();
  }

  private static void mustFit(
      RuleFileSet files, Optional<String> madeOf, String seen, boolean whole) {
    String now = Tables.mark(files);
    if (madeOf.filter(now::equals).isEmpty()) {
      if (!whole) {
        throw Refusal.conflict(madeOf.isPresent() ? "upload_old" : "upload_unknown");
      } else if (!seen.equals(now)) {
        throw Refusal.conflict("draft_changed");
      }
    }
  }

  private RuleFileSet merged(
      String planId,
      RuleFileSet files,
      byte[] content,
      String seen,
      boolean whole,
      AtomicInteger changes) {
    return tables.unpacked(
        planId,
        files,
        folder -> {
          try {
            // Not among the plan's own files, where it would be a table of its own.
            Path beside = Files.createDirectory(folder.resolveSibling(planId + ".upload"));
            Path workbook = Files.write(beside.resolve("targets.xlsx"), content);
            mustFit(files, RuleWorkbook.mark(workbook), seen, whole);
            WorkbookImport read = WorkbookImport.read(folder, workbook, folder);
            changes.set(read.changes().values().stream().mapToInt(List::size).sum());
            RuleFileSet changed = files;
            for (Map.Entry<Path, String> text : read.texts().entrySet()) {
              changed =
                  changed.with(
                      String.valueOf(text.getKey().getFileName()),
                      text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return changed;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
