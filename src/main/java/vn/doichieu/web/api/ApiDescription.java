package vn.doichieu.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.doichieu.domain.ProgramVersion;
import vn.doichieu.web.page.PageText;
import vn.doichieu.web.request.Viewer;

/** What OpenAPI tells of the API besides its paths and parameters. */
@Configuration
class ApiDescription {

  private static final String TOKEN = "token";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().title("Đối Chiếu").version(ProgramVersion.text()))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

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
