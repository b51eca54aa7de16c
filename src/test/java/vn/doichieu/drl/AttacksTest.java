package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;

/** DRL that would do something else than compare facts is refused before anything is compiled. */
class AttacksTest {

  private static final String PROPERTY = "doichieu.attacked";
  private static final String CODE = "System.setProperty(\"" + PROPERTY + "\", \"yes\")";
  private static final String PLAIN = "$r : Reported( value > 3 )";
  private static final String EMIT = "$r.emit();";
  private static final String ACCUMULATE =
      " accumulate( Reported( body == $r.body, $v : value ); %s )";

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
          "$r.emit(); $r.emit();",
          "$r.emit( $r, );",
          "$r.joins( $r, null ); $r.emit();",
          "$r.tell( null );",
          "$r.getClass().getClassLoader().loadClass(\"java.lang.System\");",
          "$r.emit( ((java.util.function.Supplier) () -> null).get() );",
          "insertLogical( $r );",
          "retract( $r );",
          "with ( $r ) { value = 3 };",
          "do { $r.emit(); } while (true);",
          "$r\n.emit()\n; ; ",
          "$r.emit(); // " + "x".repeat(2_000),
          "$r.emit( " + "$r, ".repeat(10_000) + "$r );");

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
          PLAIN + ACCUMULATE.formatted("$s : average( $v )"),
          PLAIN + ACCUMULATE.formatted("$s : collectList( $v )"),
          PLAIN + ACCUMULATE.formatted("$s : whole_sum( $v )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v + 1 )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( System.exit(7) )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $r.value )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $r )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v, $v )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( )"),
          PLAIN + ACCUMULATE.formatted("sum( $v )"),
          PLAIN + ACCUMULATE.formatted("$r : sum( $v )"),
          PLAIN + ACCUMULATE.formatted("$s := sum( $v )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v ), $n : count( $v )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v ); eval( true )"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v ); System.exit(7) == null"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v ); body == $r.body"),
          PLAIN + ACCUMULATE.formatted("$s : sum( $v ); $s.value > 3"),
          PLAIN + " $n : Number( ) from " + ACCUMULATE.formatted("sum( $v )"),
          PLAIN + " $n : Object( ) from " + ACCUMULATE.formatted("$s : sum( $v )"),
          PLAIN + " not " + ACCUMULATE.formatted("$s : sum( $v )"),
          PLAIN + " accumulate( not Reported( body == $r.body ); $s : count(); $s > 0 )",
          PLAIN
              + " accumulate( ( Reported( body == $r.body, $v : value ) and Reported( ) );"
              + " $s : sum( $v ) )",
          PLAIN
              + " accumulate( Reported( body == $r.body, $v : value ) from System.exit(7);"
              + " $s : sum( $v ) )",
          PLAIN
              + " accumulate( Reported( body == $r.body, $v : value ), init( int s = 0; )"
              + " action( System.exit(7); ) reverse( ) result( s ) )",
          PLAIN
              + " accumulate( accumulate( Reported( body == $r.body, $v : value );"
              + " $a : sum( $v ) ); $s : sum( $a ) )",
          "accumulate( Reported( $v : value ); $s : sum( $v ) ) " + PLAIN,
          PLAIN + " groupby( Reported( body == $r.body, $v : value ); $v; $s : sum( $v ) )",
          "$r : Reported( body soundslike \"x\" )",
          "$r : Reported( body memberOf $r )",
          "$r : Reported( body contains \"x\" )",
          "$r : Reported( body excludes \"x\" )",
          "$r : Reported( body matches \"(a+)+$\" )",
          "$r : Reported( body ~= \"x\" )",
          "$r : Reported( this after $r )",
          "$r : Reported( whole#Reported.value > 3 )",
          "$r : Reported( whole!.value > 3 )",
          "$r : Reported( value > ( true ? 3 : 4 ) )",
          "$r : Reported( ( (long) value ) > 3 )",
          "$r : Reported( body.chars().anyMatch( c -> true ) )",
          "$r : Reported( value -> value > 3 )",
          "$r : /reported[ value > 3 ]",
          "$r : Reported( $w : /whole[ value > 3 ] )",
          "$r : Reported( $w : ?/whole )",
          PLAIN + " ?reached( $r; )",
          PLAIN + " reached( $r; )",
          "$r : Reported( 3; )",
          "$r : Reported( \"h\", 3; value > 2 )",
          PLAIN + " do[ evil ]",
          PLAIN + " break[ evil ]",
          PLAIN + " if ( true ) do[ evil ]",
          "$r : Reported( value = 4 )",
          "$r : Reported( value++ > 3 )",
          "$r : Reported( value > -1 )",
          "$r : Reported( value > 3B )",
          "$r : Reported( value > 0x10 )",
          "$r : Reported( value > 1_000 )",
          "$r : Reported( value > 9999999999999999999 )",
          "$r : Reported( value > Integer.MAX_VALUE )",
          "$r : Reported( this instanceof Reported )",
          "$r : Reported( this == $r )",
          "$r : Reported( this[ \"x\" ] != null )",
          "$r : Reported( value in ( 1, System.exit(7) ) )",
          "$r : Reported( ![ body ] != null )",
          "$r : Reported( \"#{System.exit(7)}\" == body )",
          "$r : Reported( body == \"@{System.exit(7)}\" )",
          "$r : Reported( body == \"${x}\" )",
          "$r : Reported( joins( null, null ) )",
          "$r : Reported( value > 3, joins( $r, \"x\" ) )",
          "$r : vn.doichieu.drl.Reported( )",
          "$r : Reported[]( )",
          "$r : Reported<Object>( )",
          "$rule : rule( )",
          "$r : Reported( value > 3 ) over window:time( 1h )",
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
          "unit Evil;\n",
          "import vn.doichieu.drl.Reported.*\n",
          "import accumulate vn.doichieu.drl.Evil sum\n",
          "declare trait Evil end\n",
          "declare Evil extends Reported end\n",
          "declare Reported @role( event ) end\n",
          "declare Reported @propertyReactive secret : String end\n",
          "function System f() { return null; }\n",
          "rule \"too_many mẫu\" extends \"too_many\" when then end\n",
          "eval( System.exit(7) )\n",
          "/* xong */ System.exit(7); /* */\n",
          "*/ System.exit(7); /*\n",
          "/* không đóng\n",
          "// chữ\n\"không đóng\n",
          "template header\n",
          "[when]x=System.exit(7)\n",
          "#/ dsl\n",
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
          "rule \"too_many\" lock-on-active true",
          "rule \"too_many\" agenda-group \"x\"",
          "rule \"too_many\" activation-group \"x\"",
          "rule \"too_many\" auto-focus true",
          "rule \"too_many\" calendars \"x\"",
          "rule \"too_many\" date-effective \"1-Jan-2000\"",
          "rule \"too_many\" date-expires \"1-Jan-2000\"",
          "rule \"too_many\" timer ( cron: * * * * * ? )",
          "rule \"too_many\" refract",
          "rule \"too_many\" dialect \"java\"",
          "rule \"too_many\" @propertyReactive",
          "rule \"too_many\" @watch( value )",
          "rule \"too_many\" @title(\"x\")",
          "rule \"too_many\" @Unit( System.class )",
          "rule \"too_many\" attributes salience 10 no-loop true",
          "rule \"too_many \n System.exit(7)\"",
          "rule \"too_many ' + System.exit(7) + '\"",
          "rule too_many; System.exit(7);",
          "rule \"too_many " + "x".repeat(500) + "\"",
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
          "\u2029",
          "\uFEFF",
          "\u00AD",
          "\u2066",
          "\f",
          "\u0085",
          new String(Character.toChars(0xE0001)),
          "\\u202e",
          "\\u0022",
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

  @ParameterizedTest
  @ValueSource(strings = {"java.lang", "vn.doichieu.class.checks", "vn.doichieu.drl", "class"})
  void inAnotherPackage(String name) {
    rules.file(
        "a.drl",
        "package " + name + "\nrule \"too_many\" when " + PLAIN + " then " + EMIT + " end");

    assertThat(rules.refused()).isNotEmpty();
  }

  /** What takes Drools' parser longer than anybody waits, or deeper than the stack goes. */
  static Stream<String> endless() {
    return Stream.of(
            nested("(", ")", 20_000),
            nested("(", ")", 100_000),
            nested("f(", ")", 40),
            nested("[", "]", 40),
            nested("a[", "]", 40),
            nested("{", "}", 40),
            nested("((a)", ")", 40),
            nested("!(", ")", 5_000),
            nested("( value > 3 || ", ")", 5_000),
            "!".repeat(30_000) + "value",
            "-".repeat(30_000) + "value > 3",
            "a.".repeat(20_000) + "b > 3",
            "a#".repeat(20_000) + "b > 3",
            "a < ".repeat(10_000) + "3",
            "value ? ".repeat(5_000) + "1" + " : 2".repeat(5_000),
            "value > 3 && ".repeat(4_000) + "value > 3",
            "[".repeat(60_000),
            "\"".repeat(60_001),
            "'".repeat(60_001))
        .map(constraint -> "$r : Reported( " + constraint + " )");
  }

  private static String nested(String open, String close, int depth) {
    return open.repeat(depth) + "value > 3" + close.repeat(depth);
  }

  @ParameterizedTest
  @MethodSource("endless")
  @Timeout(60)
  void inAConditionWithoutEnd(String condition) {
    rules.rule(condition, EMIT);

    assertThat(rules.refused())
        .isNotEmpty()
        .extracting(problem -> problem.kind().name())
        .allMatch(kind -> kind.startsWith("DRL_"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not( ", "exists( ", "( ", "forall( ", "accumulate( "})
  @Timeout(60)
  void inPatternsWithinPatterns(String open) {
    rules.rule(open.repeat(5_000) + "Reported( )" + " )".repeat(5_000), EMIT);

    assertThat(rules.refused()).isNotEmpty();
  }

  @Test
  @Timeout(60)
  void inAFileOfTenMegabytes() {
    rules.file("a.drl", "// ghi chú\n".repeat(800_000));

    assertThat(rules.refused())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.DRL_TOO_LARGE);
  }

  @Test
  @Timeout(60)
  void inManyFilesThatAreTooMuchTogether() {
    for (int i = 0; i < 20; i++) {
      rules.file("a" + i + ".drl", "// ghi chú\n".repeat(400));
    }

    assertThat(rules.refused())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.DRL_TOO_LARGE);
  }

  @Test
  @Timeout(60)
  void inMoreRulesThanAnybodyWrites() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 201; i++) {
      text.append("rule \"too_many " + i + "\" when " + PLAIN + " then " + EMIT + " end\n");
    }
    rules.file("a.drl", text.toString());

    assertThat(rules.refused())
        .extracting(problem -> problem.kind() + " " + problem.read() + problem.arguments())
        .containsExactly("DRL_TOO_MANY_RULES 201[200]");
  }
}
