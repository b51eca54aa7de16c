package vn.doichieu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.access.RouteTable.Row;
import vn.doichieu.web.access.Town.Person;
import vn.doichieu.web.account.ApiTokens;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.request.Role;

/** By no route that a clerk may call does anything of another unit come out or change. */
@Tag("web")
class OthersThingsTest {

  /** What keeps nothing, although it is too long for an address. */
  private static final Set<String> ASKED =
      Set.of("/api/v1/check", "/api/v1/areas/{area}/plans/{plan}/waivers/preview");

  private static final List<Row> ROWS =
      RouteTable.rows().stream().filter(row -> row.roles().contains(Role.CLERK)).toList();

  private static Town town;
  private static String others;
  private static Things things;
  private static Person clerk;
  private static Person stranger;

  @BeforeAll
  static void start() {
    town = new Town();
    others = town.unit(2);
    things = new Things(town, others);
    clerk = town.of(Role.CLERK);
    stranger = town.person("clerk.elsewhere", Role.CLERK, town.other(), otherUnit());
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static String otherUnit() {
    return town.server().part(Areas.class).units(town.other()).all().all().get(1).code();
  }

  /** What makes a request a proper one, about what the path or the body names. */
  private static String body(Row row, String unit) {
    if (row.path().endsWith("/entry")) {
      return "seen=0";
    } else if (row.path().equals("/new-waiver")) {
      String area = "area=" + town.area().id() + "&plan=" + Town.PLAN + "&unit=" + unit;
      return area + "&target=HM-N8&period=2024&until=2025-12-31&reason=x&approvedBy=x&decision=x";
    } else if (row.path().startsWith("/inquiries/")) {
      return "text=x&revision=1";
    } else if (!row.isApi()) {
      return "";
    } else if (row.path().endsWith("/uploads")) {
      return "[]";
    } else if (row.path().endsWith("/submissions")) {
      return things.fill("{\"upload\": {upload}}");
    } else if (row.path().endsWith("/messages")) {
      return "{\"kind\": \"answer\", \"text\": \"x\"}";
    }
    return "{\"unit\": \""
        + unit
        + "\", \"target\": \"HM-N8\", \"period\": \"2024\", \"until\": \"2025-12-31\","
        + " \"reason\": \"x\", \"approved_by\": \"x\", \"decision\": \"x\"}";
  }

  private static HttpResponse<String> ask(Row row, String path, Person person, String unit) {
    if (!row.isChange()) {
      return town.ask(row, path, person);
    }
    Visitor visitor = row.isApi() ? town.server().visitor() : person.visitor();
    return visitor.send(
        HttpRequest.newBuilder(visitor.uri(path))
            .header(
                "Content-Type",
                row.isApi() ? "application/json" : "application/x-www-form-urlencoded")
            .header(
                row.isApi() ? "Authorization" : "X-CSRF-TOKEN",
                row.isApi() ? "Bearer " + person.token() : person.csrf())
            .header("Idempotency-Key", "others-things")
            .POST(BodyPublishers.ofString(body(row, unit))));
  }

  /** The path of a row with the others' things, below the clerk's own unit. */
  private static String filled(Row row) {
    return town.path(new Row(row.method(), things.fill(row.path()), row.roles(), false));
  }

  private static void mustBeRefused(Stream<String> answers) {
    assertThat(answers.filter(answer -> !answer.matches("(404|403) .*"))).isEmpty();
  }

  private static String answer(Row row, String path, Person person, String unit) {
    return ask(row, path, person, unit).statusCode() + " " + row.method() + " " + path;
  }

  @Test
  void aClerkReachesNothingOfOthers() {
    List<String> answers = new ArrayList<>();
    for (Row row : ROWS) {
      if (row.path().contains("{area}")) {
        answers.add(answer(row, town.path(row), stranger, town.unit(1)));
        String nowhere = row.path().replace("{area}", Town.NOBODYS);
        Row none = new Row(row.method(), nowhere, row.roles(), false);
        answers.add(answer(none, town.path(none), clerk, town.unit(1)));
      }
      if (row.path().contains("{unit}")) {
        for (String unit : List.of(others, town.area().code(), "khong-co")) {
          Row some = new Row(row.method(), things.fill(row.path()), row.roles(), false);
          answers.add(answer(row, Town.path(some, town.area(), unit), clerk, unit));
        }
      }
    }
    assertThat(answers).hasSizeGreaterThan(100);
    mustBeRefused(answers.stream());
  }

  /** Uploads, submissions, files, inquiries, waivers, tokens: also below the clerk's own unit. */
  @Test
  void theNumberOfSomethingOfOthersOpensNothing() {
    List<String> answers = new ArrayList<>();
    for (Row row : ROWS) {
      boolean rules = row.path().contains("rules/");
      if (things.areIn(row) && !rules && !row.path().contains("{target}")) {
        String path = filled(row);
        answers.add(answer(row, path, clerk, town.unit(1)));
        answers.add(answer(row, path, stranger, town.unit(1)));
      }
    }
    assertThat(answers).hasSizeGreaterThan(25);
    mustBeRefused(answers.stream());
  }

  /** The unit stands in the body there, not in the path. */
  @Test
  void noWaiverIsAskedForOfAnotherUnit() {
    mustBeRefused(
        ROWS.stream()
            .filter(row -> row.isChange() && row.path().matches(".*/(new-waiver|waivers.*)"))
            .filter(row -> !row.path().contains("{waiver}"))
            .map(row -> answer(row, town.path(row), clerk, others)));
  }

  @Test
  void theFilesOfSeveralUnitsAreNotForTheClerkOfOne() {
    String own = "/areas/" + town.area().id() + "/units/" + town.unit(1) + "/submissions/1";
    assertThat(clerk.visitor().get(own).statusCode()).isEqualTo(200);
    assertThat(clerk.visitor().get(own + "/files/figures.csv").statusCode()).isEqualTo(404);
    assertThat(town.of(Role.STAFF).visitor().get(own + "/files/figures.csv").statusCode())
        .isEqualTo(200);
  }

  @Test
  void noAnswerToAClerkTellsOfAnotherUnit() {
    String name = town.server().part(Areas.class).units(town.area()).all().find(others).name();
    List<String> wrong = new ArrayList<>();
    for (Row row : ROWS) {
      String path = filled(row);
      if (row.method().equals("GET") && !row.path().contains("rules")) {
        for (String query : List.of("", "?closed=true", "?unit=" + others)) {
          String body = town.ask(row, path + query, clerk).body();
          if (body.contains(name) || body.contains(Things.QUESTION)) {
            wrong.add(path + query);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    Row list = new Row("GET", "/areas/{area}/plans/{plan}/findings", Set.of(), false);
    assertThat(town.ask(list, town.path(list), town.of(Role.STAFF)).body()).contains(name);
  }

  @Test
  void aReadingTokenChangesNothing() {
    String token =
        town.server()
            .part(ApiTokens.class)
            .create(clerk.account().viewer(true), "reading", ApiTokens.Scope.READ, 3);
    int seen = 0;
    for (Row row : RouteTable.rows()) {
      if (row.isApi() && row.isChange() && !ASKED.contains(row.path())) {
        Visitor program = town.server().visitor();
        HttpResponse<String> answer =
            program.send(
                HttpRequest.newBuilder(program.uri(town.path(row)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body(row, town.unit(1)))));
        assertThat(answer.statusCode()).as(row.toString()).isEqualTo(403);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(10);
  }
}
