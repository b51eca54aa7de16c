package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that says anything else than the program made of the same files was edited: exit 2. */
class EditedResultTest {

  @TempDir private Path folder;
  private RecordedCheck recorded;

  @BeforeEach
  void aResult() {
    recorded = new RecordedCheck(folder);
  }

  private String edited() {
    Run run = recorded.verify();

    assertThat(run.exit()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("TỆP KẾT QUẢ ĐÃ BỊ SỬA");
    return run.out();
  }

  @Test
  void whenAVerdictWas() {
    recorded.edit(
        "\"result\":\"not_met\",\"reason\":\"not_done\"", "\"result\":\"met\",\"reason\":\"met\"");

    assertThat(edited()).contains("T2, x1, năm 2024: Đạt, thiếu 1 → Không đạt, thiếu 1");
  }

  @Test
  void whenItsReasonOrFlagsAloneWere() {
    recorded.edit(
        "\"reason\":\"not_done\",\"binding\":true", "\"reason\":\"late\",\"binding\":true");

    assertThat(edited().replaceAll("\\s+", " "))
        .contains("Không đạt, thiếu 1 (reason late, binding true")
        .contains("→ Không đạt, thiếu 1 (reason not_done, binding true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"message\":\"Chưa ", "\"value\":3", "\"quote\":\"câu", "\"row\":2"})
  void whenWordsOrFiguresBehindAVerdictWere(String part) {
    recorded.edit(
        part, part.replace('3', '4').replace('2', '3').replace("Chưa", "Đã").replace("câu", "c"));

    assertThat(edited()).contains("lời, căn cứ hoặc số liệu kèm theo khác:");
  }

  @Test
  void whenAFindingWasTakenOut() {
    String text = recorded.text();
    int from = text.indexOf(",{\"target\":\"T2\"");
    int to = text.indexOf("\n,{\"target\":\"T2\"", from + 5);
    recorded.write(text.substring(0, text.lastIndexOf('\n', from)) + text.substring(to));

    assertThat(edited()).contains("Không có trong tệp, nay có: 1", "T2, x1, năm 2024: Không đạt");
  }

  @Test
  void whenAFindingStandsTwice() {
    String text = recorded.text();
    String last = text.substring(text.lastIndexOf("\n,{") + 1, text.lastIndexOf("]}"));
    recorded.edit(last, last + last);

    assertThat(edited()).contains("Có trong tệp, nay không có: 1");
  }

  @Test
  void whenAProblemOrTheSummaryWas() {
    recorded.edit("\"code\":\"unknown_unit\"", "\"code\":\"unknown_item\"");
    recorded.edit("\"summary\":{\"total\":", "\"summary\":{\"total\":1");

    assertThat(edited()).contains("unknown_item", "Phần khác trong tệp: summary.");
  }

  @Test
  void whenItsHashesContradictOneAnother() {
    Matcher hash =
        Pattern.compile("\"data\":\\{\"sha256\":\"([0-9a-f]{64})").matcher(recorded.text());
    assertThat(hash.find()).isTrue();
    recorded.edit(hash.group(1), "0".repeat(64));

    assertThat(edited()).contains("không khớp với nhau");
  }

  @Test
  void whenAnUnknownResultWasWrittenIntoItWithoutHarmToTheScreen() {
    recorded.edit(
        "\"result\":\"not_met\",\"reason\":\"not_done\"", "\"result\":\"\\u001b[2Jfine\"");

    assertThat(edited()).contains("[2Jfine").doesNotContain("\u001b");
  }
}
