package vn.doichieu.narration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Finding.Flag;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Result;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.Explanation.Part;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Where rules and calculation part, nobody is left to find it out by himself. */
class DisagreementTest {

  @TempDir private Path folder;

  /** An evaluation in which one finding says what no figure supports. */
  private Explainer tampered() {
    Path rules = new SmallPlan(folder.resolve("rules")).target("T1", "ratio").write();
    Plan plan = PlanReader.read(rules);
    DataFolder data =
        new DataFolder(folder.resolve("data")).figures("h,done,2024,19", "h,total,2024,100");
    Evaluation sound =
        new Check(Path.of(""), rules, data.path(), LocalDate.of(2025, 2, 1), false).run();
    List<Finding> findings = new ArrayList<>(sound.findings());
    Finding found = findings.get(0);
    findings.set(
        0,
        new Finding(
            found.target(),
            found.unit(),
            found.period(),
            Result.MET,
            Result.Reason.MET,
            found.basis(),
            false,
            EnumSet.of(Flag.EXCEEDED),
            20L,
            99L,
            0L,
            null));
    Evaluation unsound =
        new Evaluation(
            sound.plan(),
            sound.area(),
            sound.asOf(),
            sound.closed(),
            findings,
            sound.problems(),
            sound.warnings(),
            sound.evidence(),
            sound.otherReadings(),
            sound.provenance());
    return new Explainer(unsound, data.read(plan));
  }

  @Test
  void everyPartThatDiffersIsNamed() {
    Explainer explainer = tampered();

    Explanation explanation = explainer.explain(explainer.evaluation().findings().get(0));

    assertThat(explanation.disagreements())
        .extracting(Explanation.Disagreement::part)
        .containsExactly(Part.values());
  }

  @Test
  void theTextSaysThatItIsADefect() {
    Explainer explainer = tampered();
    Finding finding = explainer.evaluation().findings().get(0);
    List<Explanation> explanations = List.of(explainer.explain(finding));
    StringWriter out = new StringWriter();

    new ExplanationText(explainer, new Messages(Language.VI), 100)
        .write(new Asked(finding.target(), List.of(finding), false, "x"), explanations, out);

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("LỖI CỦA CHƯƠNG TRÌNH ở T1 h 2024: bộ quy tắc cho result là met, tính lại")
        .contains("bộ quy tắc cho shortfall là 0, tính lại từng bước thì được 1.")
        .contains("Không dùng kết quả này");
  }

  @Test
  void soDoesTheData() {
    Explainer explainer = tampered();
    Finding finding = explainer.evaluation().findings().get(0);
    StringWriter out = new StringWriter();

    new ExplanationJson(explainer, new Messages(Language.VI))
        .write(
            new Asked(finding.target(), List.of(finding), false, "x"),
            List.of(explainer.explain(finding)),
            out);

    assertThat(out.toString())
        .contains("{\"part\":\"shortfall\",\"found\":\"0\",\"calculated\":\"1\"}");
  }
}
