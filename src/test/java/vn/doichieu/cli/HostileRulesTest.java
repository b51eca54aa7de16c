package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.DataFolder;
import vn.doichieu.testing.SmallPlan;

/**
 * Code in any cell, name, header or value of the rule and data files stays text: it is refused with
 * its place or shown as it is, and never run.
 */
@Timeout(120)
class HostileRulesTest {

  private static final String PROPERTY = "doichieu.attacked";
  private static final String RUN = "System.setProperty(\"" + PROPERTY + "\",\"yes\")";

  /** The four injections of the design, and others of their kind. */
  static final List<String> PAYLOADS =
      List.of(
          "20%\"); " + RUN + "; (\"",
          "\\\"); System.setProperty(\\\"" + PROPERTY + "\\\",\\\"yes\\\"); (\\\"",
          "\\u0022); System.setProperty(\\u0022" + PROPERTY + "\\u0022,\\u0022yes\\u0022); //",
          "x\" when then " + RUN + "; end rule \"y",
          "eval(" + RUN + ") || ${" + RUN + "} #{" + RUN + "} @{" + RUN + "} {0}",
          "T1 */ static { " + RUN + "; } /*",
          "=" + RUN + "\u202E\u0007",
          "../../../etc/passwd");

  /** Cells whose words are closed: what is none of them is refused. */
  private static final List<String> CLOSED =
      List.of(
          "target",
          "kind",
          "scope",
          "applies_to",
          "inputs",
          "comparator",
          "threshold",
          "periods",
          "closes_on",
          "condition",
          "binding",
          "on_miss",
          "priority",
          "confidence");

  private static final List<String> OPEN =
      List.of(
          "title", "title_en", "action", "counted", "section", "quote", "reading", "note", "khác");

  private static final List<String> KEYS =
      List.of("id", "title", "title_en", "issuer", "number", "area", "note", "source");

  @TempDir private Path folder;
  private SmallPlan plan;
  private DataFolder data;

  @BeforeEach
  void nothingYet() {
    System.clearProperty(PROPERTY);
    plan = new SmallPlan(folder.resolve("rules"));
    data =
        new DataFolder(folder.resolve("data"))
            .figures("h,done,2024,3", "h,total,2024,10", "h,issued,2024,có");
  }

  @AfterEach
  void nothingHappened() {
    assertThat(System.getProperty(PROPERTY)).isNull();
  }

  private Run run() {
    Run run = Run.check(folder.resolve("rules"), data, "--format=json");
    assertThat(run.err()).doesNotContain("Exception", "\n\tat ", "org.drools");
    return run;
  }

  private void isRefused(Run run, String... places) {
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(places);
  }

  static Stream<Arguments> closed() {
    return each(CLOSED);
  }

  static Stream<Arguments> open() {
    return each(OPEN);
  }

  static Stream<Arguments> keys() {
    return each(KEYS);
  }

  private static Stream<Arguments> each(List<String> names) {
    return names.stream()
        .flatMap(name -> PAYLOADS.stream().map(payload -> Arguments.of(name, payload)));
  }

  @ParameterizedTest
  @MethodSource("closed")
  void inACellOfClosedWordsItIsRefused(String column, String payload) {
    plan.target("T1", "ratio", column, payload).write();

    isRefused(run(), "targets.csv, dòng 2, cột " + column);
  }

