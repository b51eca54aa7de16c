package vn.doichieu.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.doichieu.testing.web.TestPostgres;
import vn.doichieu.web.backup.PrivateFile;
import vn.doichieu.web.backup.RunningServer;
import vn.doichieu.web.restore.WholeBackup;

/**
 * Kills the server with signal 9 at random moments while people submit, publish, ask for lists and
 * take backups, or while it stops. {@code -Dkills=N} says how often for each database; the seed is
 * printed.
 */
@Tag("web")
class CrashTest {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("kills.seed", 20241122);

  /** Kills of one database, before the next begins empty: a start reads all that was submitted. */
  private static final int A_DATABASE = 25;

  /** The latest moment of a kill, in milliseconds after the work has begun. */
  private static final int LATEST = 1_500;

  /** One in three is asked to stop first, and killed while it closes and packs its database. */
  private static final int STOPPING = 400;

  private static final int SUBMITTING = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Random random = new Random(SEED);
  private final AtomicInteger words = new AtomicInteger();
  private final Map<String, Set<String>> acknowledged = new TreeMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  @TempDir private Path temporary;
  private volatile boolean stopping;
  private Path folder = Path.of("");

  @Test
  void nothingAcknowledgedIsLostAndNothingHalfDoneIsSeenOnH2() throws Exception {
    for (int i = 0; i < KILLS; i += A_DATABASE) {
      kill("-", Math.min(A_DATABASE, KILLS - i));
    }
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingHalfDoneIsSeenOnPostgres() throws Exception {
    for (int i = 0; i < KILLS; i += A_DATABASE) {
      kill(TestPostgres.newDatabase(), Math.min(A_DATABASE, KILLS - i));
    }
  }

  private void kill(String database, int kills) throws Exception {
    folder = Files.createTempDirectory(temporary, "crash");
    for (String kind : List.of("submission", "version", "list")) {
      acknowledged.put(kind, Collections.synchronizedSet(new HashSet<>()));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i <= kills; i++) {
      Running server = start(database);
      List<String> state = state(server);
      assertThat(state).as("after kill %s", i).noneMatch(line -> line.startsWith("broken"));
      assertThat(state).as("after kill %s", i).doesNotHaveDuplicates();
      assertThat(new HashSet<>(state)).as("after kill %s", i).containsAll(known());
      assertThat(new HashSet<>(state)).as("what was seen before kill %s", i).containsAll(seen);
      seen.addAll(state);
      backupsAreWhole();
      if (i < kills) {
        disturb(server);
      }
      server.process().destroyForcibly().waitFor();
      if (Boolean.getBoolean("kills.told")) {
        System.out.println(
            "kill " + (i + 1) + ", acknowledged so far " + sizes() + ", seen " + seen.size());
      }
    }
    assertThat(acknowledged.get("submission")).isNotEmpty();
    assertThat(acknowledged.get("version")).isNotEmpty();
  }

  private Map<String, Integer> sizes() {
    return acknowledged.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size()));
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>();
    acknowledged.forEach((kind, all) -> all.forEach(word -> known.add(kind + " " + word)));
    return known;
  }

  /** A running server. */
  private record Running(Process process, int port) {}

  private Running start(String database) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CrashServer.class.getName());
    command.add(folder.resolve("data").toString());
    command.add(database);
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("READY ")) {
        return new Running(process, Integer.parseInt(line.substring(6)));
      }
    }
    throw new AssertionError(
        "the server did not start: " + Files.readString(folder.resolve("errors.txt")));
  }

  /** Work from all sides until the server is killed. */
  private void disturb(Running server) throws Exception {
    List<Thread> threads = new ArrayList<>();
    stopping = false;
    for (int i = 0; i < SUBMITTING; i++) {
      threads.add(new Thread(() -> repeat(server, "submit", "submission")));
    }
    threads.add(new Thread(() -> repeat(server, "publish", "version")));
    threads.add(new Thread(() -> repeat(server, "list", "list")));
    threads.add(new Thread(this::backUp));
    threads.forEach(Thread::start);
    Thread.sleep(random.nextInt(LATEST));
    stopping = random.nextInt(3) == 0;
    if (stopping) {
      server.process().destroy();
      Thread.sleep(random.nextInt(STOPPING));
    }
    server.process().destroyForcibly().waitFor();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).as("what the server failed at").isEmpty();
  }

  private void repeat(Running server, String path, String kind) {
    while (server.process().isAlive()) {
      String word = "w" + words.incrementAndGet();
      try {
        HttpResponse<String> answer = post(server, path + "?" + word);
        if (answer.statusCode() == 200) {
          acknowledged.get(kind).add(kind.equals("list") ? answer.body() : word);
        } else if (answer.statusCode() == 500 && stopping) {
          Thread.sleep(20); // Not acknowledged: its database is closed.
        } else if (answer.statusCode() == 500) {
          failures.add(path + ": " + answer.body());
        } else {
          Thread.sleep(20); // The list of before is not done yet.
        }
      } catch (IOException | InterruptedException e) {
        return; // Killed.
      }
    }
  }

  private void backUp() {
    try {
      for (int i = 0; ; i++) {
        RunningServer running = RunningServer.of(folder.resolve("data")).orElseThrow();
        PrivateFile.write(folder.resolve("backup" + i % 3 + ".zip"), running::backup);
      }
    } catch (IOException | java.util.NoSuchElementException e) {
      // Killed.
    }
  }

  private void backupsAreWhole() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".zip")).toList()) {
        WholeBackup.check(file);
      }
    }
  }

  private List<String> state(Running server) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(server, "state");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().lines().toList();
  }

  private HttpResponse<String> post(Running server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path))
            .timeout(PATIENCE)
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }
}
