package vn.doichieu.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import vn.doichieu.display.DrlText;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/** The DRL that is shown of a row decides as the rule that is built of it. */
class ShownDrlTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path folder;

  private static KieBase compiled(String drl) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("vn.doichieu.shown", "shown", "1");
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write(
        "src/main/resources/vn/doichieu/shown/rules.drl",
        services
            .getResources()
            .newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8"));
    KieBuilder builder = services.newKieBuilder(files);
    builder.buildAll(ExecutableModelProject.class);
    assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
    InternalKieModule module = (InternalKieModule) builder.getKieModule();
    services.getRepository().removeKieModule(release);
    ClassLoader loader =
        new ClassLoader(ShownDrlTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) {
            byte[] bytes = module.getBytes(name.replace('.', '/') + ".class");
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    try {
      for (String file : module.getFileNames()) {
        if (file.matches("vn/doichieu/shown/Rules[0-9A-F]{32}\\.class")) {
          String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
          Object model = loader.loadClass(name).getDeclaredConstructor().newInstance();
          return KieBaseBuilder.createKieBaseFromModel((Model) model);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("no model");
  }

  private static List<Finding> findings(
      Plan plan, RuleBase rules, Submission data, LocalDate asOf, boolean closed) {
    return Evaluator.evaluate(plan, rules, data, asOf, closed).findings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoc_mon_2024",
        "buon_ma_thuot_2024",
        "dong_nai_2023",
        "duy_tien_2026",
        "soc_trang_2011"
      })
  void decidesEveryCaseAlike(String id) throws IOException {
    Plan whole = PlanReader.read(Path.of("rules", id));
    Plan plan = whole.withTargets(whole.targets()); // Only rows are shown, not other readings.
    RuleBase shown = RuleBase.shown(compiled(DrlText.of(plan)), plan);
    RuleBase built = RuleBase.of(plan);
    List<Path> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES.resolve(id))) {
      folders.sorted().forEach(cases::add);
    }

    for (Path one : cases) {
      LocalDate asOf = LocalDate.parse(Files.readString(one.resolve("as_of")).strip());
      boolean closed = Files.exists(one.resolve("closed"));
      Submission data = SubmissionReader.read(one, plan);
      assertThat(findings(plan, shown, data, asOf, closed))
          .as(one.toString())
          .isEqualTo(findings(plan, built, data, asOf, closed));
    }
    assertThat(cases).hasSizeGreaterThan(4);
  }

  /** One row of each form that the five plans do not use. */
  @Test
  void decidesEveryWiderFormAlike() {
    Plan plan =
        new SmallPlan(folder.resolve("rules"))
            .target("A", "ratio", "comparator", "<=", "threshold", "30%")
            .target("B", "ratio", "comparator", "between", "threshold", "20%..40%")
            .target("C", "ratio", "comparator", "range", "threshold", "20%..40%")
            .target("D", "ratio", "comparator", "=", "threshold", "10/10")
            .target(
                "E",
                "rate",
                "scope",
                "each",
                "applies_to",
                "commune",
                "inputs",
                "forms / total",
                "comparator",
                "<",
                "threshold",
                "2.5 per 1,000")
            .target(
                "F", "count", "inputs", "done + forms", "comparator", "range", "threshold", "2..3")
            .target("G", "change", "comparator", "<=", "threshold", "+5%")
            .target("H", "change", "periods", "2024 against average 2021..2023")
            .target("I", "reduction", "comparator", ">=", "threshold", "10%")
            .target("J", "reduction", "periods", "2024 against average 2022..2023")
            .target("K", "duty", "inputs", "!(issued=yes & forms<2) | asked=yes")
            .target(
                "L",
                "share_of_units",
                "inputs",
                "(forms>=1 | asked=yes) & issued!=no",
                "threshold",
                "2 units")
            .target(
                "M",
                "score",
                "scope",
                "each",
                "applies_to",
                "commune",
                "inputs",
                "40: issued=yes; 60: forms>=2 & asked=yes; -10: done=0",
                "comparator",
                ">=",
                "threshold",
                "60")
            .target(
                "N",
                "ratio",
                "scope",
                "each",
                "applies_to",
                "commune",
                "threshold",
                "2024-H1: 10%; 2024: 30%",
                "periods",
                "",
                "closes_on",
                "")
            .read();
    RuleBase shown = RuleBase.shown(compiled(DrlText.of(plan)), plan);
    RuleBase built = RuleBase.of(plan);
    int held = 0;
    int missed = 0;
    for (int n = 0; n < 60; n++) {
      Submission data = data(plan, n);
      List<Finding> findings = findings(plan, built, data, LocalDate.of(2025, 2, 1), false);
      assertThat(findings(plan, shown, data, LocalDate.of(2025, 2, 1), false)).isEqualTo(findings);
      held += (int) findings.stream().filter(f -> f.result().code().equals("met")).count();
      missed += (int) findings.stream().filter(f -> f.result().code().equals("not_met")).count();
    }
    assertThat(held).isGreaterThan(100);
    assertThat(missed).isGreaterThan(100);
  }

  private Submission data(Plan plan, int n) {
    List<String> figures = new ArrayList<>();
    int seed = n;
    for (String unit : List.of("h", "x1", "x2")) {
      for (String item : List.of("done", "total", "forms", "issued", "asked")) {
        for (String period : List.of("2024", "2024-H1", "2023", "2022", "2021")) {
          seed = (seed * 31 + (unit + item + period).hashCode()) & 0xffff;
          boolean yesNo = item.equals("issued") || item.equals("asked");
          String number = Integer.toString(item.equals("total") ? 5 + seed % 20 : seed % 7);
          if (seed % 11 > 0) {
            String value = yesNo ? (seed % 3 > 0 ? "yes" : "no") : number;
            figures.add(String.join(",", unit, item, period, value));
          }
        }
      }
    }
    return new DataFolder(folder.resolve("data" + n))
        .figures(figures.toArray(String[]::new))
        .read(plan);
  }
}
