package vn.doichieu.web.serving;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.security.ViewerArgument;
import vn.doichieu.web.store.DatabaseKind;
import vn.doichieu.web.store.WorkFolder;

/** Puts the parts together. */
@Configuration
@EnableAutoConfiguration
@EnableScheduling
// Classes of two features may share a name.
@ComponentScan(
    basePackages = "vn.doichieu.web",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class ServerConfiguration implements WebMvcConfigurer {

  private final ViewerArgument viewers;

  ServerConfiguration(ViewerArgument viewers) {
    this.viewers = viewers;
  }

  @Bean
  static Clock clock(ServerSettings settings) {
    return settings.clock();
  }

  @Bean
  static DatabaseKind databaseKind(DataSourceProperties database) {
    return DatabaseKind.of(database.determineUrl());
  }

  @Bean
  static AuditKey auditKey(ServerSettings settings) {
    return AuditKey.in(settings.dataDir());
  }

  @Bean
  static WorkFolder workFolder(ServerSettings settings) {
    return new WorkFolder(settings.home(), settings.dataDir());
  }

  /** Under the name by which Spring looks for texts. */
  @Bean
  static PageText messageSource() {
    return new PageText();
  }

  @Bean
  static LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("DOICHIEU_LANG");
    resolver.setDefaultLocale(Locale.forLanguageTag("vi"));
    resolver.setCookieSameSite("Strict");
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    // A request that is too large cannot be asked for its parameters, not even to say so.
    registry.addInterceptor(change).excludePathPatterns("/error");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(viewers);
  }
}
