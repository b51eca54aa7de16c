package vn.doichieu.webpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.doichieu.testing.Chromium;
import vn.doichieu.testing.Chromium.Scheme;
import vn.doichieu.testing.SampleDocument;

@Tag("once")
class PageInChromiumTest {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final int PHONE = 360;
  private static final int DESK = 1280;

  /** Everything laid out, also what is not in sight. */
  private static final String LAID_OUT =
      """
      const style = document.createElement("style");
      style.textContent = ".few, .part, .scroll { content-visibility: visible !important }";
      document.head.append(style);
      """;

  private final String page = PageWriterTest.page(SampleDocument.small());

  @BeforeAll
  static void browserIsThere() {
    Chromium.require();
  }

  @ParameterizedTest
  @CsvSource({"360,LIGHT", "360,DARK", "1280,LIGHT", "1280,DARK"})
  void axeFindsNothingSerious(int width, Scheme scheme) throws Exception {
    String found =
        Chromium.ask(
            page,
            width,
            scheme,
            List.of(axe()),
            LAID_OUT
                + """
            document.querySelectorAll("details").forEach((details) => (details.open = true));
            const results = await axe.run(document);
            return "rules passed: " + (results.passes.length > 20) + ", dark: "
                + matchMedia("(prefers-color-scheme: dark)").matches + "\\n" + results.violations
                .filter((violation) => ["serious", "critical"].includes(violation.impact))
                .map((v) => v.id + ": " + v.nodes.map((node) => node.html).join(" "))
                .join("\\n");
            """);

    assertThat(found).isEqualTo("rules passed: true, dark: %s\n".formatted(scheme == Scheme.DARK));
  }

  @ParameterizedTest
  @CsvSource({"360", "700", "1280"})
  void pageNeverScrollsSideways(int width) throws Exception {
    String widths =
        Chromium.ask(
            page,
            width,
            Scheme.LIGHT,
            List.of(),
            LAID_OUT
                + """
            const root = document.documentElement;
            return innerWidth + " " + (root.scrollWidth <= root.clientWidth);
            """);

    assertThat(widths).isEqualTo(width + " true");
  }

  @Test
  void hostileTextsMakeNoElements() throws Exception {
    String elements =
        Chromium.ask(
            page,
            DESK,
            Scheme.LIGHT,
            List.of(),
            """
            const all = Array.from(document.querySelectorAll("*"));
            return [
              document.images.length,
              all.filter((e) => e.localName === "script").length,
              all.filter((e) => Array.from(e.attributes).some((a) => a.name.startsWith("on"))).length,
              Array.from(document.links).filter((a) => !a.hash).length,
            ].join(" ");
            """);

    assertThat(elements)
        .as("images, scripts (ours and the test's), handlers, links out")
        .isEqualTo("0 2 0 0");
  }

  @Test
  void filterShowsTheLinesOfAUnitAndAResult() throws Exception {
    String said =
        Chromium.ask(
            page,
            DESK,
            Scheme.LIGHT,
            List.of(),
            FILTER
                + """
            const all = shown();
            choose("unit_", "1");
            const ofUnit = shown();
            choose("result_", document.querySelector("#result_ option:nth-child(3)").value);
            const both = shown();
            choose("unit_", "0");
            choose("result_", "0");
            return [all, ofUnit, both, shown()].join("\\n");
            """);

    // 14 units: a row each in the grid, 3 each by unit, one for 2 of them, 5 each in the annex.
    assertThat(said.lines())
        .containsExactly(
            "128 Đang hiện 128 trên 128 dòng; sums 2, groups 16, bars 16",
            "10 Đang hiện 10 trên 128 dòng; sums 2, groups 2, bars 2",
            "5 Đang hiện 5 trên 128 dòng; sums 2, groups 2, bars 1",
            "128 Đang hiện 128 trên 128 dòng; sums 2, groups 16, bars 16");
  }

  @Test
  void aLinkToWhatIsFilteredOutShowsItAgain() throws Exception {
    String said =
        Chromium.ask(
            page,
            PHONE,
            Scheme.LIGHT,
            List.of(),
            FILTER
                + """
            choose("unit_", "1");
            const target = document.getElementById("don-vi-U2");
            const before = target.checkVisibility();
            document.querySelector('a[href="#don-vi-U2"]').click();
            return before + " " + target.checkVisibility() + " " + unit_.value;
            """);

    assertThat(said).isEqualTo("false true 0");
  }

  private static final String FILTER =
      """
      function choose(id, value) {
        document.getElementById(id).value = value;
        document.getElementById(id).dispatchEvent(new Event("change"));
      }
      function visible(selector) {
        return Array.from(document.querySelectorAll(selector))
            .filter((element) => !element.closest("[hidden]")).length;
      }
      function shown() {
        return visible("tr[data-u]") + " " + shown_.textContent + "; sums "
            + visible("#tong-hop_table tbody tr") + ", groups " + visible("section.group")
            + ", bars " + visible(".bars li");
      }
      """;

  private static String axe() throws IOException {
    try (InputStream in = PageInChromiumTest.class.getResourceAsStream(AXE)) {
      return new String(Objects.requireNonNull(in, AXE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
