package vn.doichieu.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import vn.doichieu.bench.Contender.Form;

/** The same rules as text, compiled by Drools. */
final class DrlRatios implements Contender {

  private final List<UnitFigures> units;
  private final KieBase rules;

  DrlRatios(List<UnitFigures> units, Form form) {
    this.units = units;
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(
        "src/main/resources/ratios/ratios.drl",
        services
            .getResources()
            .newByteArrayResource(text(form).getBytes(StandardCharsets.UTF_8), "UTF-8"));
    KieBuilder builder = services.newKieBuilder(files).buildAll(DrlProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    rules = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }

  private static String text(Form form) {
    StringBuilder drl = new StringBuilder("package ratios;\n");
    drl.append("import vn.doichieu.bench.UnitFigures;\nimport vn.doichieu.domain.Result;\n");
    for (int i = 0; i < RatioTargets.COUNT; i++) {
      int target = i;
      RuleTexts.of(target, "", form)
          .forEach(
              (result, when) ->
                  drl.append("rule \"T" + target + " " + result + "\" when\n")
                      .append("  $u : UnitFigures(" + when + ")\nthen\n")
                      .append("  $u.conclude(" + target + ", Result." + result + ");\nend\n"));
    }
    return drl.toString();
  }

  @Override
  public List<RatioFinding> judge() {
    for (int from = 0; from < units.size(); from += RatioTargets.BATCH) {
      KieSession session = rules.newKieSession();
      try {
        for (UnitFigures unit :
            units.subList(from, Math.min(from + RatioTargets.BATCH, units.size()))) {
          session.insert(unit);
        }
        session.fireAllRules();
      } finally {
        session.dispose();
      }
    }
    return Contender.collect(units);
  }
}
