package vn.doichieu.testing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.doichieu.testing.Chromium;

/**
 * Debian's Chromium, driven through the pages of a server. Everything a page complains of on its
 * console, a blocked script among it, fails the test when the browser is closed.
 */
public final class TestBrowser implements AutoCloseable {

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final double PATIENCE_MS = 20_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final String axe;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
    try (InputStream in = TestBrowser.class.getResourceAsStream(AXE)) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the browser; leaves a test out where there is none, which in CI is a failure. */
  public static TestBrowser start() {
    Chromium.require();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new TestBrowser(playwright, browser);
  }

  /** A window of its own, with no cookies, of some width in pixels. */
  public Page window(int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("vi-VN")
                .setAcceptDownloads(true));
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /** Signs in to an account of {@link TestServer#account}. */
  public static void signIn(Page page, String address, String login, String password) {
    page.navigate(address + "/login");
    page.fill("#login", login);
    page.fill("#password", password);
    page.click("main button");
    page.waitForLoadState();
  }

  /** What axe finds on the page as it stands: nothing, or the test fails. */
  public void mustBeAccessible(Page page) {
    page.waitForLoadState(); // Of a page that is still coming in, axe would see half a table.
    page.evaluate(axe);
    Object found =
        page.evaluate(
            """
            async () => {
              const result = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',
                'wcag21aa', 'best-practice']});
              return result.violations.map(v => v.id + ': ' + v.help + ' '
                + v.nodes.slice(0, 3).map(n => n.html).join(' | ')).join('\\n');
            }
            """);
    assertThat(String.valueOf(found)).as("axe on %s", page.url()).isEmpty();
  }

  /** A picture of the whole page, for people to look at, in target/pictures. */
  public static void picture(Page page, String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "pictures"));
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    assertThat(complaints).as("what pages complained of").isEmpty();
  }
}
