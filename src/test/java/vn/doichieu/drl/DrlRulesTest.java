package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;

class DrlRulesTest {

  private static final String WHOLE = "$r : Reported( $w : whole != null, value > $w.value )";
  private static final String EMIT = "$r.emit( $w );";
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir private Path folder;
  private RulesFolder rules;

  @BeforeEach
  void folder() {
    rules = new RulesFolder(folder);
  }

  private List<String> fire(Reported... facts) {
    return rules.read().fire(List.of(facts)).stream().map(DrlRulesTest::told).sorted().toList();
  }

  private static String told(Emission emission) {
    return emission.rule() + ": " + emission.fact() + " " + emission.others();
  }

  private static Reported part(long value, long whole) {
    return new Reported("h", value, new Reported("h", whole, null));
  }

  @Test
  void emitWhatTheirRulesHoldForUnderTheRulesName() {
    rules.rule(WHOLE, EMIT);

    assertThat(fire(part(3, 2), part(2, 3), part(3, 3), new Reported("h", 9, null)))
        .containsExactly("too_many: h 3 [h 2]");
  }

  @Test
  void compareCountsOfAnySizeExactly() {
    rules.rule(WHOLE, EMIT);
    long big = 1L << 53; // As doubles, 2^53 and 2^53 + 1 are the same.

    assertThat(fire(part(big + 1, big), part(big, big + 1), part(big, big)))
        .containsExactly("too_many: h " + (big + 1) + " [h " + big + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value == 4",
        "value != 5",
        "value > 3",
        "value >= 4, value <= 4, value < 5",
        "4 == value, 3 < value, 5 >= value, false == waived, null == whole",
        "value > 003",
        "value < 3000000000",
        "value < 999999999999999999",
        "body == \"h\"",
        "body != \"Xã Bà Điểm\"",
        "waived == false",
        "waived != true && value > 3",
        "value > 5 || value < 5",
        "( value > 5 || value < 5 ) && year == 2024",
        "value < year",
        "whole == null",
        "$v : value, value == $v",
        "$v : value > 3, year > $v",
        "$b : body == \"h\", body == $b"
      })
  void understandComparisonsOfEveryType(String constraints) {
    rules.rule("$r : Reported( " + constraints + " )", "$r.emit();");

    assertThat(fire(new Reported("h", 4, null))).containsExactly("too_many: h 4 []");
  }

