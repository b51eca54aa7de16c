package vn.doichieu.report;

import java.io.OutputStream;
import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** Some findings of an evaluation as the very objects that {@link JsonWriter} writes of them. */
public final class FindingArray {

  private FindingArray() {}

  /** Writes an array; the caller closes the stream. */
  public static void write(
      Evaluation evaluation, List<Finding> findings, Messages messages, OutputStream out) {
    Utf8Writer json = new Utf8Writer(out);
    json.raw("[");
    findings.forEach(new FindingJson(evaluation, new Sentences(evaluation, messages), json)::write);
    json.raw("]");
    json.flush();
  }
}
