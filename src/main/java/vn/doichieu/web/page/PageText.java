package vn.doichieu.web.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/**
 * The texts of pages: one file a feature and language in {@code web/text}, then the sentences of
 * the command line. Filled in plainly, as {@link Messages} does.
 */
public final class PageText extends AbstractMessageSource {

  private static final String FILES = "classpath*:vn/doichieu/web/text/*_";

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
  private final Map<Language, Messages> messages = new EnumMap<>(Language.class);

  /** All texts. */
  public PageText() {
    for (Language language : Language.values()) {
      texts.put(language, read(language));
      messages.put(language, new Messages(language));
    }
  }

  private static Properties read(Language language) {
    Properties all = new Properties();
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources(FILES + language.code() + ".properties");
      for (Resource file : files) {
        Properties some = new Properties();
        some.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        for (String key : some.stringPropertyNames()) {
          if (all.put(key, some.getProperty(key)) != null) {
            throw new IllegalStateException("text twice: " + key);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The language of a locale: Vietnamese, unless it is English. */
  public static Language language(Locale locale) {
    return locale.getLanguage().equals("en") ? Language.EN : Language.VI;
  }

  /** The sentences of the command line in a language. */
  public Messages messages(Locale locale) {
    return sentences(language(locale));
  }

  private Messages sentences(Language language) {
    return Objects.requireNonNull(messages.get(language)); // There is one for every language.
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if there is none: a test holds that every key has one
   */
  public String text(Locale locale, String key, Object... arguments) {
    String text = find(locale, key, arguments);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return text;
  }

  /** Why something was refused. */
  public String refusal(Locale locale, Refusal refusal) {
    return text(locale, "refusal." + refusal.key(), refusal.arguments().toArray());
  }

  private @Nullable String find(Locale locale, String key, Object... arguments) {
    Language language = language(locale);
    String pattern = Objects.requireNonNull(texts.get(language)).getProperty(key);
    if (pattern == null) {
      return sentences(language).has(key) ? sentences(language).text(key, arguments) : null;
    }
    return Messages.fill(pattern, arguments);
  }

  @Override
  protected @Nullable String getMessageInternal(
      @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
    return code == null
        ? null
        : find(locale == null ? Locale.ROOT : locale, code, args == null ? new Object[0] : args);
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    return null; // All is found above.
  }
}
