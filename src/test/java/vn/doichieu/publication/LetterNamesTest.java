package vn.doichieu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.ReportingUnit;

/** Names of letters are safe on every system, and never the same twice. */
class LetterNamesTest {

  private static List<String> names(String... codes) {
    List<ReportingUnit> units =
        IntStream.range(0, codes.length)
            .mapToObj(i -> new ReportingUnit(i, codes[i], "Xã", ReportingUnit.Kind.COMMUNE, null))
            .toList();
    Map<ReportingUnit, String> names = LetterNames.of(units);
    return units.stream().map(names::get).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "TAN_THOI_NHI,TAN_THOI_NHI",
    "x-1,x-1",
    "../../etc/passwd,______etc_passwd",
    "..,__",
    "C:\\x,C__x",
    "Tân Nhì,T_n_Nh_",
    "a.exe,a_exe",
    "a%00b,a_00b",
    "CON,CON_",
    "nul,nul_",
    "Lpt1,Lpt1_",
    "CON.txt,CON_txt",
    "CONSOLE,CONSOLE"
  })
  void areTheCodesAsFarAsEverySystemTakesThem(String code, String name) {
    assertThat(names(code)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\n", "\u202Eexe", "😀", "a b", "*?<>|\"", "~", "$(x)", "`x`"})
  void holdLettersThatNoSystemReadsOtherwise(String code) {
    assertThat(names(code)).allMatch(name -> name.matches("[A-Za-z0-9_-]{1,70}"));
  }

  @Test
  void differForEveryUnitWhetherCapitalsCountOrNot() {
    String[] codes = {"a", "A", "a_2", "á", "à", "_", "__", "CON", "con", "CON_", "con__2"};

    assertThat(names(codes))
        .extracting(name -> name.toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  @Test
  void differForCodesThatDifferOnlyFarBehind() {
    String[] codes =
        IntStream.range(0, 200).mapToObj(i -> "x".repeat(300) + i).toArray(String[]::new);

    assertThat(names(codes)).doesNotHaveDuplicates().allMatch(name -> name.length() < 70);
  }
}
