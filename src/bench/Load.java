import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Users of a server: ADDRESS USERS SECONDS PID. Each thinks for half a second to a second and a half
 * between requests. Half of them are clerks, who look and submit; the others look, and download lists.
 */
public final class Load {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
  private static final Pattern FINDING = Pattern.compile("href=\"(/areas/\\d+/plans/[^\"?]+/findings/[^\"]+)\"");
  private static final Pattern ASKED = Pattern.compile("<textarea[^>]* name=\"(e:[^\"]+)\"");
  private static final String PLAN = "/areas/1/plans/hoc_mon_2024";
  private static final String BOUNDARY = "----load";

  private static final Map<String, List<Long>> MICROS = new ConcurrentHashMap<>();
  private static final Map<String, Integer> OUTCOMES = new ConcurrentHashMap<>();
  private static long end;

  private final String address;
  private final int number;
  private final Random random;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Load(String address, int number) {
    this.address = address;
    this.number = number;
    this.random = new Random(number);
  }

  public static void main(String[] args) throws Exception {
    awaitServer(args[0]);
    int users = Integer.parseInt(args[1]);
    end = System.nanoTime() + Integer.parseInt(args[2]) * 1_000_000_000L;
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      Load user = new Load(args[0], i);
      Thread thread = new Thread(user::use);
      thread.start();
      threads.add(thread);
    }
    long resident = 0;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      resident = Math.max(resident, resident(args[3]));
      Thread.sleep(500);
    }
    tell(users, (System.nanoTime() - begin) / 1e9, resident, resident(args[3]));
    System.exit(OUTCOMES.keySet().stream().anyMatch(o -> o.startsWith("ERROR")) ? 1 : 0);
  }

  private static void awaitServer(String address) throws Exception {
    for (int i = 0; i < 600; i++) {
      try {
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(address + "/login")).build(), BodyHandlers.discarding());
        return;
      } catch (java.net.ConnectException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("no server at " + address);
  }

  private static long resident(String pid) {
    try {
      return Files.readAllLines(Path.of("/proc", pid, "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (java.io.IOException e) {
      return 0;
    }
  }

  private static void tell(int users, double seconds, long most, long last) {
    System.out.printf("%d users, %.0f s%n%n", users, seconds);
    System.out.println("| request | count | p50 ms | p95 ms | p99 ms | most ms |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    List<Long> all = new ArrayList<>();
    for (var kind : new TreeMap<>(MICROS).entrySet()) {
      all.addAll(kind.getValue());
      row(kind.getKey(), kind.getValue());
    }
    row("all", all);
    System.out.println();
    System.out.println("outcomes: " + new TreeMap<>(OUTCOMES));
    System.out.printf("server: at most %d MiB resident, %d MiB at the end%n", most >> 10, last >> 10);
  }

  private static void row(String kind, List<Long> micros) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return;
    }
    System.out.printf(
        "| %s | %d | %.0f | %.0f | %.0f | %.0f |%n",
        kind, sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1000.0;
  }

  private void use() {
    try {
      Thread.sleep(random.nextInt(3_000));
      post("sign in", "/login", "login=user" + number + "&password=" + encode("mat khau do tai 2024"), 302);
      boolean clerk = number % 2 == 0;
      while (System.nanoTime() < end) {
        int dice = random.nextInt(100);
        if (dice < 40) {
          get("dashboard", PLAN);
        } else if (dice < 80) {
          look();
        } else if (clerk) {
          submit();
        } else if (dice < 84 && number % 10 == 1) {
          list();
        } else {
          get("dashboard", PLAN);
        }
        Thread.sleep(500 + random.nextInt(1_000));
      }
    } catch (Exception e) {
      count("ERROR " + e);
    }
  }

  private void look() throws Exception {
    String page = get("findings", PLAN + "/findings").body();
    List<String> links = new ArrayList<>();
    Matcher link = FINDING.matcher(page);
    while (link.find()) {
      links.add(link.group(1).replace("&amp;", "&"));
    }
    if (links.isEmpty()) {
      count("ERROR no findings");
      return;
    }
    get("drill-down", links.get(random.nextInt(links.size())));
  }

  private void submit() throws Exception {
    String unit = unit();
    byte[] figures = figures(unit);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token()
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\";"
                + " filename=\"figures.csv\"\r\nContent-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(figures);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> taken =
        send(
            "upload",
            HttpRequest.newBuilder(URI.create(address + "/areas/1/units/" + unit + "/uploads"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())),
            302);
    if (taken.statusCode() != 302) {
      return;
    }
    String trial = URI.create(taken.headers().firstValue("Location").orElseThrow()).getPath();
    String page = get("dry run", trial).body();
    StringBuilder form = new StringBuilder("note=&knows_invalid=yes");
    Matcher question = ASKED.matcher(page);
    while (question.find()) {
      form.append('&').append(encode(question.group(1))).append("=").append(encode("Đã kiểm tra lại."));
    }
    // Another clerk of the same unit may have been first: 409 is an answer.
    post("submit", trial + "/submit", form.toString(), 302, 409);
  }

  private String unit() throws Exception {
    List<String> communes = new ArrayList<>();
    String figures = Files.readString(Path.of("sample-data/hoc_mon_2024/figures.csv"));
    for (String line : Files.readAllLines(Path.of("sample-data/hoc_mon_2024/units.csv"))) {
      String code = line.substring(0, line.indexOf(','));
      if (line.contains(",commune,") && figures.contains("\n" + code + ",")) {
        communes.add(code);
      }
    }
    return communes.get(number / 2 % communes.size());
  }

  /** The unit's sample figures, one of them changed. */
  private byte[] figures(String unit) throws Exception {
    List<String> rows = new ArrayList<>(List.of("unit,item,period,value"));
    for (String line : Files.readAllLines(Path.of("sample-data/hoc_mon_2024/figures.csv"))) {
      if (line.startsWith(unit + ",")) {
        String[] cells = line.split(",", -1);
        rows.add(String.join(",", Arrays.asList(cells).subList(0, 4)));
      }
    }
    int changed = 1 + random.nextInt(rows.size() - 1);
    String[] cells = rows.get(changed).split(",", -1);
    if (cells[3].matches("[0-9]{1,6}")) {
      cells[3] = Integer.toString(Integer.parseInt(cells[3]) + random.nextInt(3));
      rows.set(changed, String.join(",", cells));
    }
    return (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void list() throws Exception {
    HttpResponse<String> asked =
        post("ask for a list", PLAN + "/lists", "asOf=2025-02-01&format=xlsx", 302, 409);
    if (asked.statusCode() != 302) {
      return;
    }
    Pattern file = Pattern.compile("href=\"(" + PLAN + "/lists/\\d+/files/danh-sach.xlsx)\"");
    for (int i = 0; i < 60; i++) {
      Thread.sleep(1_000);
      String page = get("watch a list", PLAN + "/lists/jobs").body();
      Matcher link = file.matcher(page);
      if (!page.contains("hx-get") && link.find()) {
        get("download a list", link.group(1));
        return;
      }
    }
  }

  private HttpResponse<String> get(String kind, String path) throws Exception {
    return send(kind, HttpRequest.newBuilder(URI.create(address + path)).GET(), 200);
  }

  private HttpResponse<String> post(String kind, String path, String form, Integer... expected)
      throws Exception {
    String token = token();
    return send(
        kind,
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(token))),
        expected);
  }

  private String known = "";

  /** The token of the session, which changes when somebody signs in. */
  private String token() throws Exception {
    if (!known.isEmpty()) {
      return known;
    }
    boolean signedIn = MICROS.containsKey("sign in") && signed;
    String page =
        client
            .send(
                HttpRequest.newBuilder(URI.create(address + (signedIn ? "/password" : "/login"))).build(),
                BodyHandlers.ofString())
            .body();
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no token");
    }
    if (signedIn) {
      known = token.group(1);
    }
    return token.group(1);
  }

  private boolean signed;

  private HttpResponse<String> send(String kind, HttpRequest.Builder request, Integer... expected)
      throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer =
        client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    long micros = (System.nanoTime() - begin) / 1000;
    MICROS.computeIfAbsent(kind, k -> Collections.synchronizedList(new ArrayList<>())).add(micros);
    boolean fine = Arrays.asList(expected).contains(answer.statusCode());
    count((fine ? "" : "ERROR ") + kind + " " + answer.statusCode());
    signed |= kind.equals("sign in");
    return answer;
  }

  private static void count(String outcome) {
    OUTCOMES.merge(outcome, 1, Integer::sum);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
