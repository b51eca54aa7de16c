package vn.doichieu.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;
import vn.doichieu.edits.Edit;
import vn.doichieu.edits.Edit.Cell;
import vn.doichieu.edits.EditText;
import vn.doichieu.impact.FindingChange.Kind;
import vn.doichieu.impact.ImpactMarkup.Style;
import vn.doichieu.webpage.Html.Tag;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.WarningSentences;

/** Writes an impact as a page of its own: one file, without scripts, for a screen or paper. */
public final class ImpactPage {

  private static final String STYLE_SHEET = "impact.css";

  private final Impact impact;
  private final Messages messages;
  private final ImpactText text;
  private final EditText edits;

  public ImpactPage(Impact impact, Messages messages) {
    this.impact = impact;
    this.messages = messages;
    text = new ImpactText(impact, messages);
    edits = new EditText(impact.edits(), messages);
  }

  /** Writes the page; the caller closes the writer. */
  public void write(Writer out) {
    ImpactMarkup html = new ImpactMarkup(out);
    html.page(messages.language().code(), () -> page(html));
  }

  private void page(ImpactMarkup html) {
    String title = messages.text("impact.title");
    html.head(title + " – " + text.about().get(0), styleSheet());
    html.in(
        Tag.BODY,
        () -> {
          html.in(Tag.HEADER, () -> header(html, title));
          html.in(
              Tag.MAIN,
              () -> {
                html.in(Tag.SECTION, () -> edits(html));
                impact
                    .folders()
                    .forEach(folder -> html.in(Tag.SECTION, () -> folder(html, folder)));
              });
          html.in(
              Tag.FOOTER,
              () ->
                  impact
                      .folders()
                      .forEach(
                          folder ->
                              html.text(
                                  Tag.P,
                                  Style.QUIET,
                                  folder.data() + ": " + text.provenance(folder))));
        });
  }

  private static String styleSheet() {
    try (InputStream in = ImpactPage.class.getResourceAsStream(STYLE_SHEET)) {
      byte[] bytes = Objects.requireNonNull(in, STYLE_SHEET).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header(ImpactMarkup html, String title) {
    html.text(Tag.H1, title);
    List<String> about = text.about();
    html.text(Tag.P, Style.LEAD, about.get(0));
    html.in(Tag.UL, () -> about.stream().skip(1).forEach(line -> html.text(Tag.LI, line)));
    html.text(Tag.P, text.verdictStyle(), text.verdict());
  }

  private void edits(ImpactMarkup html) {
    List<Edit> all = impact.edits().edits();
    html.text(
        Tag.H2,
        all.isEmpty()
            ? messages.text("edits.none")
            : impact.edits().decide()
                ? messages.text("impact.edits", all.size())
                : messages.text("edits.words_only"));
    html.in(Tag.UL, () -> all.forEach(edit -> html.in(Tag.LI, () -> edit(html, edit))));
  }

  private void edit(ImpactMarkup html, Edit edit) {
    html.text(Tag.SPAN, edit.decides() ? Style.NONE : Style.QUIET, edits.what(edit));
    html.text(Tag.SPAN, Style.QUIET, " (" + edits.places(edit) + ")");
    List<Cell> cells = edit.change() == Edit.Change.CHANGED ? edit.cells() : edit.decidingCells();
    if (!cells.isEmpty()) {
      html.in(
          Tag.UL,
          () ->
              cells.forEach(
                  cell ->
                      html.text(
                          Tag.LI,
                          cell.decides() ? Style.NONE : Style.QUIET,
                          edits.of(edit, cell))));
    }
  }

  private void folder(ImpactMarkup html, FolderImpact folder) {
    html.text(Tag.H2, messages.text("impact.folder", folder.data()));
    text.reconciliation(folder).forEach(line -> html.text(Tag.P, line));
    ChangeText changes = new ChangeText(impact, folder, messages);
    for (Map.Entry<Kind, List<ChangeGroup>> kind : ChangeGroup.of(folder, changes).entrySet()) {
      String heading =
          messages.text("impact.kind." + kind.getKey().code(), folder.count(kind.getKey()));
      if (kind.getKey().flips()) {
        html.text(Tag.H3, heading);
        kind.getValue().forEach(group -> html.in(Tag.SECTION, () -> group(html, group, changes)));
      } else {
        html.foldable(heading, () -> kind.getValue().forEach(group -> group(html, group, changes)));
      }
    }
    inputs(html, folder);
  }

  private void group(ImpactMarkup html, ChangeGroup group, ChangeText changes) {
    html.text(Tag.P, Style.KIND, text.heading(group, changes));
    group.causes().forEach(cause -> html.text(Tag.P, Style.CAUSE, cause));
    if (!group.required().isEmpty()) {
      html.text(Tag.P, Style.CAUSE, group.required());
    }
    String about = messages.text("impact.column.about");
    String before = messages.text("impact.column.before");
    String after = messages.text("impact.column.after");
    html.in(
        Tag.TABLE,
        () -> {
          html.in(
              Tag.THEAD,
              () ->
                  html.in(
                      Tag.TR, () -> List.of(about, before, after).forEach(html::columnHeading)));
          html.in(
              Tag.TBODY,
              () ->
                  group
                      .changes()
                      .forEach(
                          change ->
                              html.in(
                                  Tag.TR,
                                  () -> {
                                    html.cell(
                                        about, () -> html.text(Tag.SPAN, changes.about(change)));
                                    html.cell(
                                        before,
                                        () -> side(html, change.before(), changes.before(change)));
                                    html.cell(
                                        after,
                                        () -> {
                                          side(html, change.after(), changes.after(change));
                                          details(html, changes.details(change));
                                        });
                                  })));
        });
  }

  private static void side(ImpactMarkup html, @Nullable Finding finding, String words) {
    html.text(Tag.SPAN, style(finding), words);
  }

  private static Style style(@Nullable Finding finding) {
    if (finding == null) {
      return Style.QUIET;
    }
    return switch (finding.result()) {
      case MET -> Style.GOOD;
      case NOT_MET, MISSING, INVALID -> Style.BAD;
      default -> Style.DOUBTFUL;
    };
  }

  private static void details(ImpactMarkup html, List<String> details) {
    if (!details.isEmpty()) {
      html.in(Tag.UL, () -> details.forEach(words -> html.text(Tag.LI, words)));
    }
  }

  private void inputs(ImpactMarkup html, FolderImpact folder) {
    ProblemText problems = new ProblemText(messages);
    if (!folder.problems().isNone()) {
      html.text(Tag.H3, messages.text("impact.problems"));
      list(
          html,
          "impact.only_before",
          folder.problems().gone().stream().map(problems::sentence).toList());
      list(
          html,
          "impact.only_after",
          folder.problems().come().stream().map(problems::sentence).toList());
    }
    if (!folder.warnings().isNone()) {
      WarningSentences then = new WarningSentences(folder.before(), messages);
      WarningSentences now = new WarningSentences(folder.after(), messages);
      html.text(Tag.H3, messages.text("impact.warnings"));
      list(html, "impact.only_before", folder.warnings().gone().stream().map(then::of).toList());
      list(html, "impact.only_after", folder.warnings().come().stream().map(now::of).toList());
    }
  }

  private void list(ImpactMarkup html, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      html.text(Tag.P, messages.text(key, lines.size()));
      html.in(Tag.UL, () -> lines.forEach(line -> html.text(Tag.LI, line)));
    }
  }
}
