package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.doichieu.domain.Problem;

/** DRL that would do something else than compare facts is refused before anything is compiled. */
class AttacksTest {

  private static final String PROPERTY = "doichieu.attacked";
  private static final String CODE = "System.setProperty(\"" + PROPERTY + "\", \"yes\")";
  private static final String PLAIN = "$r : Reported( value > 3 )";
  private static final String EMIT = "$r.emit();";

  static final List<String> CONSEQUENCES =
      List.of(
          "Runtime.getRuntime().exec(\"id\");",
          "System.exit(7);",
          CODE + ";",
          "new java.io.File(\"x\").delete();",
          "Class.forName(\"java.lang.Runtime\");",
          "$r.getClass().forName(\"x\");",
          "$r.emit(); System.exit(7);",
          "$r.emit( System.exit(7) );",
          "$r.emit( (Reported) null );",
          "$r.emit( $r.getWhole() );",
          "$r.emit( $unknown );",
          "$r.emitTo( null );",
          "while (true) { $r.emit(); }",
          "for (;;) {}",
          "modify( $r ) { setValue(3) };",
          "update( $r );",
          "insert( new Reported(\"h\", 4, null) );",
          "delete( $r );",
          "drools.halt();",
          "kcontext.getKieRuntime().halt();",
          "{ $r.emit(); }",
          "",
          "/* */ $r.emit(); /* */",
          "$r.emit()",
          "$r.emit(); $r.emit();");

  static final List<String> CONDITIONS =
      List.of(
          "$r : Reported( eval( true ) )",
          "$r : Reported( value > Integer.parseInt(\"3\") )",
          "$r : Reported( System.exit(7) == null )",
          "$r : Reported( " + CODE + " != null )",
          "$r : Reported( java.lang.System.exit(7) )",
          "$r : Reported( new java.io.File(\"x\").exists() )",
          "$r : Reported( class.name == \"x\" )",
          "$r : Reported( this.class != null )",
          "$r : Reported( getClass() != null )",
          "$r : Reported( whole.whole.value > 3 )",
          "$r : Reported( body.bytes != null )",
          "$r : Reported( body.length() > 3 )",
          "$r : Reported( secret == \"x\" )",
          "$r : Reported( emit() )",
          "$r : Reported( body matches \"(a+)+b\" )",
          "$r : Reported( body == 'x' )",
          "$r : Reported( body == \"x\" + \"y\" )",
          "$r : Reported( value > 3 + 4 )",
          "$r : Reported( value == 3.5 )",
          "$r : Reported( body str[startsWith] \"x\" )",
          "$r : Reported( body in (\"x\", \"y\") )",
          "$r : Reported( value > 3 ) from new java.util.ArrayList()",
          "$r : Reported( value > 3 ) from System.exit(7)",
          "$r : Reported( value > 3 ) from entry-point \"x\"",
          "$r : Reported( value > 3 ) over window:length(3)",
          "$r : Object( )",
          "$r : java.lang.Runtime( )",
          "$r : String( )",
          "$r : Fact( )",
          "$r := Reported( )",
          "Reported( $r : whole )",
          "$r : Reported( ) @watch( value )",
          PLAIN + " eval( true )",
          PLAIN + " forall( Reported( value > 3 ) )",
          PLAIN + " accumulate( Reported( $v : value ); $s : sum( $v ) )",
          PLAIN
              + " accumulate( Reported( $v : value ), init( System.exit(7); )"
              + " action( System.exit(7); ) result( null ) )",
          PLAIN + " $l : java.util.List() from collect( Reported() )",
          "( " + PLAIN + " or $r : Reported( value > 4 ) )",
          PLAIN + " ?other( )",
          PLAIN + " Reported( value > 3 )",
          PLAIN + " not Reported( value > 3 )",
          PLAIN + " Reported( body == $r.body || value > 3 )",
          "not Reported( value > 3 ) " + PLAIN);

