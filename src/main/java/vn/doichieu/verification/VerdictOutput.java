package vn.doichieu.verification;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.ReportingPeriod;
import vn.doichieu.domain.Result;
import vn.doichieu.report.TextTable;
import vn.doichieu.verification.Comparison.Change;
import vn.doichieu.verification.Comparison.ChangedFile;
import vn.doichieu.verification.Comparison.Difference;
import vn.doichieu.verification.Comparison.Verdict;
import vn.doichieu.verification.RecordedResult.Entry;
import vn.doichieu.wording.Messages;

/** Tells a person whether a recorded result still holds, and if not, what has changed. */
public final class VerdictOutput {

  /** Of each kind of difference; how many there are is always told. */
  private static final int MOST_SHOWN = 20;

  private static final int INDENT = 2;

  private final Comparison comparison;
  private final Messages messages;
  private final TextTable text;

  public VerdictOutput(Comparison comparison, Messages messages, int width, boolean colour) {
    this.comparison = comparison;
    this.messages = messages;
    text = new TextTable(width, colour);
  }

  /**
   * Writes everything; the caller closes the writer.
   *
   * @param result the file as the user named it
   * @param data the data folder as the user named it
   */
  public void write(String result, String data, Writer out) {
    RecordedResult before = comparison.before();
    text.subheading(messages.text("verify.title"));
    text.paragraph(
        0,
        messages.text(
            "verify.about",
            result,
            before.plan(),
            data,
            messages.language().date(before.asOf()),
            before.closed() ? messages.text("table.closed") : ""));
    text.blank();
    Verdict verdict = comparison.verdict();
    text.subheading(
        messages.text(
            switch (verdict) {
              case SAME -> "verify.same";
              case DIFFERS -> "verify.differs";
              case EDITED -> "verify.edited";
            }));
    if (verdict == Verdict.SAME) {
      same();
    } else {
      origin();
      lists();
    }
    if (before.withHistory()) {
      text.paragraph(0, messages.text("verify.history"));
    }
    text.writeTo(out);
  }

  private void same() {
    RecordedResult before = comparison.before();
    text.paragraph(
        0,
        messages.text(
            "verify.counts",
            before.list(RecordedResult.FINDINGS).size(),
            before.list(RecordedResult.PROBLEMS).size(),
            before.list(RecordedResult.WARNINGS).size()));
    if (before.filter().filters()) {
      text.paragraph(0, messages.text("verify.filtered"));
    }
    text.paragraph(
        0,
        messages.text(
            "verify.from",
            before.provenance().version(),
            Provenance.inShort(before.provenance().rules().sha256()),
            Provenance.inShort(before.provenance().data().sha256())));
  }

  /** What the result was made from, as far as it has changed. */
  private void origin() {
    RecordedResult before = comparison.before();
    RecordedResult after = comparison.after();
    List<String> lines = new ArrayList<>();
    if (!before.hashesAgree()) {
      lines.add(messages.text("verify.hashes"));
    }
    if (!before.plan().equals(after.plan())) {
      lines.add(messages.text("verify.plan", before.plan(), after.plan()));
    }
    String version = before.provenance().version();
    if (!version.equals(after.provenance().version())) {
      lines.add(messages.text("verify.version", version, after.provenance().version()));
    }
    for (ChangedFile file : comparison.rules()) {
      lines.add(messages.text("verify.rules", changed(file)));
    }
    for (ChangedFile file : comparison.data()) {
      lines.add(messages.text("verify.data", changed(file)));
    }
    lines.forEach(line -> text.paragraph(0, line));
  }

  private String changed(ChangedFile file) {
    String before = file.before();
    String after = file.after();
    if (before == null) {
      return messages.text("verify.file.come", file.name());
    } else if (after == null) {
      return messages.text("verify.file.gone", file.name());
    }
    return messages.text(
        "verify.file.changed", file.name(), Provenance.inShort(before), Provenance.inShort(after));
  }

  private void lists() {
    if (comparison.differences() == 0) {
      text.paragraph(0, messages.text("verify.nothing"));
      return;
    }
    list("verify.findings", RecordedResult.FINDINGS);
    list("verify.problems", RecordedResult.PROBLEMS);
    list("verify.warnings", RecordedResult.WARNINGS);
    boolean counts = comparison.difference(RecordedResult.FINDINGS).isNone();
    List<String> parts =
        comparison.otherParts().stream()
            .filter(part -> counts || !part.equals("summary")) // It follows from the findings.
            .toList();
    if (!parts.isEmpty()) {
      text.paragraph(0, messages.text("verify.parts", String.join(", ", parts)));
    }
  }

  private void list(String key, String name) {
    Difference difference = comparison.difference(name);
    if (difference.isNone()) {
      return;
    }
    text.heading(messages.text(key, difference.size(), comparison.before().list(name).size()));
    part("verify.changed", difference.changed().stream().map(this::both).toList());
    part("verify.gone", difference.gone().stream().map(this::one).toList());
    part("verify.come", difference.come().stream().map(this::one).toList());
    part(
        "verify.reworded",
        difference.reworded().stream().map(change -> about(change.before())).toList());
  }

  private void part(String key, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.paragraph(0, messages.text(key, lines.size()));
    lines.stream().limit(MOST_SHOWN).forEach(line -> text.paragraph(INDENT, line));
    if (lines.size() > MOST_SHOWN) {
      text.paragraph(INDENT, messages.text("verify.more", lines.size() - MOST_SHOWN));
    }
  }

  /** "HM-N6, HOC_MON, năm 2024: Không đạt 78/398 → Đạt 80/398". */
  private String both(Change change) {
    String before = concluded(change.before());
    String after = concluded(change.after());
    boolean alike = before.equals(after);
    return messages.text(
        "verify.change",
        about(change.before()),
        alike ? before + " (" + codes(change.before()) + ")" : before,
        alike ? after + " (" + codes(change.after()) + ")" : after);
  }

  private String one(Entry entry) {
    String concluded = concluded(entry);
    return concluded.isEmpty() ? about(entry) : about(entry) + ": " + concluded;
  }

  private String about(Entry entry) {
    return entry.about().stream()
        .map(word -> ReportingPeriod.parse(word).map(messages.language()::period).orElse(word))
        .collect(Collectors.joining(", "));
  }

  /** The result in words with its numbers; nothing for what is no finding. */
  private String concluded(Entry entry) {
    String result = entry.code("result");
    if (result.isEmpty()) {
      return "";
    }
    boolean known = Arrays.stream(Result.values()).anyMatch(r -> r.code().equals(result));
    StringBuilder words = new StringBuilder(known ? messages.text("result." + result) : result);
    if (!entry.code("numerator").isEmpty()) {
      words.append(' ').append(number(entry.code("numerator")));
      if (!entry.code("denominator").isEmpty()) {
        words.append('/').append(number(entry.code("denominator")));
      }
    }
    String shortfall = entry.code("shortfall");
    return shortfall.isEmpty() || shortfall.equals("0")
        ? words.toString()
        : words + ", " + messages.text("verify.shortfall", number(shortfall));
  }

  private String number(String digits) {
    return digits.matches("[0-9]{1,18}")
        ? messages.language().number(Long.parseLong(digits))
        : digits;
  }

  /** What else tells two conclusions apart. */
  private static String codes(Entry entry) {
    return "reason %s, binding %s, flags %s, priority %s"
        .formatted(
            entry.code("reason"),
            entry.code("binding"),
            entry.code("flags").replaceAll("[\\[\\],\"]", ""),
            entry.code("priority"));
  }
}
