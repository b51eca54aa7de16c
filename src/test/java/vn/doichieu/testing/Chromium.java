package vn.doichieu.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium, as the browser that a page is opened in, from a file and without a network. */
public final class Chromium {

  private static final String PROGRAM = "chromium";
  private static final long MOST_MINUTES = 3;
  private static final int HEIGHT = 800;
  private static final Pattern POLICY =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");
  private static final Pattern ANSWER = Pattern.compile("<pre id=\"answer\">([^<]*)</pre>");

  private Chromium() {}

  /** What a reader of the page has set. */
  public enum Scheme {
    LIGHT(1),
    DARK(0);

    private final int setting;

    Scheme(int setting) {
      this.setting = setting;
    }
  }

  /** Leaves a test out where there is no Chromium; in CI that is a failure. */
  public static void require() {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("Chromium is installed").isTrue();
    }
    assumeTrue(there, "Chromium is not installed");
  }

  /**
   * Opens a copy of a page and asks it something. The page stands in a frame, since windows are
   * never as narrow as a phone.
   *
   * @param page the page as it is written; its policy, which lets no script but its own run, is
   *     taken out of the copy
   * @param width of the page in pixels
   * @param libraries scripts that the question needs
   * @param question the body of an asynchronous function that returns a text
   */
  public static String ask(
      String page, int width, Scheme scheme, List<String> libraries, String question)
      throws IOException, InterruptedException {
    StringBuilder asking = new StringBuilder();
    libraries.forEach(library -> asking.append("<script>").append(library).append("</script>\n"));
    asking
        .append("<script>(async () => {")
        .append(question)
        .append("})().catch((e) => 'failed: ' + e + e.stack)")
        .append(".then((text) => parent.postMessage(text, '*'));</script>\n");
    int end = page.lastIndexOf("</body>");
    Path folder = Files.createTempDirectory("chromium");
    Path copy = folder.resolve("page.html");
    Files.writeString(
        copy,
        POLICY.matcher(page.substring(0, end)).replaceFirst("") + asking + page.substring(end));
    Path frame = folder.resolve("frame.html");
    Files.writeString(
        frame,
        """
        <!doctype html><meta charset="utf-8"><pre id="answer"></pre>
        <script>addEventListener("message", (event) => {
          const bytes = new TextEncoder().encode(event.data);
          document.getElementById("answer").textContent =
              btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        });</script>
        <iframe src="page.html" width="%d" height="%d" style="border:0"></iframe>
        """
            .formatted(width, HEIGHT));
    Matcher answer = ANSWER.matcher(dom(folder, frame, scheme));
    assertThat(answer.find()).as("the frame's answer").isTrue();
    return new String(Base64.getDecoder().decode(answer.group(1)), StandardCharsets.UTF_8);
  }

  private static String dom(Path folder, Path file, Scheme scheme)
      throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1400,900",
                "--blink-settings=preferredColorScheme=" + scheme.setting,
                "--virtual-time-budget=60000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(said.toFile())
            .start();
    boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("Chromium ended; it said: %s", Files.readString(said)).isTrue();
    return Files.readString(dom);
  }
}
