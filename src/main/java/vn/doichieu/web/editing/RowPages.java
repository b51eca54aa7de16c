package vn.doichieu.web.editing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.doichieu.rules.InvalidRules;
import vn.doichieu.ruletable.RuleTables;
import vn.doichieu.web.draft.Draft;
import vn.doichieu.web.draft.Drafts;
import vn.doichieu.web.draft.RowEdits;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.wording.ProblemText;

/** One row of a table, open for editing. */
@Controller
@RequestMapping("/rules/{plan}/drafts/{draft}/row")
class RowPages implements Routes {

  private static final String CELL = "cell.";

  private final Drafts drafts;
  private final RowEdits edits;
  private final RowViews views;
  private final PageText texts;

  RowPages(Drafts drafts, RowEdits edits, RowViews views, PageText texts) {
    this.drafts = drafts;
    this.edits = edits;
    this.views = views;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/rules/*/drafts/*/row", OFFICE),
        Route.post("/rules/*/drafts/*/row", Role.AUDITOR),
        Route.post("/rules/*/drafts/*/row/check", Role.AUDITOR),
        Route.post("/rules/*/drafts/*/row/delete", Role.AUDITOR));
  }

  /** The row as it stands; a new one, or a copy, where no key is given. */
  @GetMapping
  ModelAndView row(
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam(defaultValue = RuleTables.TARGETS) String table,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String copy,
      Locale locale) {
    return page(
        drafts.get(plan, draft), views.stored(get(plan, draft), known(table), key, copy, locale));
  }

  private Draft get(String plan, long draft) {
    return drafts.get(plan, draft);
  }

  private static String known(String table) {
    if (!table.equals(RuleTables.TARGETS) && !table.equals(RuleTables.READINGS)) {
      throw Refusal.notFound();
    }
    return table;
  }

  private static ModelAndView page(Draft draft, RowViews.View view) {
    return new ModelAndView("editing/row", Map.of("draft", draft, "row", view));
  }

  /** What the program makes of a row as it is typed; nothing is kept. */
  @PostMapping("/check")
  ModelAndView check(
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      Locale locale) {
    Draft of = get(plan, draft);
    RowViews.View view;
    try {
      view = views.typed(of, typed(form), locale);
    } catch (Refusal refusal) {
      view = refused(of, form, refusal, locale);
    } catch (InvalidRules e) {
      view = refused(of, form, e, locale);
    }
    ModelAndView page = page(of, view);
    if (request.getHeader("HX-Request") != null) {
      page.setViewName("editing/answer");
    }
    return page;
  }

  /** Keeps a row. Where somebody was faster, what was typed stays on the page. */
  @PostMapping
  ModelAndView save(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam Map<String, String> form,
      RedirectAttributes next,
      Locale locale) {
    Draft of = get(plan, draft);
    RowViews.Typed typed = typed(form);
    try {
      edits.save(
          viewer, of, typed.table(), typed.key(), typed.after(), typed.seen(), typed.cells());
    } catch (Refusal refusal) {
      return failed(page(of, refused(of, form, refusal, locale)), refusal.status());
    } catch (InvalidRules e) {
      return failed(page(of, refused(of, form, e, locale)), 422);
    }
    next.addFlashAttribute("notice", texts.text(locale, "draft.row_saved"));
    return new ModelAndView("redirect:" + path(of, typed.table(), views.keyAfterSaving(of, typed)));
  }

  private static ModelAndView failed(ModelAndView page, int status) {
    page.setStatus(HttpStatus.valueOf(status));
    return page;
  }

  private RowViews.View refused(
      Draft of, Map<String, String> form, Refusal refusal, Locale locale) {
    String text = texts.refusal(locale, refusal);
    return views.refused(of, typed(form), text, refusal.key().startsWith("row_"), locale);
  }

  private RowViews.View refused(Draft of, Map<String, String> form, InvalidRules e, Locale locale) {
    String text = new ProblemText(texts.messages(locale)).sentence(e.problems().get(0));
    return views.refused(of, typed(form), text, false, locale);
  }

  @PostMapping("/delete")
  String delete(
      Viewer viewer,
      @PathVariable String plan,
      @PathVariable long draft,
      @RequestParam String table,
      @RequestParam String key,
      @RequestParam String seen,
      RedirectAttributes next,
      Locale locale) {
    Draft of = get(plan, draft);
    edits.delete(viewer, of, known(table), key, seen);
    next.addFlashAttribute("notice", texts.text(locale, "draft.row_deleted", key));
    return "redirect:/rules/" + of.planId() + "/drafts/" + of.id();
  }

  private static RowViews.Typed typed(Map<String, String> form) {
    Map<String, String> cells = new LinkedHashMap<>();
    form.forEach(
        (name, text) -> {
          if (name.startsWith(CELL)) {
            cells.put(name.substring(CELL.length()), text);
          }
        });
    return new RowViews.Typed(
        known(form.getOrDefault("table", "")),
        text(form, "key"),
        text(form, "after"),
        text(form, "seen"),
        cells);
  }

  private static String text(Map<String, String> form, String name) {
    @Nullable String text = form.get(name);
    return text == null ? "" : text;
  }

  private static String path(Draft draft, String table, String key) {
    return UriComponentsBuilder.fromPath("/rules/{plan}/drafts/{draft}/row")
        .queryParam("table", "{table}")
        .queryParam("key", "{key}")
        .encode()
        .buildAndExpand(draft.planId(), draft.id(), table, key)
        .toUriString();
  }
}
