package vn.doichieu.web.request;

import java.util.List;
import vn.doichieu.domain.Problem;

/**
 * A request that is not followed, with a sentence for whoever made it: a page or problem+json.
 *
 * <p>Its text is {@code refusal.KEY} in the pages' texts.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;
  private final transient List<Object> arguments;
  private final transient List<Problem> problems;

  private Refusal(int status, String key, List<Object> arguments, List<Problem> problems) {
    super(status + " " + key);
    this.status = status;
    this.key = key;
    this.arguments = List.copyOf(arguments);
    this.problems = List.copyOf(problems);
  }

  /** What was sent cannot be understood, or does not fit: 400. */
  public static Refusal invalid(String key, Object... arguments) {
    return new Refusal(400, key, List.of(arguments), List.of());
  }

  /** Files or cells that cannot be used, each with its place: 422. */
  public static Refusal of(String key, List<Problem> problems) {
    return new Refusal(422, key, List.of(problems.size()), problems);
  }

  /** The role is right, but not for this: 403. */
  public static Refusal forbidden(String key, Object... arguments) {
    return new Refusal(403, key, List.of(arguments), List.of());
  }

  /** There is no such thing, or it is none of the asker's business: 404. */
  public static Refusal notFound() {
    return new Refusal(404, "not_found", List.of(), List.of());
  }

  /** Somebody else was first, or the thing is in another state: 409. */
  public static Refusal conflict(String key, Object... arguments) {
    return new Refusal(409, key, List.of(arguments), List.of());
  }

  /** Too much or too often: 413, 429. */
  public static Refusal tooMuch(int status, String key, Object... arguments) {
    return new Refusal(status, key, List.of(arguments), List.of());
  }

  /** Too many ask at once; a little later there is time again: 503. */
  public static Refusal busy() {
    return new Refusal(503, "busy", List.of(), List.of());
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<Problem> problems() {
    return problems;
  }
}
