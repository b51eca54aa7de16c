package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.TestBrowser;
import vn.doichieu.testing.web.TestServer;

@Tag("web")
class StoryTest {

  private static TestServer server;
  private static TestBrowser browser;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    browser = TestBrowser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @Test
  void fromTheFirstStartToTheListOfLeaders() {
    Page admin = browser.window(1280);
    TestBrowser.signIn(admin, server.address(), "admin", server.server().firstPassword());
    assertThat(admin.url()).endsWith("/password");
    browser.mustBeAccessible(admin);
    TestBrowser.picture(admin, "mat-khau");
    admin.fill("#old", server.server().firstPassword());
    admin.fill("#new", TestServer.PASSWORD);
    admin.fill("#again", TestServer.PASSWORD);
    admin.click("main button");
    admin.waitForURL("**/login?changed");
    browser.mustBeAccessible(admin);
  }
}
