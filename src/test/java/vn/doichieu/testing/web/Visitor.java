package vn.doichieu.testing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who sends requests over HTTP as a browser does: cookies are kept, forms carry their
 * token.
 */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
  private static final String BOUNDARY = "----doichieu-test";

  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Visitor(String address) {
    this.address = address;
  }

  /** The cookies this visitor holds. */
  public CookieManager cookies() {
    return cookies;
  }

  /** Signs in; the test fails if that is refused. */
  public void signIn(String login, String password) {
    HttpResponse<String> answer = post("/login", Map.of("login", login, "password", password));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("failed");
  }

  /** Asks for a page, and follows no redirect. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** Asks for a file. */
  public HttpResponse<byte[]> file(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(uri(path)).GET().timeout(Duration.ofMinutes(2)).build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form with the token that pages carry. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
            + "&_csrf="
            + encode(token());
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Presses a button that gives a file. */
  public HttpResponse<byte[]> postForFile(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("_csrf=" + encode(token())))
              .timeout(Duration.ofMinutes(2))
              .build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form with one file, and the token. */
  public HttpResponse<String> upload(
      String path, Map<String, String> form, String field, String fileName, byte[] content) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(multipart(form, field, fileName, content)));
  }

  private BodyPublisher multipart(
      Map<String, String> form, String field, String fileName, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder();
    head.append(part("_csrf")).append("\r\n\r\n").append(token()).append("\r\n");
    form.forEach((k, v) -> head.append(part(k)).append("\r\n\r\n").append(v).append("\r\n"));
    head.append(part(field))
        .append("; filename=\"")
        .append(fileName)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }

  private static String part(String name) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
  }

  /** The token of this visitor's session, from the password or sign-in page. */
  public String token() {
    HttpResponse<String> page = get("/password");
    if (page.statusCode() != 200) {
      page = get("/login");
    }
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).as("a page with a token").isTrue();
    return token.group(1);
  }

  /** Sends a request as it is, with this visitor's cookies. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a path. */
  public URI uri(String path) {
    return URI.create(address + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
