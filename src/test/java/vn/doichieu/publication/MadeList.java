package vn.doichieu.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import vn.doichieu.check.Check;
import vn.doichieu.document.Document;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.history.Changes;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.letterhead.Letterheads;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.oracle.NaiveList;
import vn.doichieu.report.FindingFilter;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** A check of a data folder with both that came of it: the list and the JSON. */
record MadeList(Evaluation evaluation, Path data) {

  private static final Messages MESSAGES = new Messages(Language.VI);

  static MadeList of(Path rules, Path data, LocalDate asOf, boolean closed) {
    return new MadeList(new Check(Path.of(""), rules, data, asOf, closed).run(), data);
  }

  /** The plan's own rules where it has them; else its rows of the register. */
  static Path rules(String plan) {
    Path own = Path.of("rules", plan);
    return Files.isDirectory(own) ? own : RegisterRules.folder(plan);
  }

  String json() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FindingFilter all = new FindingFilter(Set.of(), Set.of(), Set.of());
    new JsonWriter(evaluation, all, MESSAGES).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  NaiveList naive() {
    return new NaiveList(json(), data.resolve("units.csv"));
  }

  Document document() {
    return document(Masking.none());
  }

  Document document(Masking masking) {
    return list(masking)
        .of(Letterheads.ofList(Issuer.UNKNOWN, evaluation.plan(), evaluation.asOf(), MESSAGES));
  }

  ListDocument list(Masking masking) {
    return new ListDocument(
        Listing.of(evaluation), Changes.of(evaluation, null), masking, MESSAGES);
  }
}
