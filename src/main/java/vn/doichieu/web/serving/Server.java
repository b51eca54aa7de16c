package vn.doichieu.web.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.doichieu.web.account.FirstAdministrator;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.backup.BackupDoor;
import vn.doichieu.web.backup.PrivateFile;
import vn.doichieu.web.restore.RestoredFolder;
import vn.doichieu.web.restore.RestoredKey;
import vn.doichieu.web.rulebook.RulesVersions;
import vn.doichieu.web.store.DatabaseKind;

/** A running server. */
public final class Server implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final String firstPassword;

  private Server(ConfigurableApplicationContext context, String firstPassword) {
    this.context = context;
    this.firstPassword = firstPassword;
  }

  /** The log in the database was written with another key than that in the data folder. */
  static final class ForeignKeyOfLog extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  /** Starts a server; it listens when this returns. */
  public static Server start(ServerSettings settings) {
    try {
      PrivateFile.folder(settings.dataDir());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String url =
        settings.database() == null ? DatabaseKind.fileIn(settings.dataDir()) : settings.database();
    RestoredFolder.finish(settings.dataDir());
    RestoredKey.settle(settings.dataDir(), url);
    SpringApplication application = new SpringApplication(ServerConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(true);
    application.setDefaultProperties(properties(settings, url));
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("serverSettings", settings));
    ConfigurableApplicationContext context = application.run();
    if (!context.getBean(AuditLog.class).isOfItsKey()) {
      context.close();
      throw new ForeignKeyOfLog();
    }
    context.getBean(RulesVersions.class).seed();
    String password = context.getBean(FirstAdministrator.class).create().orElse("");
    context.getBean(BackupDoor.class).open(settings.dataDir());
    return new Server(context, password);
  }

  private static Map<String, Object> properties(ServerSettings settings, String url) {
    Map<String, Object> all = new HashMap<>();
    all.put("server.address", settings.address());
    all.put("server.port", settings.port());
    // What a request says of where it comes from is not believed, whatever platform this runs on.
    all.put("server.forward-headers-strategy", "none");
    all.put("spring.config.location", "classpath:/vn/doichieu/web/serving/");
    all.put("spring.config.name", "server");
    all.put("spring.datasource.url", url);
    all.put("spring.flyway.placeholders.bytes", DatabaseKind.of(url).bytes());
    if (settings.proxy() != null) {
      all.put("server.forward-headers-strategy", "native");
      all.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
      all.put("server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto");
      all.put("server.tomcat.remoteip.internal-proxies", Pattern.quote(settings.proxy()));
    }
    return all;
  }

  /** The port it listens on. */
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** The one-time password of the first administrator; empty but at the very first start. */
  public String firstPassword() {
    return firstPassword;
  }

  /** A part of the server, for tests and for what runs beside it. */
  public <T> T part(Class<T> kind) {
    return context.getBean(kind);
  }

  @Override
  public void close() {
    context.close();
  }
}
