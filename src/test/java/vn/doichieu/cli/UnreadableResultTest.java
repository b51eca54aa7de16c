package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is no whole result of a check: exit 2, said in words, nothing on standard output. */
class UnreadableResultTest {

  @TempDir private Path folder;
  private RecordedCheck recorded;

  @BeforeEach
  void aResult() {
    recorded = new RecordedCheck(folder);
  }

  private String refused() {
    Run run = recorded.verify();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1. result.json").doesNotContain("Exception", "2. ");
    return run.err();
  }

  @Test
  void whenItIsNotThere() throws IOException {
    Files.delete(recorded.result);

    assertThat(refused()).contains("không có tệp này");
  }

  @Test
  void whenItIsAFolder() throws IOException {
    Files.delete(recorded.result);
    Files.createDirectory(recorded.result);

    assertThat(refused()).contains("không phải là tệp thường");
  }

  @Test
  void whenItIsEmpty() {
    recorded.write("");

    assertThat(refused()).contains("tệp trống");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unit,item,period,value\nx1,done,2024,3\n", "{plan: small}", "<html/>"})
  void whenItIsNotJson(String text) {
    recorded.write(text);

    assertThat(refused()).contains("đây không phải là JSON", "check --format json");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99})
  void whenItIsCutOff(double share) {
    String text = recorded.text();
    recorded.write(text.substring(0, (int) (text.length() * share)));

    assertThat(refused()).contains("tệp kết quả bị cắt ngang");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|plan",
        "[]|plan",
        "17|plan",
        "{\"plan\":\"small\",\"findings\":[]}|as_of",
        "{\"plan\":{}}|plan",
        "{\"as_of\":\"hôm nay\"}|as_of",
        "{\"closed\":\"no\"}|closed",
        "{\"provenance\":[]}|provenance",
        "{\"provenance\":{\"rules\":{\"files\":[1]}}}|provenance",
        "{\"filter\":{\"unit\":[],\"target\":[],\"result\":[\"fine\"]}}|filter",
        "{\"filter\":{}}|filter",
        "{\"findings\":[1]}|findings",
        "{\"findings\":{}}|findings"
      })
  void whenItIsAnotherKindOfJson(String json, String part) {
    recorded.write(json);

    assertThat(refused()).contains("phần “" + part + "” thiếu hoặc sai");
  }

  @Test
  void whenAVersionWithoutProvenanceWroteIt() {
    recorded.write(recorded.text().replaceFirst("\"provenance\":\\{.*?]}},", ""));

    assertThat(refused()).contains("phần “provenance” thiếu hoặc sai", "phiên bản cũ");
  }

  @Test
  void whenSomethingStandsBehindIt() {
    recorded.write(recorded.text() + "{}");

    assertThat(refused()).contains("phần “JSON” thiếu hoặc sai");
  }

  @Test
  void whenAKeyStandsTwice() {
    recorded.edit("\"plan\":\"small\"", "\"plan\":\"small\",\"plan\":\"small\"");

    assertThat(refused()).contains("không phải là JSON");
  }

  @Test
  void whenItIsDeeperThanAnyResult() {
    recorded.write("{\"findings\":" + "[".repeat(5000));

    assertThat(refused()).contains("thiếu hoặc sai");
  }

  @Test
  void whenItIsLargerThanAnyResultThatCanBeCompared() throws IOException {
    try (var file = new RandomAccessFile(recorded.result.toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }

    assertThat(refused()).contains("quá lớn", "không quá 64 MB");
  }
}
