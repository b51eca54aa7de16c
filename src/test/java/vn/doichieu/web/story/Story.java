package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import vn.doichieu.testing.web.TestBrowser;
import vn.doichieu.testing.web.TestServer;

/** A server and a browser in which each person of a story has a window of his own. */
final class Story implements AutoCloseable {

  /** The plan that the story is about. */
  static final String PLAN = "hoc_mon_2024";

  /** The only area of the story. */
  static final String AREA = "/areas/1";

  private static final int WIDE = 1280;
  private static final int NARROW = 360;
  private static final int HEIGHT = 900;

  private final TestServer server = TestServer.start();
  private final TestBrowser browser = TestBrowser.start();
  private final Map<String, Page> windows = new HashMap<>();

  TestServer server() {
    return server;
  }

  String plan() {
    return AREA + "/plans/" + PLAN;
  }

  /** Somebody who signs in for the first time must choose a password before anything else. */
  Page firstSignIn(String login, String oneTime) {
    Page page = browser.window(WIDE);
    TestBrowser.signIn(page, server.address(), login, oneTime);
    assertThat(page.url()).endsWith("/password");
    windows.put(login, page);
    return page;
  }

  /** Chooses a password on the page that asks for it, and signs in by it. */
  void choosePassword(String login, String oneTime) {
    Page page = windows.get(login);
    page.fill("#old", oneTime);
    page.fill("#new", TestServer.PASSWORD);
    page.fill("#again", TestServer.PASSWORD);
    page.click("main button");
    page.waitForURL("**/login?changed");
    TestBrowser.signIn(page, server.address(), login, TestServer.PASSWORD);
  }

  /** The window of somebody who has signed in. */
  Page of(String login) {
    return windows.get(login);
  }

  void go(Page page, String path) {
    page.navigate(server.address() + path);
  }

  /** Follows a link of the menu. */
  void menu(Page page, String words) {
    page.click(".top nav a:text-is('" + words + "')");
    page.waitForLoadState();
  }

  /** Looks at the page as it stands: accessible, and a picture of it for people. */
  void look(Page page, String name) {
    browser.mustBeAccessible(page);
    TestBrowser.picture(page, name);
  }

  /** A picture only, of a page of many hundred rows like those of one unit: axe takes a minute. */
  void picture(Page page, String name) {
    TestBrowser.picture(page, name);
  }

  /** Looks at the page as it stands, and as it is on a telephone. */
  void lookNarrow(Page page, String name) {
    look(page, name);
    page.setViewportSize(NARROW, HEIGHT);
    browser.mustBeAccessible(page);
    TestBrowser.picture(page, name + "-360");
    Object width = page.evaluate("() => document.documentElement.scrollWidth");
    page.setViewportSize(WIDE, HEIGHT);
    assertThat(width).as("%s is as wide as the window", page.url()).isEqualTo(NARROW);
  }

  @Override
  public void close() {
    try {
      browser.close();
    } finally {
      server.close();
    }
  }
}
