package vn.doichieu.narration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.doichieu.check.Check;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Target;
import vn.doichieu.explanation.Explainer;
import vn.doichieu.explanation.Explanation;
import vn.doichieu.explanation.WidePlan;
import vn.doichieu.oracle.RandomFolder;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.testing.RegisterRules;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Whatever figures come in, every target can be explained in both languages. */
@Tag("once")
class NarrationTest {

  private static final int WIDTH = 90;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hoc_mon_2024, VI",
    "hoc_mon_2024, EN",
    "buon_ma_thuot_2024, VI",
    "duy_tien_2026, EN",
    "dong_nai_2023, VI",
    "soc_trang_2011, VI",
    "soc_trang_2011, EN"
  })
  void everyTargetOfRandomFoldersCanBeTold(String plan, Language language) {
    for (long seed = 6000; seed < 6012; seed++) {
      Explainer explainer = explainer(plan, seed);
      for (Target target : explainer.evaluation().plan().targets()) {
        for (boolean inFull : List.of(true, false)) {
          assertTold(explainer, target, language, inFull);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWideFormCanBeTold(Language language) {
    Path rules = WidePlan.write(folder.resolve("rules"));
    Plan plan = PlanReader.read(rules);
    for (long seed = 7000; seed < 7010; seed++) {
      Path data = WidePlan.write(folder.resolve("data"), plan, seed);
      LocalDate asOf = WidePlan.asOf(seed);
      Explainer explainer = new Check(Path.of(""), rules, data, asOf, false).explained();
      for (Target target : plan.rows()) {
        assertTold(explainer, target, language, true);
      }
    }
  }

  private Explainer explainer(String plan, long seed) {
    RegisterRules.writeRandomFolder(folder, plan, seed);
    return new Check(
            Path.of(""),
            Path.of("rules", plan),
            folder,
            RandomFolder.asOf(seed, RegisterRules.year(plan)),
            RandomFolder.closed(seed))
        .explained();
  }

  private static void assertTold(
      Explainer explainer, Target target, Language language, boolean inFull) {
    List<Finding> findings =
        explainer.evaluation().findings().stream()
            .filter(finding -> finding.target().id().equals(target.id()))
            .toList();
    List<Explanation> explanations = findings.stream().map(explainer::explain).toList();
    Asked asked = new Asked(target, findings, inFull, "data");
    StringWriter text = new StringWriter();
    StringWriter json = new StringWriter();

    Messages messages = new Messages(language);
    new ExplanationText(explainer, messages, WIDTH).write(asked, explanations, text);
    new ExplanationJson(explainer, messages).write(asked, explanations, json);

    assertThat(text.toString().lines())
        .as(target.id())
        .noneMatch(line -> line.contains("null") || line.contains("{") || line.endsWith(" "));
    assertThat(json.toString()).startsWith("{").endsWith("}\n");
  }
}
