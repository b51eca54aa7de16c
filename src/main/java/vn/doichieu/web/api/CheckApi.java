package vn.doichieu.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.report.CsvOutput;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.result.Moment;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.WorkFolder;

/**
 * A data folder held against a plan, with the very bytes that {@code check} writes of it. Nothing
 * is kept.
 */
@RestController
class CheckApi implements Routes {

  static final String CSV = "text/csv";
  static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** What the command line would exit with: 0 or 1. */
  static final String EXIT = "Doichieu-Exit-Code";

  /** Each takes a processor and its figures in memory; the machine has to serve others, too. */
  private static final int AT_ONCE = 2;

  private static final int TOO_MANY = 429;

  private final RulesVersions versions;
  private final WorkFolder work;
  private final Times times;
  private final PageText texts;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  CheckApi(RulesVersions versions, WorkFolder work, Times times, PageText texts) {
    this.versions = versions;
    this.work = work;
    this.times = times;
    this.texts = texts;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.ask("/api/v1/check", ANYONE));
  }

  static boolean wantsCsv(@Nullable String accept) {
    return accept != null && accept.contains(CSV);
  }

  @PostMapping(
      path = "/api/v1/check",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
  ResponseEntity<byte[]> check(
      @RequestParam("plan") String plan,
      @RequestParam("file") List<MultipartFile> file,
      @RequestParam(name = "asOf", required = false) @Nullable String asOf,
      @RequestParam(name = "closed", required = false) @Nullable String closed,
      @RequestHeader(name = "Accept", required = false) @Nullable String accept,
      @Parameter(hidden = true) Locale locale) {
    Moment moment = Moment.of(asOf, closed, times);
    Path rules = versions.folder(versions.current(plan));
    boolean csv = wantsCsv(accept);
    if (!turns.tryAcquire()) {
      throw Refusal.tooMuch(TOO_MANY, "check_busy");
    }
    try {
      return work.temporary(
          folder -> {
            SentFolder.write(file, folder);
            Evaluation evaluation =
                new Check(work.home(), rules, folder, moment.asOf(), moment.closed()).run();
            return ResponseEntity.ok()
                .contentType(csv ? CSV_TYPE : MediaType.APPLICATION_JSON)
                .header(EXIT, evaluation.failsCheck() ? "1" : "0")
                .body(document(evaluation, csv, locale));
          });
    } finally {
      turns.release();
    }
  }

  private byte[] document(Evaluation evaluation, boolean csv, Locale locale) {
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (csv) {
      new CsvOutput(evaluation, all, texts.messages(locale)).write(out);
    } else {
      new JsonWriter(evaluation, all, texts.messages(locale)).write(out);
    }
    return out.toByteArray();
  }
}
