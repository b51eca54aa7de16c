package vn.doichieu.web.result;

import java.util.Collection;
import java.util.List;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/**
 * A finding as a line of a list.
 *
 * @param word its result in words
 * @param message its sentence
 */
public record ResultRow(
    Finding finding, Badge badge, String title, String period, String word, String message) {

  /** Findings as lines, in a language. */
  public static List<ResultRow> of(
      Evaluation evaluation, Collection<Finding> findings, Messages messages) {
    Sentences sentences = new Sentences(evaluation, messages);
    return findings.stream()
        .map(
            finding ->
                new ResultRow(
                    finding,
                    Badge.of(finding),
                    sentences.title(finding.target()),
                    messages.language().period(finding.period()),
                    sentences.result(finding),
                    sentences.of(finding)))
        .toList();
  }
}
