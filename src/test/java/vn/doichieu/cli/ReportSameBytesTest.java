package vn.doichieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same input gives the same bytes, in all formats and letters. */
class ReportSameBytesTest {

  @TempDir private Path folder;

  private Map<String, String> list(String output) {
    Path folderOfList = folder.resolve(output);
    SmallList list = new SmallList(folder);

    Run run =
        list.into(
            folderOfList, Stream.of(Run.AS_OF, "--per-unit", "--issuer=examples/issuer.yaml"));

    assertThat(run).isEqualTo(new Run(0, "", ""));
    return SmallList.bytes(folderOfList);
  }

  @Test
  void twice() {
    assertThat(list("a")).hasSize(SmallList.ALL_FOUR.length + 8).isEqualTo(list("b"));
  }

  @ParameterizedTest
  @CsvSource({
    "vi-VN,Asia/Ho_Chi_Minh",
    "tr-TR,America/St_Johns",
    "ja-JP-u-ca-japanese,Pacific/Kiritimati",
    "de-DE,Africa/Casablanca"
  })
  void whateverTheLocaleAndTimeZone(String locale, String zone) {
    Map<String, String> here = list("a");
    Locale localeBefore = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(list("b")).isEqualTo(here);
    } finally {
      Locale.setDefault(localeBefore);
      TimeZone.setDefault(zoneBefore);
    }
  }

  @Test
  void whereAnOlderListIsReplaced() {
    Map<String, String> here = list("a");
    list("b");

    assertThat(list("b")).isEqualTo(here);
  }
}
