package vn.doichieu.web.submitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import vn.doichieu.testing.web.TestServer;
import vn.doichieu.testing.web.Visitor;
import vn.doichieu.web.area.Area;

/** Somebody who hands in figures of a unit. */
public record Clerk(TestServer server, Visitor visitor, Area area, String unit) {

  /** An address below the unit's. */
  public String path(String rest) {
    return "/areas/" + area.id() + "/units/" + unit + rest;
  }

  /** A list of the unit's figures of 2024: items and values in turn. */
  public String csv(String... figures) {
    StringBuilder text = new StringBuilder("unit,item,period,value\n");
    for (int i = 0; i < figures.length; i += 2) {
      text.append(unit + "," + figures[i] + ",2024," + figures[i + 1] + "\n");
    }
    return text.toString();
  }

  public HttpResponse<String> upload(String name, String text) {
    return upload(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> upload(String name, byte[] content) {
    return visitor.upload(path("/uploads"), Map.of(), "files", name, content);
  }

  /** Uploads a list; gives the address of the trial. */
  public String tried(String csv) {
    return address(upload("so-lieu.csv", csv));
  }

  /** Where an answer leads. */
  public static String address(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
  }

  public HttpResponse<String> submit(String trial) {
    return submit(trial, Map.of());
  }

  public HttpResponse<String> submit(String trial, Map<String, String> words) {
    return visitor.post(trial + "/submit", new HashMap<>(words));
  }
}
