package vn.doichieu.web.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that has a data folder open, as it tells in a file of that folder.
 *
 * @param port the port of its {@link BackupDoor}
 * @param secret what has to be said there
 */
public record RunningServer(int port, String secret) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Path file(Path dataDir) {
    return dataDir.resolve("server.json");
  }

  void tell(Path dataDir) throws IOException {
    byte[] text = JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    PrivateFile.write(file(dataDir), out -> out.write(text));
  }

  /** The one of a data folder; empty where none runs, whatever an earlier one left there. */
  public static Optional<RunningServer> of(Path dataDir) throws IOException {
    RunningServer told;
    try {
      told = JSON.readValue(Files.readString(file(dataDir)), RunningServer.class);
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
    return told.answers() ? Optional.of(told) : Optional.empty();
  }

  /** Something else may have its port by now: that does not refuse what is not for it. */
  private boolean answers() {
    try {
      HttpRequest knock = HttpRequest.newBuilder(uri()).timeout(PATIENCE).GET().build();
      return client().send(knock, BodyHandlers.discarding()).statusCode() == 403;
    } catch (IOException e) {
      return false; // Whatever has the port, it is no server of ours.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Has the server write a backup. */
  public void backup(OutputStream out) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri())
            .header(BackupDoor.SECRET, secret)
            .POST(BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<InputStream> answer = client().send(request, BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException("HTTP " + answer.statusCode());
        }
        in.transferTo(out);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private URI uri() {
    return URI.create("http://127.0.0.1:" + port + BackupDoor.PATH);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }
}