  @ParameterizedTest
  @MethodSource("open")
  void inACellForReadersItIsText(String column, String payload) {
    plan.target("T1", "ratio", "scope", "area", "applies_to", "", column, payload).write();

    assertThat(run().exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("closed")
  void inACellOfAnotherReadingItIsRefused(String column, String payload) {
    plan.target("T1", "ratio");
    boolean shared = List.of("target", "binding", "on_miss", "priority").contains(column);
    if (shared || column.equals("confidence")) {
      plan.reading("T1", payload, "says", payload).write();
      isRefused(run(), "readings.csv, dòng 2");
    } else {
      plan.reading("T1", "a", column, payload).write();
      isRefused(run(), "readings.csv, dòng 2, cột " + column);
    }
  }

  @ParameterizedTest
  @FieldSource("PAYLOADS")
  void inTheWordsOfAnotherReadingItIsText(String payload) {
    plan.target("T1", "ratio", "applies_to", "")
        .reading("T1", "a", "says", payload, "says_en", payload, "decided_by", payload)
        .write();

    assertThat(run().exit()).isZero();
  }

  @ParameterizedTest
  @FieldSource("PAYLOADS")
  void inAHeaderItIsAnUnknownColumn(String payload) throws IOException {
    Path file = plan.target("T1", "ratio", "applies_to", "").write().resolve("targets.csv");
    String text = Files.readString(file);
    Files.writeString(
        file, "\"" + payload.replace("\"", "\"\"") + "\"," + text.replace("\n\"", "\n,\""));
    assertThat(run().exit()).isZero();

    Files.writeString(
        file,
        text.replaceFirst(
            "kind",
            "\"" + payload.replace("\"", "\"\"").replace("\\", "\\\\").replace("$", "\\$") + "\""));
    isRefused(run(), "targets.csv", "kind");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void inAValueOfThePlanItIsText(String key, String payload) throws IOException {
    Path file = plan.target("T1", "ratio", "applies_to", "").write().resolve("plan.yaml");
    String quoted =
        "\"" + payload.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0007", "") + "\"";
    String without = Files.readString(file).replaceFirst("(?m)^" + key + ": .*\n", "");
    Files.writeString(file, key + ": " + quoted + "\n" + without);

    assertThat(run().exit()).isIn(0, 3);
    assertThat(folder.resolve("etc")).doesNotExist();
  }

  @ParameterizedTest
  @FieldSource("PAYLOADS")
  void inAYearOrAnItemOfThePlanItIsRefused(String payload) throws IOException {
    Path file = plan.target("T1", "ratio", "applies_to", "").write().resolve("plan.yaml");
    String good = Files.readString(file);
    String quoted = "'" + payload.replace("'", "''").replace("\u0007", "") + "'";

    Files.writeString(file, good.replace("year: 2024", "year: " + quoted));
    isRefused(run(), "plan.yaml");
    Files.writeString(file, good.replace("  done: ", "  " + quoted + ": "));
    isRefused(run(), "plan.yaml");
    Files.writeString(
        file, good.replace("{type: count, label: done", "{type: " + quoted + ", label: done"));
    isRefused(run(), "plan.yaml");
    Files.writeString(file, good.replace("year: 2024", "year: 2024\n" + quoted + ": x"));
    isRefused(run(), "plan.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"file:x\"]]]]",
        "id: !!java.lang.ProcessBuilder [[id]]",
        "items: !!vn.doichieu.domain.Plan {}",
        "items: &a {x: *a}",
        "items:\n  done: &d {type: count, label: x}\n  total: *d",
        "items:\n  base: &b {type: count, label: x}\n  done: {<<: *b}",
        "items:\n  <<: {done: {type: count, label: x}}",
        "? {a: b}\n: x",
        "? [a]\n: x",
        "title: [x, y]",
        "%TAG ! tag:java,2024:\n---\nid: !Runtime x",
        "\"\\u0000\": x"
      })
  void inYamlThatWouldBuildObjectsItIsRefused(String yaml) throws IOException {
    Path file = plan.target("T1", "ratio", "applies_to", "").write().resolve("plan.yaml");
    String key = yaml.replaceFirst("(?s):.*", "");
    String without =
        Files.readString(file)
            .replaceFirst("(?m)^" + java.util.regex.Pattern.quote(key) + ":.*\n(  .*\n)*", "");
    Files.writeString(file, (yaml.startsWith("%") ? "" : without) + yaml + "\n");

    isRefused(run(), "plan.yaml");
  }

  @ParameterizedTest
  @FieldSource("PAYLOADS")
  void inTheDataFolderItIsTold(String payload) {
    plan.target("T1", "ratio").write();
    String cell = "\"" + payload.replace("\"", "\"\"") + "\"";
    List<String> good = List.of("h,done,2024,3", "h,total,2024,10");
    for (String row :
        List.of(
            cell + ",done,2024,1",
            "x1," + cell + ",2024,1",
            "x1,done," + cell + ",1",
            "x1,done,2024," + cell)) {
      List<String> rows = new ArrayList<>(good);
      rows.add(row);
      data.figures(rows.toArray(new String[0]));
      Run run = run();
      assertThat(run.exit()).as(run.err()).isLessThan(3);
      assertThat(run.err()).contains("figures.csv, dòng 4");
    }
    for (String unit :
        List.of(
            cell + ",Xã 1,commune,,h",
            "x1," + cell + ",commune,,h",
            "x1,Xã 1," + cell + ",,h",
            "x1,Xã 1,agency," + cell + ",h",
            "x1,Xã 1,commune,," + cell)) {
      data.units("h,Huyện,district,,", unit).figures(good.toArray(new String[0]));
      assertThat(run().exit()).isLessThan(3);
    }
  }

  @Test
  @Timeout(60)
  void nestedAHundredThousandTimesItIsRefused() {
    String deep = "(".repeat(16_000);
    plan.target("T1", "ratio", "inputs", deep + "done" + ")".repeat(16_000) + " / total")
        .target("T2", "duty", "condition", "!".repeat(30_000) + "issued=yes")
        .target("T3", "count", "threshold", "9".repeat(30_000))
        .write();

    isRefused(run(), "dòng 2, cột inputs", "dòng 3, cột condition", "dòng 4, cột threshold");
  }

  /** Besides the files that are rules, nothing of a plan's folder is read or run. */
  @Test
  void inFilesThatAreNoRulesItIsNotRead() throws IOException {
    Path rules = plan.target("T1", "ratio", "applies_to", "").write();
    String evil = "rule \"x\" when eval(true) then " + RUN + "; end";
    for (String name : List.of("x.drl.txt", "x.dsl", "x.dslr", "x.dmn", "x.xls", "kmodule.xml")) {
      Files.writeString(rules.resolve(name), evil);
    }
    Files.createDirectories(rules.resolve("META-INF"));
    Files.writeString(rules.resolve("META-INF/kmodule.xml"), "<kmodule/>");
    Files.writeString(rules.resolve("META-INF/x.drl"), evil);

    assertThat(run().exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..drl", "...drl", "..x..drl", "X.DRL", "đ ${x} #{y}.drl", "-rf.drl"})
  void inARuleFileOfAnyNameItIsRefusedUnderThatName(String name) throws IOException {
    Path rules = plan.target("T1", "ratio", "applies_to", "").write();
    Files.writeString(
        rules.resolve(name), "rule \"K1\" when $f : SubmittedFigure( ) then " + RUN + "; end");

    isRefused(run(), name + ", dòng 1: phần then làm việc khác ngoài emit");
  }

  @Test
  void inARuleFileOfAHiddenNameItIsRefusedAndTheNameShownPlainly() throws IOException {
    Path rules = plan.target("T1", "ratio", "applies_to", "").write();
    Files.writeString(rules.resolve("a\u202E\u001B[31m\n.drl"), "rule");

    Run run = run();
    isRefused(run, "a");
    assertThat(run.err()).doesNotContain("\u202E", "\u001B");
  }

  @Test
  void aFolderInThePlaceOfARuleFileIsTold() throws IOException {
    Path rules = plan.target("T1", "ratio", "applies_to", "").write();
    Files.createDirectories(rules.resolve("own.drl"));

    isRefused(run(), "own.drl");
  }

  @ParameterizedTest
  @FieldSource("PAYLOADS")
  void inTheIdOfAPlanWithRulesItNamesNoFolder(String payload) throws IOException {
    Path file = plan.target("T1", "duty", "scope", "area").write().resolve("plan.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "id: small", "id: '" + payload.replace("'", "''").replace("\u0007", "") + "'"));
    Files.writeString(
        folder.resolve("rules/own.drl"),
        "rule \"K1\" @title(\"a\") @section(\"b\") @quote(\"c\") @says(\"d\") when"
            + " $f : SubmittedFigure( value > 9 ) then $f.emit(); end");

    assertThat(run().exit()).isIn(0, 3);
    try (Stream<Path> kept = Files.walk(Run.HOME.resolve("target/compiled-rules"))) {
      assertThat(kept.map(Path::toString)).noneMatch(name -> name.contains("passwd"));
    }
  }
}
