package vn.doichieu.web.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import vn.doichieu.web.request.Refusal;

/** How passwords are made, judged and kept: as bcrypt hashes of cost 12. */
@Component
public class Passwords {

  private static final int COST = 12;
  private static final int SHORTEST = 12;

  /** What bcrypt takes into account; more would be cut in silence. */
  private static final int MOST_BYTES = 72;

  private static final int FEWEST_DIFFERENT = 5;
  private static final int ONE_TIME_LENGTH = 16;

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
  private final SecureRandom random = new SecureRandom();

  /** Worked through where there is no such account, so that this takes as long. */
  private final String nobody = bcrypt.encode(oneTime());

  /** A password to be told once and changed at the first sign-in. */
  public String oneTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH; i++) {
      text.append(i > 0 && i % 4 == 0 ? "-" : "")
          .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  String hash(String password) {
    return bcrypt.encode(password);
  }

  /** Whether a password is the one of a hash. */
  public boolean matches(String password, String hash) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && bcrypt.matches(password, hash);
  }

  /** Takes as long as {@link #matches}, for nobody. */
  public void matchNobody(String password) {
    matches(password, nobody);
  }

  /**
   * Stops a password that is easily guessed.
   *
   * @throws Refusal saying what it lacks
   */
  void mustBeStrong(String password, String login) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw Refusal.invalid("password_short", SHORTEST);
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.invalid("password_long", MOST_BYTES);
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT
        || password.toLowerCase(Locale.ROOT).contains(login)) {
      throw Refusal.invalid("password_weak");
    }
  }
}
