package vn.doichieu.web.api;

import io.swagger.v3.oas.models.Operation;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.doichieu.web.page.PageText;

/** What OpenAPI says of each path. */
@Configuration
class ApiSummaries {

  /** Says of each path what it is for: {@code api.get./api/v1/areas} in the texts. */
  @Bean
  OpenApiCustomizer summaries(PageText texts) {
    return api ->
        api.getPaths()
            .forEach(
                (path, item) ->
                    item.readOperationsMap()
                        .forEach(
                            (method, operation) ->
                                describe(texts, method.name(), path, operation)));
  }

  private static void describe(PageText texts, String method, String path, Operation operation) {
    Locale locale = LocaleContextHolder.getLocale();
    String key = "api." + method.toLowerCase(Locale.ROOT) + "." + path;
    String summary = texts.getMessage(key, null, "", locale);
    if (summary != null && !summary.isEmpty()) {
      operation.setSummary(summary);
    }
  }
}
