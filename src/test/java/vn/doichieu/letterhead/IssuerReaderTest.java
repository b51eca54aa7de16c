package vn.doichieu.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.Problem.Kind;
import vn.doichieu.tabular.UnreadableInput;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.ProblemText;

class IssuerReaderTest {

  private static final LocalDate DAY = LocalDate.of(2025, 1, 15);

  @TempDir private Path folder;

  private Issuer read(String text) throws IOException {
    return IssuerReader.read(Files.writeString(folder.resolve("issuer.yaml"), text));
  }

  private List<Problem> problems(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("issuer.yaml"), bytes);
    UnreadableInput refusal =
        catchThrowableOfType(UnreadableInput.class, () -> IssuerReader.read(file));
    assertThat(refusal).as("the file is refused").isNotNull();
    return refusal.problems();
  }

  private List<String> told(String text) throws IOException {
    return problems(text.getBytes(StandardCharsets.UTF_8)).stream()
        .map(p -> p.kind() + " " + p.location().row())
        .toList();
  }

  @Test
  void everyKeyIsRead() throws IOException {
    String text =
        """
        superior: Tỉnh A
        issuer: Huyện B
        number: 7
        symbol: BC-UBND
        place: B
        date: 2025-01-15
        capacity: [TM. UBND, Chủ tịch]
        signatory: Nguyễn Văn Mẫu
        recipients: [X, Y]
        letter_recipients: [Z]
        letter_symbol: UBND-VX
        """;

    assertThat(read(text))
        .isEqualTo(
            new Issuer(
                "Tỉnh A",
                "Huyện B",
                "7",
                "BC-UBND",
                "B",
                DAY,
                List.of("TM. UBND", "Chủ tịch"),
                "Nguyễn Văn Mẫu",
                List.of("X", "Y"),
                List.of("Z"),
                "UBND-VX"));
  }

  @Test
  void everyKeyHasAVietnameseName() throws IOException {
    String text =
        """
        co_quan_chu_quan: a
        co_quan_ban_hanh: b
        so: c
        ky_hieu: d
        dia_danh: e
        ngay: 15/1/2025
        quyen_han_chuc_vu: f
        nguoi_ky: g
        noi_nhan: h
        noi_nhan_cong_van: i
        ky_hieu_cong_van: k
        """;

    assertThat(read(text))
        .isEqualTo(
            new Issuer(
                "a", "b", "c", "d", "e", DAY, List.of("f"), "g", List.of("h"), List.of("i"), "k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "issuer:\n", "date: ''\ncapacity: []\n", "recipients: ['', '']\n"})
  void nothingHasToBeSaid(String text) throws IOException {
    assertThat(read(text)).isEqualTo(Issuer.UNKNOWN);
  }

  @Test
  void aByteOrderMarkAndDecomposedLettersMakeNoDifference() throws IOException {
    assertThat(read("\uFEFFplace: Ho\u0301c Mo\u0302n\n").place()).isEqualTo("Hóc Môn");
  }

  @Test
  void theLinesOfATextAreAList() throws IOException {
    assertThat(read("capacity: |\n  KT. CHỦ TỊCH\n\n  PHÓ CHỦ TỊCH\n").capacity())
        .containsExactly("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-1-15",
    "15-01-2025",
    "30/2/2025",
    "hôm nay",
    "99999999999999999999",
    "2025-01-15T00:00:00Z"
  })
  void whatIsNoDayIsToldWithItsLine(String day) throws IOException {
    assertThat(told("place: B\ndate: \"" + day + "\"\n")).containsExactly("ISSUER_VALUE_INVALID 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issuer: [a, b]\n",
        "issuer: {a: b}\n",
        "issuer: \"a\\nb\"\n",
        "capacity: {a: b}\n",
        "capacity: [[a]]\n",
        "date: [2025-01-15]\n"
      })
  void aValueOfAnotherKindIsTold(String text) throws IOException {
    assertThat(told(text)).containsExactly("ISSUER_VALUE_INVALID 1");
  }

  @Test
  void whatDoesNotFitOnAPageIsTold() throws IOException {
    assertThat(told("place: " + "Đ".repeat(301))).containsExactly("ISSUER_VALUE_INVALID 1");
    assertThat(told("recipients: [" + "x,".repeat(51) + "]"))
        .containsExactly("ISSUER_VALUE_INVALID 1");
    assertThat(told("capacity: |\n  " + "Đ".repeat(301))).containsExactly("ISSUER_VALUE_INVALID 1");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws IOException {
    assertThat(told("isuer: x\ndate: x\nplace: [x]\nso: 1\nnumber: 2\n"))
        .containsExactly(
            "UNKNOWN_KEY 1", "ISSUER_VALUE_INVALID 2", "ISSUER_VALUE_INVALID 3", "DUPLICATE_KEY 5");
  }

  @Test
  void whatIsWrongIsToldUnderTheNameThatTheFileHas() throws IOException {
    ProblemText text = new ProblemText(new Messages(Language.VI));

    assertThat(problems("ngay: hôm nay\nso: [1]\n".getBytes(StandardCharsets.UTF_8)))
        .extracting(text::sentence)
        .satisfiesExactly(
            day -> assertThat(day).contains("cột ngay"),
            number -> assertThat(number).contains("cột so"));
  }

  @Test
  void aMisspelledKeyIsToldWithTheNearest() throws IOException {
    ProblemText text = new ProblemText(new Messages(Language.VI));

    assertThat(problems("recipient: x".getBytes(StandardCharsets.UTF_8)))
        .extracting(text::sentence)
        .singleElement()
        .asString()
        .contains("issuer.yaml, dòng 1", "“recipient”", "recipients");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issuer: !!java.io.File x\n",
        "issuer: &a x\n",
        "issuer: &a x\nplace: *a\n",
        "issuer: !own x\n"
      })
  void tagsAnchorsAndAliasesAreRefused(String text) throws IOException {
    assertThat(told(text)).isNotEmpty().allMatch(told -> told.startsWith("YAML_CONSTRUCT"));
  }

  @Test
  void aFileThatIsDeepOrNoMappingIsRefused() throws IOException {
    assertThat(told("recipients: " + "[".repeat(9000) + "]".repeat(9000)))
        .containsExactly("MALFORMED_YAML 1");
    assertThat(told("- issuer\n")).containsExactly("MALFORMED_YAML 1");
    assertThat(told("issuer: x\nissuer: y\n")).containsExactly("DUPLICATE_KEY 2");
    assertThat(told("# nothing\n")).containsExactly("MALFORMED_YAML 0");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    assertThat(problems(new byte[0])).extracting(Problem::kind).containsExactly(Kind.EMPTY_FILE);
    assertThat(problems(new byte[] {'P', 'K', 3, 4, (byte) 0xFF, 0}))
        .extracting(Problem::kind)
        .containsExactly(Kind.NOT_UTF8);
    assertThat(problems("issuer: \u0007x".getBytes(StandardCharsets.UTF_8)))
        .extracting(Problem::kind)
        .containsExactly(Kind.MALFORMED_YAML);
  }

  @Test
  void aFileLargerThanAnyIsRefusedUnread() throws IOException {
    assertThat(problems(new byte[(64 << 10) + 1]))
        .extracting(Problem::kind)
        .containsExactly(Kind.ISSUER_TOO_LARGE);
  }

  @Test
  void theSampleNamesNoPerson() {
    Issuer sample = IssuerReader.read(Path.of("examples/issuer.yaml"));

    assertThat(sample.signatory()).isEmpty();
    assertThat(sample.issuer()).isEqualTo("Ủy ban nhân dân huyện Hóc Môn");
    assertThat(sample.capacity()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrongIsToldInEitherLanguage(Language language) throws IOException {
    ProblemText text = new ProblemText(new Messages(language));
    String yaml = "date: x\n";

    assertThat(problems(yaml.getBytes(StandardCharsets.UTF_8)))
        .extracting(text::sentence)
        .singleElement()
        .asString()
        .contains("issuer.yaml", "“x”", "2025-01-15, 15/1/2025", "300", "50");
  }
}
