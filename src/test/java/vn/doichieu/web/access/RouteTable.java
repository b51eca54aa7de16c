package vn.doichieu.web.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.doichieu.web.request.Role;

/** The rows of routes.txt. */
final class RouteTable {

  private RouteTable() {}

  /** One row. */
  record Row(String method, String path, Set<Role> roles, boolean isPublic) {

    boolean isApi() {
      return path.startsWith("/api/");
    }

    boolean isChange() {
      return !method.equals("GET") && !method.equals("*");
    }

    /** Method and path with every part in braces alike. */
    String shape() {
      return shape(method, path);
    }

    static String shape(String method, String path) {
      return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Row> rows() {
    return lines("routes.txt").stream().map(RouteTable::row).toList();
  }

  /** The lines of a file beside this class, without remarks. */
  static List<String> lines(String file) {
    try (InputStream in = RouteTable.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> words = Arrays.asList(line.strip().split("\\s+"));
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words.subList(2, words.size())) {
      switch (word) {
        case "PUBLIC", "ANYONE" -> roles.addAll(EnumSet.allOf(Role.class));
        case "OFFICE" -> roles.addAll(EnumSet.complementOf(EnumSet.of(Role.CLERK)));
        case "NOBODY" -> {
          // No role is added.
        }
        default -> roles.add(Role.valueOf(word));
      }
    }
    return new Row(words.get(0), words.get(1), roles, words.contains("PUBLIC"));
  }
}