  @Test
  void joinFactsOfOneBodyAndLookForAbsentOnes() {
    rules.rule(
        """
        $r : Reported( value > 3 )
        $w : Reported( value > $r.value, body == $r.body )
        not Reported( value == 9, body == $r.body )
        exists Reported( $r.body == body, value == $r.value )
        """,
        EMIT);

    assertThat(
            fire(
                new Reported("h", 4, null),
                new Reported("h", 5, null),
                new Reported("x", 6, null),
                new Reported("y", 7, null),
                new Reported("y", 8, null),
                new Reported("y", 9, null)))
        .containsExactly("too_many: h 4 [h 5]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accumulate( Reported( body == $r.body, $v : value ); $s : sum( $v ); $s == 15 )",
        "accumulate( Reported( body == $r.body, value < 9, $v : value ); $s : sum( $v ); $s == 6 )",
        "accumulate( Reported( body == $r.body, $v : value ); $n : count( $v ); $n == 3, $n < 4 )",
        "accumulate( Reported( $r.body == body, $v : value ); $n : min( $v ); $n == 2 )",
        "accumulate( Reported( body == $r.body, $v : value ); $n : max( $v ) )\n"
            + "Reported( body == $r.body, value == $n, value == 9 )",
        "accumulate( Reported( body == $r.body, value > 99, $v : value ); $s : sum( $v ); $s == 0 )",
        "accumulate( Reported( body == $r.body, value > 99, $v : value ); $s : count( $v ); $s < 1 )"
      })
  void takeFactsOfOneBodyTogetherInWholeNumbers(String accumulate) {
    rules.rule("$r : Reported( value == 4 )\n" + accumulate, "$r.emit();");

    assertThat(
            fire(
                new Reported("h", 4, null),
                new Reported("h", 2, null),
                new Reported("h", 9, null),
                new Reported("x", 100, null)))
        .containsExactly("too_many: h 4 []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"min", "max"})
  void holdForNoExtremeOfNothing(String function) {
    rules.rule(
        "$r : Reported( value == 4 ) accumulate( Reported( body == $r.body, value > 99,"
            + " $v : value ); $n : "
            + function
            + "( $v ) )",
        "$r.emit();");

    assertThat(fire(new Reported("h", 4, null))).isEmpty();
  }

  @Test
  void addUpCountsOfAnySizeExactly() {
    rules.rule(
        "$r : Reported( value == 1 ) accumulate( Reported( body == $r.body, $v : value );"
            + " $s : sum( $v ); $s == 9007199254740993 )",
        "$r.emit();");
    long big = 1L << 53; // As doubles, 2^53 and 2^53 + 1 are the same.

    assertThat(fire(new Reported("h", 1, null), new Reported("h", big, null))).hasSize(1);
    assertThat(fire(new Reported("h", 1, null), new Reported("h", big + 1, null))).isEmpty();
  }

  @Test
  void takeASumBeyondSixtyThreeBitsForTheLargestNumber() {
    rules.rule(
        "$r : Reported( value == 1 ) accumulate( Reported( body == $r.body, $v : value );"
            + " $s : sum( $v ); $s >= 999999999999999999 )",
        "$r.emit();");

    assertThat(
            fire(
                new Reported("h", 1, null),
                new Reported("h", Long.MAX_VALUE, null),
                new Reported("h", Long.MAX_VALUE, null)))
        .hasSize(1);
  }

  @Test
  void comeFromSeveralFilesAndMayBeSeveralOfOneSubject() {
    rules.rule(WHOLE, EMIT);
    rules.file(
        "b.drl",
        "rule \"too_many tin báo (quý)\" when $r : Reported( value == 3 ) then $r.emit(); end");
    rules.file("c.txt", "không phải quy tắc");

    assertThat(rules.read().names())
        .containsExactlyInAnyOrder("too_many", "too_many tin báo (quý)");
    assertThat(fire(part(3, 2)))
        .containsExactly("too_many tin báo (quý): h 3 []", "too_many: h 3 [h 2]");
  }

  @Test
  void tellEverythingThatIsWrongAtOnceWithItsPlace() {
    rules.file(
        "a.drl",
        """
        package vn.doichieu.checks
        import java.io.File
        rule "too_many"
        when
          $r : Reported( valeu > 3, body matches "x" )
        then
          System.exit(7);
        end
        """);
    rules.file("b.drl", "rule \"too_many\"\nwhen\n  $r : Reportd( )\nthen\n  $r.emit();\nend\n");

    assertThat(rules.refused())
        .extracting(p -> p.location().file() + ":" + p.location().row() + " " + p.kind())
        .containsExactly(
            "a.drl:2 DRL_IMPORT",
            "a.drl:5 DRL_CONSTRAINT",
            "a.drl:5 DRL_PROPERTY",
            "a.drl:6 DRL_CONSEQUENCE",
            "b.drl:1 DRL_RULE_NAME",
            "b.drl:3 DRL_FACT");
    assertThat(rules.refused())
        .filteredOn(p -> p.kind() == Problem.Kind.DRL_PROPERTY)
        .allSatisfy(
            p -> assertThat(p.arguments().get(0)).isEqualTo("body, value, waived, whole, year"));
  }

  @Test
  void sayWhereAFileStopsBeingDrl() {
    rules.file("a.drl", "rule \"too_many\"\nwhen\n  $r : Reported( value > )\nthen\n  x\nend\n");

    assertThat(rules.refused())
        .extracting(p -> p.kind() + " " + p.location().row() + " " + p.read())
        .containsExactly("DRL_SYNTAX 3 $r : Reported( value > )");
  }

  @Test
  void areNeverNone() {
    assertThat(rules.refused())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.DRL_NO_RULES);

    rules.file("a.drl", "package vn.doichieu.checks\n// không có quy tắc nào\n");

    assertThat(rules.refused())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.DRL_NO_RULES);
  }

