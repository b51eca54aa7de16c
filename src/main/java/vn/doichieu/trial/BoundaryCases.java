package vn.doichieu.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.doichieu.cases.Fields;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.domain.Finding;
import vn.doichieu.domain.Plan;
import vn.doichieu.domain.Result;
import vn.doichieu.domain.Target.Input;
import vn.doichieu.gauge.DrlTargets;
import vn.doichieu.trial.Boundaries.Boundary;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.Wording;

/**
 * The boundary cases of targets as a file of cases, each with what the rules say now and still to
 * be confirmed. Everything is said outright: a case that leaves something to the rules cannot
 * notice when they change.
 */
public final class BoundaryCases {

  private static final Pattern NUMBERED = Pattern.compile("(.*_)([0-9]{1,4})");
  private static final String INDENT = "      ";

  private final Plan plan;
  private final Messages messages;
  private final Wording wording;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> names = new HashMap<>();

  private BoundaryCases(Plan plan, Messages messages) {
    this.plan = plan;
    this.messages = messages;
    wording = new Wording(messages);
  }

  /**
   * Writes the cases of targets, by their ids; the caller closes the writer.
   *
   * @param drl works out the targets whose rule is DRL
   */
  public static void write(
      Plan plan, List<String> ids, Messages messages, Writer out, DrlTargets drl) {
    BoundaryCases file = new BoundaryCases(plan, messages);
    for (String line : messages.text("trial.boundary.head", plan.id()).split("\n", -1)) {
      file.text.append("# ").append(line).append('\n');
    }
    file.text.append("cases:\n");
    ids.forEach(id -> Boundaries.of(plan, id, drl).forEach(boundary -> file.add(id, boundary)));
    try {
      out.write(file.text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String id, Boundary boundary) {
    Probe probe = boundary.probe();
    text.append("  - target: ").append(quoted(id)).append('\n');
    line("name", quoted(name(id, boundary)));
    line("confirmed", "no");
    line("as_of", probe.asOf().toString());
    if (!probe.figures().isEmpty()) {
      Map<String, List<String>> byFigures = new LinkedHashMap<>();
      probe
          .figures()
          .forEach(
              (unit, values) ->
                  byFigures.computeIfAbsent(figures(values), f -> new ArrayList<>()).add(unit));
      if (probe.figures().keySet().equals(Set.of(""))) {
        line("figures", byFigures.keySet().iterator().next());
      } else {
        text.append(INDENT.substring(2)).append("figures:\n");
        byFigures.forEach((values, units) -> below(units, values));
      }
    }
    if (probe.waivedUntil() != null) {
      line("waivers", "{until: " + probe.waivedUntil() + "}");
    }
    text.append(INDENT.substring(2)).append("expect:\n");
    expected(boundary.evaluation().findings());
    if (boundary.what().key().equals(Boundaries.BASE)) {
      notJudged(boundary.evaluation());
    }
  }

  /** That the area, and a month before or behind, are not judged: once is enough. */
  private void notJudged(Evaluation evaluation) {
    List<Finding> findings = evaluation.findings();
    if (findings.stream().noneMatch(finding -> finding.unit().equals(evaluation.area()))) {
      below(List.of(evaluation.area().code()), Fields.NO_FINDING);
    }
    if (findings.isEmpty()) {
      return;
    }
    List<YearMonth> first = findings.get(0).period().months();
    List<YearMonth> last = findings.get(findings.size() - 1).period().months();
    if (first.size() == 1 && last.size() == 1) {
      below(List.of(first.get(0).minusMonths(1).toString()), Fields.NO_FINDING);
      below(List.of(last.get(0).plusMonths(1).toString()), Fields.NO_FINDING);
    }
  }

  private void line(String key, String value) {
    text.append(INDENT.substring(2)).append(key).append(": ").append(value).append('\n');
  }

  private void below(List<String> names, String value) {
    text.append(INDENT)
        .append(quoted(String.join(", ", numbered(names))))
        .append(": ")
        .append(value)
        .append('\n');
  }

  /** Units of one kind with all numbers from one to another in short: {@code commune_1..10}. */
  private static List<String> numbered(List<String> names) {
    TreeMap<String, TreeSet<Integer>> numbers = new TreeMap<>();
    List<String> others = new ArrayList<>();
    for (String name : names) {
      Matcher numbered = NUMBERED.matcher(name);
      if (numbered.matches()) {
        numbers
            .computeIfAbsent(numbered.group(1), kind -> new TreeSet<>())
            .add(Integer.parseInt(numbered.group(2)));
      } else {
        others.add(name);
      }
    }
    numbers.forEach(
        (kind, all) -> {
          int first = all.first();
          boolean row = all.size() > 2 && all.last() - first == all.size() - 1;
          if (row) {
            others.add(kind + first + ".." + all.last());
          } else {
            all.forEach(number -> others.add(kind + number));
          }
        });
    return others;
  }

  private static String figures(Map<Input, String> values) {
    List<String> figures = new ArrayList<>();
    values.forEach(
        (input, value) ->
            figures.add(input.item().code() + "@" + input.period() + ": " + quoted(value)));
    return "{" + String.join(", ", figures) + "}";
  }

  /** What was found, units that come to the same in one line. */
  private void expected(List<Finding> findings) {
    Map<String, Map<String, List<String>>> byUnit = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byUnit
          .computeIfAbsent(finding.unit().code(), code -> new LinkedHashMap<>())
          .computeIfAbsent(fields(finding), fields -> new ArrayList<>())
          .add(finding.period().text());
    }
    Map<String, List<String>> unitsByFields = new LinkedHashMap<>();
    byUnit.forEach(
        (unit, periods) ->
            unitsByFields.computeIfAbsent(periods(periods), fields -> new ArrayList<>()).add(unit));
    unitsByFields.forEach((fields, units) -> below(units, fields));
  }

  private static String periods(Map<String, List<String>> byFields) {
    if (byFields.size() == 1 && byFields.values().iterator().next().size() == 1) {
      return byFields.keySet().iterator().next();
    }
    List<String> parts = new ArrayList<>();
    byFields.forEach(
        (fields, periods) -> parts.add(quoted(String.join(", ", periods)) + ": " + fields));
    return "{" + String.join(", ", parts) + "}";
  }

  private static String fields(Finding finding) {
    Map<String, String> fields = Fields.of(finding);
    boolean compared = finding.result() == Result.MET || finding.result() == Result.NOT_MET;
    List<String> parts = new ArrayList<>();
    fields.forEach(
        (field, value) -> {
          boolean telling =
              switch (field) {
                case "shortfall" -> !value.equals(Fields.NONE) && !value.equals("0");
                case "numerator", "denominator" -> compared && !value.equals(Fields.NONE);
                default -> true;
              };
          if (telling) {
            parts.add(field + ": " + (value.contains(" ") ? quoted(value) : value));
          }
        });
    return "{" + String.join(", ", parts) + "}";
  }

  private String name(String id, Boundary boundary) {
    Object[] arguments =
        boundary.what().arguments().stream().map(this::words).toArray(Object[]::new);
    String what = messages.text(boundary.what().key(), arguments);
    List<String> results =
        boundary.evaluation().findings().stream()
            .map(finding -> messages.text("result." + finding.result().code()))
            .distinct()
            .toList();
    String name = messages.text("trial.boundary.name", what, String.join(" / ", results));
    int times = names.merge(id + name, 1, Integer::sum);
    return times == 1 ? name : name + " (" + times + ")";
  }

  private Object words(Object argument) {
    Language language = messages.language();
    if (argument instanceof Input input) {
      return messages.text(
          "trial.boundary.figure", wording.label(input.item()), language.period(input.period()));
    }
    if (argument instanceof LocalDate day) {
      return language.date(day);
    }
    return argument.equals("yes") || argument.equals("no")
        ? messages.text((String) argument)
        : argument;
  }

  /** A text in quotes, in which YAML reads nothing but what stands there. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '\u007F') {
        quoted.append("\\x").append(String.format("%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
