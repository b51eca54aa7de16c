package vn.doichieu.waiver;

import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.WaiverRow;
import vn.doichieu.report.JsonWriter;
import vn.doichieu.waiver.WaiverAccounts.Account;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;
import vn.doichieu.wording.Sentences;

/** Writes what became of waivers as JSON: one row of the file a line. */
public final class WaiversJson {

  private final WaiverAccounts accounts;
  private final Sentences sentences;
  private final ProblemText problems;

  public WaiversJson(WaiverAccounts accounts, Messages messages) {
    this.accounts = accounts;
    this.sentences = new Sentences(accounts.evaluation(), messages);
    this.problems = new ProblemText(messages);
  }

  /** Writes everything; the caller closes the writer. */
  public void write(Writer out) {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("plan", accounts.evaluation().plan().id());
      json.writeStringProperty("as_of", accounts.evaluation().asOf().toString());
      json.writeBooleanProperty("closed", accounts.evaluation().closed());
      JsonWriter.writeProvenance(json, accounts.evaluation().provenance());
      json.writeName("counts").writeStartObject();
      accounts.counts().forEach((fate, n) -> json.writeNumberProperty(fate.code(), n));
      json.writeEndObject();
      json.writeName("waivers").writeStartArray();
      accounts.accounts().forEach(account -> write(json, account));
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw("\n");
    } catch (JacksonIOException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  private void write(JsonGenerator json, Account account) {
    WaiverRow row = account.row();
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringProperty("file", row.location().file());
    json.writeNumberProperty("row", row.location().row());
    json.writeStringProperty("unit", row.unit());
    json.writeStringProperty("target", row.target());
    json.writeStringProperty("period", row.period());
    json.writeStringProperty("until", row.until());
    json.writeStringProperty("reason", row.reason());
    json.writeStringProperty("approved_by", row.approvedBy());
    json.writeStringProperty("decision", row.decision());
    json.writeStringProperty("fate", account.fate().code());
    json.writeName("problems").writeStartArray();
    account.problems().forEach(problem -> json.writeString(problems.sentence(problem)));
    json.writeEndArray();
    json.writeName("findings").writeStartArray();
    account.findings().forEach(finding -> write(json, finding));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("period", finding.period().text());
    json.writeStringProperty("result", finding.result().code());
    json.writeStringProperty("reason", finding.reason().code());
    json.writeStringProperty("message", sentences.of(finding));
    json.writeEndObject();
  }
}