  @Test
  void areReadStrictlyAsUtf8() throws IOException {
    rules.rule(WHOLE, EMIT);
    Files.write(folder.resolve("rules/b.drl"), new byte[] {'/', '/', (byte) 0xE9, '\n'});

    assertThat(rules.refused()).extracting(Problem::kind).containsExactly(Problem.Kind.NOT_UTF8);
  }

  @Nested
  class Kept {

    private Path file() throws IOException {
      try (Stream<Path> files = Files.list(rules.kept())) {
        List<Path> all = files.toList();
        assertThat(all).hasSize(1);
        return all.get(0);
      }
    }

    /** What is kept besides a file. */
    private Path besides(Path file) throws IOException {
      try (Stream<Path> files = Files.list(rules.kept())) {
        List<Path> others = files.filter(other -> !other.equals(file)).toList();
        assertThat(others).hasSize(1);
        return others.get(0);
      }
    }

    private FileTime aged() throws IOException {
      FileTime time = FileTime.from(LONG_AGO);
      Files.setLastModifiedTime(file(), time);
      return time;
    }

    @BeforeEach
    void compiled() {
      rules.rule(WHOLE, EMIT);
      assertThat(fire(part(3, 2))).hasSize(1);
    }

    @Test
    void areNotCompiledAgainWhileTheirTextIsTheSame() throws IOException {
      FileTime time = aged();

      assertThat(fire(part(3, 2))).hasSize(1);
      assertThat(Files.getLastModifiedTime(file())).isEqualTo(time);
    }

    @Test
    void areCompiledAgainBesideTheOldOnesWhenTheTextChanges() throws IOException {
      Path old = file();

      rules.rule(WHOLE.replace(">", "<"), EMIT);

      assertThat(fire(part(3, 2))).isEmpty();
      assertThat(fire(part(2, 3))).hasSize(1);
      assertThat(besides(old)).isRegularFile();
    }

    @Test
    void areKeptForTheLastFewTextsOnly() throws IOException {
      for (int i = 0; i < 6; i++) {
        rules.rule(WHOLE + "\n".repeat(i), EMIT);
        rules.read();
      }

      try (Stream<Path> files = Files.list(rules.kept())) {
        assertThat(files.toList()).hasSize(4);
      }
    }

    @Test
    void areStillCheckedWhenTheTextBecomesForbidden() {
      rules.rule(WHOLE, "System.exit(7);");

      assertThat(rules.refused()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 40, 500, 15_000})
    void areMadeAnewWhenAByteWasChanged(int at) throws IOException {
      byte[] bytes = Files.readAllBytes(file());
      bytes[at] ^= 1;
      Files.write(file(), bytes);
      FileTime time = aged();

      assertThat(fire(part(3, 2))).hasSize(1);
      assertThat(Files.getLastModifiedTime(file())).isNotEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 33, 1_000})
    void areMadeAnewWhenTheFileWasCutOff(int length) throws IOException {
      byte[] bytes = Files.readAllBytes(file());
      Files.write(file(), java.util.Arrays.copyOf(bytes, length));

      assertThat(fire(part(3, 2))).hasSize(1);
      assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void areMadeAnewWhenAnotherSetOfRulesWasPutInTheirPlace() throws IOException {
      Path place = file();
      rules.rule(WHOLE.replace(">", "<"), EMIT);
      rules.read();
      Path others = besides(place);
      Files.move(others, place, StandardCopyOption.REPLACE_EXISTING);
      rules.rule(WHOLE, EMIT);

      assertThat(fire(part(3, 2))).hasSize(1);
    }

    @Test
    void areTheSameBytesEachTime() throws IOException {
      byte[] first = Files.readAllBytes(file());
      Files.delete(file());
      rules.read();

      assertThat(Files.readAllBytes(file())).isEqualTo(first);
    }
  }

  @Test
  void areCompiledEachTimeWhereNothingCanBeKept() throws IOException {
    rules.rule(WHOLE, EMIT);
    Files.writeString(rules.kept(), "một tệp ở chỗ của thư mục");

    assertThat(fire(part(3, 2))).hasSize(1);
    assertThat(fire(part(3, 2))).hasSize(1);
    assertThat(rules.kept()).hasContent("một tệp ở chỗ của thư mục");
  }
}
