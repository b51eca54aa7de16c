package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an explanation of each kind of target says, word for word, on a screen of 100 columns. After
 * a change that is meant, renew the files and read the difference aloud:
 *
 * <pre>./mvnw test -Dtest=ExplainGoldenTest -Dgolden.renew=true</pre>
 */
class ExplainGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/explain");
  private static final String RENEW = "golden.renew";
  private static final String MISMATCH = "src/test/resources/explained/mismatch";

  /** A golden file, and what is explained in it. */
  private record Golden(
      String file, String plan, String data, String asOf, String target, String... more) {

    Run run() {
      return Run.of(
          Stream.concat(
                  Stream.of(
                      "explain", plan, "--data=" + data, "--as-of=" + asOf, "--target=" + target),
                  Stream.of(more))
              .toArray(String[]::new));
    }
  }

  private static Golden hocMon(String file, String target, String... more) {
    return sample(file, "hoc_mon_2024", "2025-02-01", target, more);
  }

  private static Golden sample(
      String file, String plan, String asOf, String target, String... more) {
    return new Golden(file, plan, "sample-data/" + plan, asOf, target, more);
  }

  /** A row of the example plan, which has every kind that rule files can say. */
  private static Golden example(String file, String target, String... more) {
    String plan = "examples/tinh_mau_2027";
    return new Golden(file, plan, plan + "/data", "2028-02-01", target, more);
  }

  private static final List<Golden> GOLDEN =
      List.of(
          hocMon("ratio_unit.txt", "HM-N4", "--unit=BA_DIEM"),
          hocMon("ratio_impossible.txt", "HM-N6", "--unit=XUAN_THOI_SON"),
          hocMon("ratio_area_own.txt", "HM-N6"),
          hocMon("ratio_area_open.txt", "HM-N2", "--unit=HOC_MON"),
          sample("ratio_area_members.txt", "duy_tien_2026", "2027-02-01", "DT-N5"),
          new Golden("ratio_mismatch.txt", "hoc_mon_2024", MISMATCH, "2025-02-01", "HM-N6"),
          sample("ratio_condition.txt", "duy_tien_2026", "2027-02-01", "DT-N3"),
          hocMon("share_of_units.txt", "HM-N8", "--unit=HOC_MON"),
          hocMon("share_of_units.unit.txt", "HM-N8", "--unit=XUAN_THOI_THUONG"),
          sample(
              "share_of_units.waived.txt",
              "soc_trang_2011",
              "2012-02-01",
              "ST-N1",
              "--unit=SOC_TRANG"),
          hocMon("change.txt", "HM-N5"),
          sample("reduction.txt", "soc_trang_2011", "2012-02-01", "ST-N5"),
          sample("count.txt", "soc_trang_2011", "2012-02-01", "ST-N6"),
          hocMon("monthly_count.txt", "HM-N1"),
          sample("monthly_count.running.txt", "hoc_mon_2024", "2024-06-20", "HM-N1"),
          hocMon("deadline.late.txt", "HM-D1", "--unit=XUAN_THOI_THUONG", "--period=2024-06"),
          hocMon("deadline.waived.txt", "HM-D3", "--unit=TRUNG_CHANH"),
          hocMon("deadline.on_day.txt", "HM-D2", "--unit=DONG_THANH"),
          hocMon("deadline.all.txt", "HM-D4"),
          hocMon("duty.txt", "HM-Y24", "--unit=XUAN_THOI_THUONG"),
          hocMon("duty_condition.txt", "HM-Y22", "--unit=NHI_BINH"),
          hocMon("judgement.txt", "HM-Y5"),
          hocMon("not_checked.txt", "HM-D5"),
          example("rate.txt", "M-3"),
          example("share_of_units.or.txt", "M-5", "--unit=TM"),
          example("count.sum.txt", "M-6"),
          example("change.average.txt", "M-7"),
          example("ratio.milestones.txt", "M-11", "--unit=B1"),
          example("ratio.groups.txt", "M-12", "--unit=B2"),
          example("score.open.txt", "M-19", "--unit=C2"),
          example("score.open.en.txt", "M-19", "--unit=C2", "--lang=en"),
          example("quarterly_count.txt", "M-21"),
          example("duty_condition.and_or_not.txt", "M-24", "--unit=A2"),
          hocMon("ratio_area_own.en.txt", "HM-N6", "--lang=en"),
          hocMon("share_of_units.json", "HM-N12", "--unit=HOC_MON", "--format=json"));

  @TestFactory
  Stream<DynamicTest> areWhatTheProgramWrites() {
    return GOLDEN.stream()
        .map(golden -> DynamicTest.dynamicTest(golden.file(), () -> assertWritten(golden)));
  }

  private static void assertWritten(Golden golden) throws IOException {
    Run run = golden.run();
    String text = withoutProvenance(run.out());
    Path file = FOLDER.resolve(golden.file());
    if (Boolean.getBoolean(RENEW)) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(text)
        .as(
            "%s; if the change is meant: ./mvnw test -Dtest=ExplainGoldenTest -D%s=true",
            file, RENEW)
        .isEqualTo(Files.readString(file));
  }

  /** Hashes change with every word of the rule files; ExplainCommandTest looks at them. */
  private static String withoutProvenance(String text) {
    return text.replaceFirst("(?s)\n(?:CĂN CỨ|WHAT THIS RESTS ON)\n.*", "")
        .replaceFirst("\"provenance\":\\{.*?}]}},", "");
  }

  @Test
  void areAllCompared() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(GOLDEN.stream().map(Golden::file).toList());
    }
  }

  /** Every row of the kinds that the contract has is explained somewhere. */
  @Test
  void coverEveryKindOfTarget() throws IOException {
    List<String> kinds = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("Loại: "))
            .forEach(kinds::add);
      }
    }
    assertThat(kinds.stream().distinct()).hasSize(13);
  }
}
