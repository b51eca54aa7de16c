package vn.doichieu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.doichieu.document.Tone;

class ColoursTest {

  private static final Path SHEET = Path.of("src/main/resources/vn/doichieu/web/static", "app.css");

  @ParameterizedTest
  @EnumSource(value = Tone.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aResultHasTheSameColoursOnPagesAsOnPaper(Tone tone) throws IOException {
    String rule =
        Files.readString(SHEET)
            .lines()
            .filter(line -> line.startsWith(".r-" + tone.name().toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow();
    assertThat(rule)
        .contains("background: #" + tone.fill().toLowerCase(Locale.ROOT) + ";")
        .contains("color: #" + tone.ink().toLowerCase(Locale.ROOT) + ";");
  }
}
