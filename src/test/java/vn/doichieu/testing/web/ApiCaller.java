package vn.doichieu.testing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import vn.doichieu.web.account.Account;
import vn.doichieu.web.account.ApiTokens;

/** A program that asks the API with a token. */
public final class ApiCaller {

  private static final String BOUNDARY = "----doichieu-api-test";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String token;

  /** Asks in an account's name. */
  public ApiCaller(TestServer server, Account account, ApiTokens.Scope scope) {
    address = server.address();
    token = server.part(ApiTokens.class).create(account.viewer(true), "test", scope, 1);
  }

  /** Asks for a path, with headers by name and value. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = request(path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a form with files, each by its name. */
  public HttpResponse<String> post(
      String path, Map<String, String> fields, Map<String, byte[]> files, String... headers) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(UTF_8)));
    files.forEach(
        (name, content) -> part(body, "name=\"file\"; filename=\"" + name + "\"", content));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static void part(ByteArrayOutputStream body, String name, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
