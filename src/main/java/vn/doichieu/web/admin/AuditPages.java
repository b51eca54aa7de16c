package vn.doichieu.web.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.doichieu.web.audit.AuditChain;
import vn.doichieu.web.audit.AuditEntry;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.audit.AuditSearch;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;

/** The log: looked through, exported, verified. */
@Controller
class AuditPages implements Routes {

  static final String PATH = "/admin/audit";

  private static final int PAGE = 50;

  /** As many as a spreadsheet shows with ease; a narrower search exports the rest. */
  private static final int MOST_EXPORTED = 100_000;

  private final AuditLog log;
  private final PageText texts;

  AuditPages(AuditLog log, PageText texts) {
    this.log = log;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Role.ADMINISTRATOR),
        Route.get(PATH + "/export", Role.ADMINISTRATOR),
        Route.post(PATH + "/verify", Role.ADMINISTRATOR));
  }

  /**
   * An entry as it is shown.
   *
   * @param action what was done, in words, where there are words for it
   */
  public record Row(AuditEntry entry, Instant at, String action) {}

  @GetMapping(PATH)
  String list(
      @RequestParam(name = "actor", defaultValue = "") String actor,
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestParam(name = "subject", defaultValue = "") String subject,
      @RequestParam(name = "before", defaultValue = "" + Long.MAX_VALUE) long before,
      Model model,
      Locale locale) {
    AuditSearch search = new AuditSearch(actor, action, subject);
    List<AuditEntry> found = log.page(search, PAGE + 1, before);
    List<AuditEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("search", search);
    model.addAttribute("total", log.count(search));
    model.addAttribute("rows", shown.stream().map(entry -> row(entry, locale)).toList());
    model.addAttribute("first", before == Long.MAX_VALUE);
    model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).number() : null);
    return "admin/audit";
  }

  private Row row(AuditEntry entry, Locale locale) {
    String words = texts.getMessage("audit.action." + entry.action(), null, "", locale);
    return new Row(entry, Instant.parse(entry.at()), words == null ? "" : words);
  }

  @GetMapping(PATH + "/export")
  ResponseEntity<byte[]> export(
      @RequestParam(name = "actor", defaultValue = "") String actor,
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestParam(name = "subject", defaultValue = "") String subject) {
    AuditSearch search = new AuditSearch(actor, action, subject);
    List<AuditEntry> entries = log.page(search, MOST_EXPORTED, Long.MAX_VALUE);
    log.add("audit.exported", search.actor() + " " + search.action(), entries.size() + " entries");
    return Download.of("nhat-ky.csv", AuditCsv.of(entries));
  }

  @PostMapping(PATH + "/verify")
  String verify(RedirectAttributes after, Locale locale) {
    AuditChain.Verdict verdict = log.verify();
    String sentence;
    if (verdict instanceof AuditChain.Broken broken) {
      String fault = broken.fault().name().toLowerCase(Locale.ROOT);
      sentence = texts.text(locale, "cli.audit.fault." + fault, broken.number());
      after.addFlashAttribute("broken", sentence);
    } else {
      AuditChain.Holds holds = (AuditChain.Holds) verdict;
      sentence = texts.text(locale, "cli.audit.holds", holds.entries(), holds.hash());
      after.addFlashAttribute("notice", sentence);
    }
    log.add(
        "audit.verified",
        "",
        verdict instanceof AuditChain.Broken b ? "broken at " + b.number() : "holds");
    return "redirect:" + PATH;
  }
}