  static final List<String> FILES =
      List.of(
          "import java.io.File\n",
          "import java.lang.Runtime\n",
          "import vn.doichieu.drl.*\n",
          "import static java.lang.System.exit\n",
          "import function java.lang.System.exit\n",
          "import accumulate java.lang.Object x\n",
          "function void f() { System.exit(7); }\n",
          "global java.util.List list\n",
          "declare Evil value : int end\n",
          "declare enum Evil A(1); value : int end\n",
          "declare entry-point evil end\n",
          "declare window W Reported() over window:length(3) end\n",
          "query other() Reported() end\n",
          "dialect \"mvel\"\n",
          "unit Evil\n",
          "expander x.dsl\n");

  static final List<String> HEADS =
      List.of(
          "rule \"too_many\" dialect \"mvel\"",
          "rule \"too_many\" salience 10",
          "rule \"too_many\" salience ( System.exit(7) )",
          "rule \"too_many\" no-loop true",
          "rule \"too_many\" enabled ( System.exit(7) )",
          "rule \"too_many\" timer ( int: 1s )",
          "rule \"too_many\" duration 100",
          "rule \"too_many\" ruleflow-group \"x\"",
          "rule \"too_many\" @Evil( System.exit(7) )",
          "rule \"too_many\" extends \"other\"",
          "rule \"too_many; System.exit(7);\"",
          "rule \"too_many */ System.exit(7); /*\"",
          "rule \"too_many ${System.exit(7)}\"",
          "rule \"unheard_of\"",
          "rule 'too_many' \"x\"",
          "query \"too_many\"");

  static final List<String> ESCAPES =
      List.of(
          "\\u0053ystem",
          "\\\"",
          "\\",
          "`",
          "\u202E",
          "\u200B",
          "\u0000",
          "\u0007",
          "\u2028",
          "// ghi chú \\u000a System.exit(7);");

  @TempDir private Path folder;
  private RulesFolder rules;

  @BeforeEach
  void folder() {
    rules = new RulesFolder(folder);
    System.clearProperty(PROPERTY);
  }

  @AfterEach
  void nothingHappened() {
    assertThat(System.getProperty(PROPERTY)).isNull();
    assertThat(Files.exists(rules.kept())).as("something was compiled").isFalse();
  }

  @ParameterizedTest
  @FieldSource("CONSEQUENCES")
  void inAConsequence(String consequence) {
    rules.rule(PLAIN, consequence);

    assertThat(rules.refused())
        .isNotEmpty()
        .extracting(Problem::kind)
        .allMatch(kind -> kind == Problem.Kind.DRL_CONSEQUENCE || kind == Problem.Kind.DRL_SYNTAX);
  }

  @ParameterizedTest
  @FieldSource("CONDITIONS")
  void inACondition(String condition) {
    rules.rule(condition, EMIT);

    assertThat(rules.refused())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.location().file()).isEqualTo("a.drl"))
        .extracting(problem -> problem.kind().name())
        .allMatch(kind -> kind.startsWith("DRL_"));
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void besideTheRules(String element) {
    String rule = "rule \"too_many\"\nwhen\n" + PLAIN + "\nthen\n" + EMIT + "\nend\n";
    rules.file("a.drl", "package vn.doichieu.checks\n" + element + rule);

    assertThat(rules.refused()).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("HEADS")
  void inTheHeadOfARule(String head) {
    rules.file("a.drl", head + "\nwhen\n" + PLAIN + "\nthen\n" + EMIT + "\nend\n");

    assertThat(rules.refused()).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("ESCAPES")
  void inAnEscapeOrAHiddenCharacterAnywhere(String escape) {
    rules.file(
        "a.drl",
        "// ghi chú\nrule \"too_many\"\nwhen\n"
            + PLAIN
            + " // "
            + escape
            + "\nthen\n"
            + EMIT
            + "\nend\n");

    assertThat(rules.refused())
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.DRL_CHARACTER);
              assertThat(problem.location().row()).isEqualTo(4);
            });
  }

  @Test
  void inAnotherPackage() {
    rules.file(
        "a.drl", "package java.lang\nrule \"too_many\" when " + PLAIN + " then " + EMIT + " end");

    assertThat(rules.refused()).extracting(Problem::read).containsExactly("package java.lang");
  }

  @Test
  void inADeeplyNestedCondition() {
    String open = "(".repeat(20_000);
    rules.rule("$r : Reported( " + open + " value > 3 " + ")".repeat(20_000) + " )", EMIT);

    assertThat(rules.refused()).isNotEmpty();
  }
}
