package vn.doichieu.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Result;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Sentences;

/** Findings told in one paragraph: how many came to what, and which of them fell short. */
final class FoldedFindings {

  private final Messages messages;
  private final Sentences sentences;
  private final Map<Result, Map<String, Named>> byResult = new EnumMap<>(Result.class);

  /** Findings of one word. */
  private static final class Named {
    private int findings;
    private final Map<String, Integer> shortfalls = new LinkedHashMap<>();

    void add(Named other) {
      findings += other.findings;
      other.shortfalls.forEach((name, times) -> shortfalls.merge(name, times, Integer::sum));
    }
  }

  FoldedFindings(Messages messages, Sentences sentences) {
    this.messages = messages;
    this.sentences = sentences;
  }

  /** Takes a finding in, under the name by which it is told if it falls short. */
  void add(Finding finding, String name) {
    Named named =
        byResult
            .computeIfAbsent(finding.result(), result -> new LinkedHashMap<>())
            .computeIfAbsent(sentences.result(finding), word -> new Named());
    named.findings++;
    if (fallsShort(finding.result())) {
      named.shortfalls.merge(name, 1, Integer::sum);
    }
  }

  boolean fallsShort() {
    return byResult.keySet().stream().anyMatch(FoldedFindings::fallsShort);
  }

  private static boolean fallsShort(Result result) {
    return result == Result.NOT_MET
        || result == Result.MISSING
        || result == Result.INVALID
        || result == Result.NEEDS_REVIEW;
  }

  /** "Đạt 8, Không đạt 3 (…)": who or what is named where something falls short. */
  String text() {
    Map<String, Named> byWord = new LinkedHashMap<>();
    byResult
        .values()
        .forEach(
            words ->
                words.forEach(
                    (word, named) -> byWord.computeIfAbsent(word, w -> new Named()).add(named)));
    List<String> parts = new ArrayList<>();
    byWord.forEach(
        (word, named) ->
            parts.add(
                named.shortfalls.isEmpty()
                    ? messages.text("table.fold", word, named.findings)
                    : messages.text("table.fold.which", word, named.findings, names(named))));
    return String.join("; ", parts);
  }

  /** "HM-D1b ×10, HM-D3b": each name once. */
  private String names(Named named) {
    return named.shortfalls.entrySet().stream()
        .map(
            e ->
                e.getValue() == 1
                    ? e.getKey()
                    : messages.text("table.times", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
