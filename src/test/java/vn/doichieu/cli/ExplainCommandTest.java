package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.doichieu.testing.FilledForm;

class ExplainCommandTest {

  @TempDir private Path folder;

  private static Run explain(String... more) {
    return Run.of(
        Stream.concat(
                Stream.of(
                    "explain",
                    "hoc_mon_2024",
                    "--data=sample-data/hoc_mon_2024",
                    "--as-of=2025-02-01"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Run small(SmallCheck small, String... more) {
    return Run.of(
        Stream.concat(
                Stream.of(
                    "explain",
                    small.rules.toString(),
                    "--data",
                    small.data.path().toString(),
                    Run.AS_OF),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** Of a row with several thresholds each one has its periods and its units. */
  @ParameterizedTest
  @CsvSource({
    "M-11, --unit=B1, --period=2027, cần kiểm tra thêm 1 cơ sở thực phẩm",
    "M-11, --unit=B1, --period=2027-H1, đạt mức ít nhất 10%",
    "M-12, --unit=A1, --period=2027, Áp dụng mức của quy tắc đối với nhóm urban: ít nhất 90%",
    "M-12, --unit=A2, --period=2027, Áp dụng mức của quy tắc đối với nhóm mountain: ít nhất 70%",
    "M-13, --unit=HB, --period=2027, Áp dụng mức của quy tắc đối với đơn vị cấp huyện: 100%"
  })
  void findsEveryThresholdOfARow(String target, String unit, String period, String says) {
    Run run =
        Run.of(
            "explain",
            "examples/tinh_mau_2027",
            "--data=examples/tinh_mau_2027/data",
            "--as-of=2028-02-01",
            "--target=" + target,
            unit,
            period);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(flat(run.out())).contains(says);
  }

  @Test
  void theMembersOfASumHaveNoFindingToExplain() {
    Run run =
        Run.of(
            "explain",
            "examples/tinh_mau_2027",
            "--data=examples/tinh_mau_2027/data",
            "--as-of=2028-02-01",
            "--target=M-6",
            "--unit=HA");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Các đơn vị được đối chiếu: TM.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HM-N6", "HM-N5", "HM-D5", "HM-D1", "HM-N12"})
  void endsWithZeroWhateverTheResult(String target) {
    assertThat(explain("--target", target).exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--target=HM-N66, Ý bạn là HM-N6?",
    "--target=hm-n6, Ý bạn là HM-N6?",
    "--target=xyz, 'Các giá trị được nhận: HM-N1, HM-N2'",
    "--target=HM-N6 --unit=TAN_HIP, Ý bạn là TAN_HIEP?",
    "--target=HM-D1 --unit=HOC_MON, Chỉ tiêu HM-D1 không đối chiếu đơn vị “HOC_MON”.",
    "--target=HM-D1 --period=2024-01, Ý bạn là 2024-03?",
    "--unit=HOC_MON, Thiếu: --target.",
    "--target=HM-N6 --format=table, '--format không nhận “table”.'"
  })
  void whatCannotBeFollowedIsTold(String options, String sentence) {
    Run run = explain(options.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(sentence);
  }

  @Test
  void brokenRulesEndWithThree() throws IOException {
    SmallCheck small = new SmallCheck(folder);
    Files.writeString(small.rules.resolve("targets.csv"), "target\nT1\n");

    assertThat(small(small, "--target=T1").exit()).isEqualTo(3);
  }

  @Test
  void dataThatCannotBeReadEndsWithTwo() {
    SmallCheck small = new SmallCheck(folder).without("figures.csv");

    Run run = small(small, "--target=T1");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Nested
  class Shows {

    @Test
    void everyLineOfOneUnitInFull() {
      Run run = explain("--target=HM-D1", "--unit=TAN_THOI_NHI");

      assertThat(run.out().lines().filter(line -> line.equals("5. TỪNG BƯỚC TÍNH"))).hasSize(10);
    }

    @Test
    void oneParagraphForEachOfMany() {
      Run run = explain("--target=HM-D1", "--period=2024-05");

      assertThat(run.out())
          .doesNotContain("5. TỪNG BƯỚC TÍNH")
          .contains("MỖI KẾT QUẢ MỘT ĐOẠN (19 KẾT QUẢ)");
      assertThat(flat(run.out()))
          .contains(
              "Xã Tân Thới Nhì (TAN_THOI_NHI), tháng 5/2024: Chậm báo cáo. Đã gửi báo cáo tháng");
    }

    @Test
    void whatWasReadWhereAFigureCannotBeUsed() {
      SmallCheck small = new SmallCheck(folder).with("x1,done,2024,3 cơ sở");

      Run run = small(small, "--target=T1", "--unit=x1");

      assertThat(flat(run.out()))
          .contains("a: số liệu “done”, năm 2024, không dùng được (figures.csv, dòng")
          .contains("đọc được “3 cơ sở” cho done.")
          .contains("Tử số: n = a = ?. Có số cần xác minh nên chưa tính được n.")
          .contains("tử số từ 2 đến 10 thì đạt, dưới 2 thì không đạt.");
    }

    @Test
    void bothPlacesOfAContradiction() {
      SmallCheck small = new SmallCheck(folder);
      small.text("figures.csv", small.read("figures.csv") + "x1,done,2024,4\n");

      Run run = small(small, "--target=T1", "--unit=x1");

      assertThat(flat(run.out()))
          .contains("a: số liệu “done”, năm 2024, không dùng được (figures.csv, dòng 2, cột value)")
          .contains("Cần xem lại ở figures.csv, dòng 10, cột value: “4” khác số đã ghi ở");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheets", "wide"})
    void theCellOfAForm(String layout) throws IOException {
      SmallCheck small = new SmallCheck(folder).without("figures.csv");
      Path blank = folder.resolve("blank.xlsx");
      String units = small.data.path().resolve("units.csv").toString();
      Run form =
          Run.of(
              "form",
              small.rules.toString(),
              "--units=" + units,
              "--output=" + blank,
              "--layout=" + layout);
      assertThat(form.exit()).as(form.err()).isZero();
      try (FilledForm filled = FilledForm.of(blank)) {
        filled.fill(
            List.of(
                Map.of("unit", "x1", "item", "done", "period", "2024", "value", "ba cơ sở"),
                Map.of("unit", "x1", "item", "total", "period", "2024", "value", "10")));
        filled.save(small.data.path().resolve("figures.xlsx"));
      }

      Run run = small(small, "--target=T1", "--unit=x1");

      assertThat(flat(run.out()))
          .containsPattern("không dùng được \\(figures.xlsx, trang tính “[^”]+”, ô [A-Z]10\\)")
          .contains("đọc được “ba cơ sở” cho done.");
    }

    @Test
    void waiversThatHaveNoEffect() {
      SmallCheck small = new SmallCheck(folder).with("x1,issued,2024,không");
      small.data.waivers("x1,T2,2025-12-31,lý do,,12/QĐ-UBND,");

      Run run = small(small, "--target=T2", "--unit=x1");

      assertThat(flat(run.out()))
          .contains("Miễn trừ, gia hạn: không có.")
          .contains("Cần xem lại ở waivers.csv, dòng 2")
          .contains("thiếu approved_by");
    }

    @Test
    void waiversInForceWithTheirReason() {
      SmallCheck small = new SmallCheck(folder).with("x1,issued,2024,không");
      small.data.waivers(
          "x1,T2,2025-12-31,lý do,UBND,12/QĐ-UBND,", "x1,T2,2024-06-30,khác,UBND,11/QĐ-UBND,");

      Run run = small(small, "--target=T2", "--unit=x1");

      assertThat(flat(run.out()))
          .contains(
              "theo 12/QĐ-UBND, UBND duyệt, đến hết ngày 31/12/2025, cho mọi kỳ; lý do: lý do.")
          .contains("Còn hiệu lực vì ngày đối chiếu chưa qua ngày 31/12/2025. Vì vậy kết quả là")
          .contains("theo 11/QĐ-UBND")
          .contains("Đã hết hiệu lực sau ngày 30/06/2024.")
          .contains("Kết quả: ĐƯỢC MIỄN / GIA HẠN.");
    }

    @Test
    void whyThereIsNoResultWithoutAUnit() {
      SmallCheck small = new SmallCheck(folder);
      small.data.units("h,Huyện,district,,");

      Run run = small(small, "--target=T2");

      assertThat(run.exit()).isZero();
      assertThat(flat(run.out())).contains("Trong units.csv không có đơn vị nào thuộc diện");
    }

    @Test
    void whereItComesFrom() {
      assertThat(explain("--target=HM-N6").out()).contains("CĂN CỨ").contains("targets.csv ");
      assertThat(explain("--target=HM-N6", "--format=json").out())
          .contains("\"provenance\":{\"version\":");
    }

    @Test
    void nothingThatSteersATerminal() {
      SmallCheck small = new SmallCheck(folder);
      small.data.units("h,Huyện,district,,", "x1,\"Xã \u001B[31m1\",commune,,h");

      Run run = small(small, "--target=T1");

      assertThat(run.out()).doesNotContain("\u001B");
    }

    @Test
    void nothingWiderThanTheScreen() {
      for (String target : List.of("HM-N4", "HM-N6", "HM-N8", "HM-D1", "HM-Y22")) {
        assertThat(explain("--target", target).out().lines())
            .as(target)
            .allMatch(line -> line.codePointCount(0, line.length()) <= 100)
            .noneMatch(line -> line.endsWith(" ") || line.contains("\u00A0"));
      }
    }
  }

  @Test
  void jsonHoldsTheSameFindingsAsACheck() {
    Map<String, Object> explained = Json.read(explain("--target=HM-N8", "--format=json").out());
    Map<String, Object> checked = Json.read(Run.sample("--target=HM-N8", "--format=json").out());

    List<String> ofCheck =
        Json.objects(checked, "findings").stream()
            .map(f -> f.get("unit") + " " + f.get("result") + " " + f.get("shortfall"))
            .toList();
    List<String> ofExplain =
        Json.objects(explained, "explanations").stream()
            .map(
                e ->
                    e.get("unit")
                        + " "
                        + Json.map(e.get("settled")).get("result")
                        + " "
                        + Json.map(e.get("by_figures")).get("shortfall"))
            .toList();
    assertThat(ofExplain).isEqualTo(ofCheck);
  }

  @Test
  void theAnswerGoesIntoAFile() throws IOException {
    Path file = folder.resolve("giai-thich.txt");

    Run run = explain("--target=HM-N6", "--output", file.toString());

    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(explain("--target=HM-N6").out());
  }
}
