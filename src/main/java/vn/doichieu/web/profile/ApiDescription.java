package vn.doichieu.web.profile;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.doichieu.web.request.Viewer;

/** What the description of the API says besides its calls: that each needs a token. */
@Configuration
class ApiDescription {

  private static final String TOKEN = "token";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
  }

  @Bean
  static OpenAPI openApi() {
    return new OpenAPI()
        .info(new Info().title("Đối Chiếu").version("1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
