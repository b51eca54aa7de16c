package vn.doichieu.bench;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import vn.doichieu.domain.Result;

/** KIE DMN: a decision for each target, one literal FEEL expression with all outcomes. */
final class DmnRatios implements Contender {

  private static final String NAMESPACE = "doichieu";
  private static final Map<String, Result> RESULTS = new HashMap<>();

  static {
    for (Result result : Result.values()) {
      RESULTS.put(result.code(), result);
    }
  }

  private final List<UnitFigures> units;
  private final DMNRuntime runtime;
  private final DMNModel model;

  DmnRatios(List<UnitFigures> units) {
    this.units = units;
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(ResourceFactory.newReaderResource(new StringReader(text()), "UTF-8")))
            .getOrElseThrow(IllegalStateException::new);
    model = runtime.getModels().get(0);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
  }

  private static String text() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<definitions xmlns=\"http://www.omg.org/spec/DMN/20180521/MODEL/\"")
            .append(" xmlns:feel=\"http://www.omg.org/spec/DMN/20180521/FEEL/\"")
            .append(" id=\"ratios\" name=\"ratios\" namespace=\"" + NAMESPACE + "\">\n");
    for (int i = 1; i <= RatioTargets.COUNT; i++) {
      input(xml, "n" + i);
      input(xml, "d" + i);
      String feel =
          "if d%1$d = 0 then \"not_applicable\" else if n%1$d = null or d%1$d = null then \"missing\""
              + " else if n%1$d * 100 %2$s d%1$d * %3$d then \"met\" else \"not_met\"";
      xml.append("<decision id=\"t" + i + "\" name=\"t" + i + "\">")
          .append("<variable name=\"t" + i + "\" typeRef=\"string\"/>");
      requires(xml, "n" + i);
      requires(xml, "d" + i);
      xml.append("<literalExpression><text><![CDATA[")
          .append(
              String.format(
                  Locale.ROOT,
                  feel,
                  i,
                  RatioTargets.comparator(i - 1),
                  RatioTargets.percent(i - 1)))
          .append("]]></text></literalExpression></decision>\n");
    }
    return xml.append("</definitions>").toString();
  }

  private static void input(StringBuilder xml, String name) {
    xml.append("<inputData id=\"" + name + "\" name=\"" + name + "\">")
        .append("<variable name=\"" + name + "\" typeRef=\"number\"/></inputData>\n");
  }

  private static void requires(StringBuilder xml, String name) {
    xml.append("<informationRequirement><requiredInput href=\"#" + name + "\"/>")
        .append("</informationRequirement>");
  }

  @Override
  public List<RatioFinding> judge() {
    for (UnitFigures unit : units) {
      DMNContext context = runtime.newContext();
      for (int i = 0; i < RatioTargets.COUNT; i++) {
        context.set("n" + (i + 1), unit.n(i) < 0 ? null : unit.n(i));
        context.set("d" + (i + 1), unit.d(i) < 0 ? null : unit.d(i));
      }
      DMNResult result = runtime.evaluateAll(model, context);
      for (int i = 0; i < RatioTargets.COUNT; i++) {
        Object told = result.getContext().get("t" + (i + 1));
        unit.conclude(i, RESULTS.get((String) told));
      }
    }
    return Contender.collect(units);
  }
}
