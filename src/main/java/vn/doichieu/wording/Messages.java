package vn.doichieu.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * The sentences of one language, by key. Plain substitution of {0}, {1}…: what is put in is never
 * read as a pattern.
 */
public final class Messages {

  private final Language language;
  private final Properties texts = new Properties();

  public Messages(Language language) {
    this.language = language;
    String file = "messages_" + language.code() + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Language language() {
    return language;
  }

  /** Whether there is a sentence for a key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * The sentence for a key.
   *
   * @throws IllegalArgumentException if there is none: a test holds that every key has one
   */
  public String text(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + language.code());
    }
    return fill(pattern, arguments);
  }

  /** A pattern with {0}, {1}… replaced; what is put in is never read as a pattern. */
  public static String fill(String pattern, Object... arguments) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      int index = pattern.charAt(open + 1) - '0';
      text.append(pattern, at, open).append(index < arguments.length ? arguments[index] : "");
      at = open + "{0}".length();
    }
    return text.append(pattern.substring(at)).toString();
  }
}
