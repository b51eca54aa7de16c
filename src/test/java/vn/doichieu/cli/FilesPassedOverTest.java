package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that look as if they were meant to be read are told of where they are not. */
class FilesPassedOverTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Figures.csv",
        "figures (1).csv",
        "figures-xa.json",
        "waiver.csv",
        "xa-1.csv",
        "Waivers 2024.csv",
        "UNITS.CSV"
      })
  void areNamed(String name) {
    Run run = new SmallCheck(folder).text(name, "unit,item,period,value\n").run();

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("“" + name + "” nằm trong thư mục số liệu nhưng không được đọc");
  }

  @Test
  void areNamedWhereFormsStandInAFolderOfTheirOwn() throws IOException {
    SmallCheck check = new SmallCheck(folder);
    Path forms = Files.createDirectory(check.data.path().resolve("bieu"));
    Files.writeString(forms.resolve("xa.xlsx"), "");

    assertThat(check.run().err()).contains("“bieu”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"expected.csv", "as_of", "README.md", "notes.json"})
  void areLeftAloneWhereTheyAreSomethingElse(String name) {
    assertThat(new SmallCheck(folder).text(name, "x\n").run().err()).isEmpty();
  }

  @Test
  void aTelephoneNumberInAWaiverIsRefused() {
    SmallCheck check = new SmallCheck(folder);
    check.data.waivers("x1,T2,2025-03-31,liên hệ 0912345678,UBND,QĐ 1,");

    assertThat(check.run()).returns(2, Run::exit).returns("", Run::out);
    assertThat(check.run().err()).contains("waivers.csv").doesNotContain("0912345678");
  }

  @Test
  void aRowThatIsNoHeaderIsNotRepeatedWhereItNamesAPerson() {
    Run run =
        new SmallCheck(folder)
            .text("figures.csv", "Nguyễn Văn An,001099012345,0912345678,x\n")
            .run();

    assertThat(run).returns(2, Run::exit).returns("", Run::out);
    assertThat(run.err()).contains("figures.csv").doesNotContain("Nguyễn", "0010990", "0912");
  }

  @Test
  void anIdentityNumberAmongTheUnitsIsRefused() {
    SmallCheck check = new SmallCheck(folder);
    check.text("units.csv", check.read("units.csv") + "x9,Xã 001099012345,commune,,h\n");

    assertThat(check.run()).returns(2, Run::exit).returns("", Run::out);
    assertThat(check.run().err()).contains("units.csv").doesNotContain("001099012345");
  }
}
