package vn.doichieu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.evaluation.Evaluator;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.rulebase.RuleBase;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.Submission;
import vn.doichieu.submission.SubmissionReader;

/** The program itself, with a plan of twelve rows; its findings say more than they have to here. */
final class OurRatios implements Contender {

  private static final LocalDate AS_OF = LocalDate.of(2025, 2, 1);

  private final Plan plan;
  private final RuleBase rules;
  private final Submission submission;

  OurRatios(List<UnitFigures> units) {
    Path folder = folder(units);
    plan = PlanReader.read(folder);
    rules = RuleBase.of(plan);
    submission = SubmissionReader.read(folder, plan);
  }

  /** Writes the folder of the plan and the figures. */
  static Path folder(List<UnitFigures> units) {
    Path folder = folder(units.size());
    try {
      write(folder, units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** Where the folder for so many units is. */
  static Path folder(int units) {
    return HocMon.WORK.resolve("ratios_" + units);
  }

  private static void write(Path folder, List<UnitFigures> units) throws IOException {
    Files.createDirectories(folder);
    StringBuilder yaml = new StringBuilder("id: \"ratios\"\ntitle: \"Ratios\"\ntitle_en: \"Ratios\"\n");
    yaml.append("number: \"\"\nissued_on: \"\"\nissuer: \"Bench\"\narea: \"Bench\"\n");
    yaml.append("area_kind: \"district\"\nmember_kind: \"commune\"\nyear: 2024\nitems:\n");
    StringBuilder rows =
        new StringBuilder("target,title,action,counted,title_en,section,quote,kind,scope,applies_to,")
            .append("inputs,comparator,threshold,periods,closes_on,condition,binding,on_miss,")
            .append("priority,confidence,reading,note\n");
    for (int i = 0; i < RatioTargets.COUNT; i++) {
      int number = i + 1;
      for (String item : List.of("n" + number, "d" + number)) {
        yaml.append("  " + item + ": {type: \"count\", label: \"" + item + "\", label_en: \"")
            .append(item + "\"}\n");
      }
      rows.append("T" + number + ",T" + number + ",do,things,T" + number + ",I,quote,ratio,each,")
          .append("commune,n" + number + " / d" + number + "," + RatioTargets.comparator(i) + ",")
          .append(RatioTargets.percent(i) + "%,2024,2025-01-01,,yes,,main,,,\n");
    }
    Files.writeString(folder.resolve("plan.yaml"), yaml);
    Files.writeString(folder.resolve("targets.csv"), rows);
    try (BufferedWriter codes = Files.newBufferedWriter(folder.resolve("units.csv"));
        BufferedWriter figures = Files.newBufferedWriter(folder.resolve("figures.csv"))) {
      codes.write("code,name,kind,role,parent\nAREA,Bench,district,,\n");
      figures.write("unit,item,period,value\n");
      for (UnitFigures unit : units) {
        String code = String.format("C%07d", unit.unit());
        codes.write(code + "," + code + ",commune,,AREA\n");
        for (int i = 0; i < RatioTargets.COUNT; i++) {
          figure(figures, code, "n" + (i + 1), unit.n(i));
          figure(figures, code, "d" + (i + 1), unit.d(i));
        }
      }
    }
  }

  private static void figure(BufferedWriter out, String code, String item, long value)
      throws IOException {
    if (value >= 0) {
      out.write(code + "," + item + ",2024," + value + "\n");
    }
  }

  @Override
  public List<Finding> judge() {
    return Evaluator.evaluateAlone(plan, rules, submission, AS_OF, true, DrlTargets.NONE)
        .findings();
  }

  @Override
  public Object judgeAndRead() {
    return Traversal.of(judge());
  }

  @Override
  public List<RatioFinding> told() {
    List<Finding> findings = judge();
    List<RatioFinding> told = new ArrayList<>(Collections.nCopies(findings.size(), null));
    for (Finding f : findings) {
      int unit = Integer.parseInt(f.unit().code().substring(1));
      int target = Integer.parseInt(f.target().id().substring(1)) - 1;
      long n = f.numerator() == null ? -1 : f.numerator();
      long d = f.denominator() == null ? -1 : f.denominator();
      long shortfall = f.shortfall() == null ? -1 : f.shortfall();
      told.set(
          unit * RatioTargets.COUNT + target,
          new RatioFinding(unit, target, f.result(), n, d, shortfall));
    }
    return told;
  }
}
