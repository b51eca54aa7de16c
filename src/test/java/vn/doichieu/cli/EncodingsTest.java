package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs and other systems write them: read alike, or refused with the remedy. */
class EncodingsTest {

  private static final String UNITS =
      """
      code,name,kind,role,parent
      HUYỆN,Huyện Hóc Môn,district,,
      BÀ_ĐIỂM,Xã Bà Điểm,commune,,HUYỆN
      """;
  private static final String FIGURES =
      """
      unit,item,period,value
      BÀ_ĐIỂM,done,2024,không phát sinh
      BÀ_ĐIỂM,total,2024,10
      BÀ_ĐIỂM,issued,2024,có
      BÀ_ĐIỂM,report_submitted_on,2024-H1,2024-05-02
      """;

  @TempDir private Path folder;
  private SmallCheck check;
  private Run plain;

  @BeforeEach
  void vietnameseCodes() {
    check = new SmallCheck(folder).text("units.csv", UNITS).text("figures.csv", FIGURES);
    plain = check.run("--format=csv").whateverTheBytes();
    assertThat(plain.err()).isEmpty();
    assertThat(plain.out()).contains("BÀ_ĐIỂM,Xã Bà Điểm,2024,met");
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  @Test
  void decomposedLettersAreTheSameLetters() {
    check.text("figures.csv", nfd(FIGURES));
    assertThat(check.run("--format=csv").whateverTheBytes()).isEqualTo(plain);

    check.text("units.csv", nfd(UNITS));
    assertThat(check.run("--format=csv").whateverTheBytes()).isEqualTo(plain);

    check.text("figures.csv", FIGURES);
    assertThat(check.run("--format=csv").whateverTheBytes()).isEqualTo(plain);
  }

  @Test
  void decomposedCodesAreFoundByTheFilter() {
    Run filtered = check.run("--format=csv", "--unit=BÀ_ĐIỂM");
    assertThat(filtered.exit()).isOne();

    assertThat(check.run("--format=csv", "--unit=" + nfd("BÀ_ĐIỂM"))).isEqualTo(filtered);
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsChangeNothing() {
    check.text("units.csv", "\uFEFF" + UNITS.replace("\n", "\r\n"));
    check.text("figures.csv", "\uFEFF" + FIGURES.replace("\n", "\r\n"));

    assertThat(check.run("--format=csv").whateverTheBytes()).isEqualTo(plain);
  }

  @Test
  void noBreakSpacesAroundACodeChangeNothing() {
    check.text("figures.csv", FIGURES.replace("BÀ_ĐIỂM,", "\u00A0BÀ_ĐIỂM\u00A0 ,"));

    assertThat(check.run("--format=csv").whateverTheBytes()).isEqualTo(plain);
  }

  @Test
  void semicolonsAreReadAndTold() {
    check.text("figures.csv", FIGURES.replace(',', ';'));

    Run run = check.run("--format=csv").whateverTheBytes();

    assertThat(run.out()).isEqualTo(plain.out());
    assertThat(run.exit()).isEqualTo(plain.exit());
    assertThat(run.err()).contains("figures.csv, dòng 1", "dấu chấm phẩy");
  }

  @Test
  void semicolonsAfterAByteOrderMarkToo() {
    check.text("units.csv", "\uFEFF" + UNITS.replace(',', ';'));

    Run run = check.run("--format=csv").whateverTheBytes();

    assertThat(run.out()).isEqualTo(plain.out());
    assertThat(run.err()).contains("units.csv, dòng 1", "dấu chấm phẩy");
  }

  @Test
  void windows1258IsRefusedWithItsLine() {
    String nameOnly = "code,name,kind,role,parent\nh,Huyen,district,,\nx1,Xã Bà,commune,,h\n";
    check.bytes("units.csv", nameOnly, Charset.forName("windows-1258"));

    Run run = check.run();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1. units.csv, dòng 3: chữ không ở bảng mã UTF-8", "1258");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsRefused(String charset) {
    check.bytes("figures.csv", "\uFEFF" + FIGURES, Charset.forName(charset));

    Run run = check.run();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1. figures.csv", "UTF-8", "UTF-16", "Lưu thành");
  }

  @Test
  void utf16WithoutAMarkIsRefusedToo() {
    check.bytes("figures.csv", FIGURES, StandardCharsets.UTF_16LE);

    assertThat(check.run().exit()).isEqualTo(2);
    assertThat(check.run().err()).contains("UTF-16");
  }

  @Test
  void aSpreadsheetRenamedToCsvIsRefused() {
    check.bytes("figures.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, (byte) 0xE2, 0});

    Run run = check.run();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("figures.csv");
  }
}
