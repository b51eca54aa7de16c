package vn.doichieu.web.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import vn.doichieu.command.Command;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.web.account.FirstAdministrator;
import vn.doichieu.wording.Messages;

/** {@code doichieu serve}: the web application, until it is stopped. */
public final class ServeCommand implements Command {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int PORT = 8080;
  private static final int LAST_PORT = 65_535;

  @Override
  public Syntax syntax() {
    return new Syntax(
        "serve",
        List.of(),
        Choice.value("data-dir", "DIR"),
        Choice.value("port", "PORT"),
        Choice.value("address", "ADDRESS"),
        Choice.value("database", "JDBC-URL"),
        Choice.value("behind-proxy", "IP"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    ServerSettings settings =
        new ServerSettings(
            arguments.home(),
            dataDir(arguments),
            listening(arguments),
            port(arguments),
            database(arguments),
            arguments.has("behind-proxy") ? arguments.text("behind-proxy") : null,
            Clock.systemUTC());
    try (Server server = start(settings, messages)) {
      console.write(messages.text("cli.serve.open", address(settings, server)) + "\n", messages);
      if (!server.firstPassword().isEmpty()) {
        console.write(
            messages.text("cli.serve.first", FirstAdministrator.LOGIN, server.firstPassword())
                + "\n",
            messages);
      }
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.PASSED;
  }

  private static Server start(ServerSettings settings, Messages messages) {
    try {
      return Server.start(settings);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        String told = told(cause, settings, messages);
        if (told != null) {
          throw new UsageProblem(told);
        }
      }
      throw e;
    }
  }

  private static @Nullable String told(
      Throwable cause, ServerSettings settings, Messages messages) {
    if (cause instanceof BindException) {
      return messages.text("cli.serve.port_taken", settings.port());
    }
    if (cause instanceof SQLException sql) {
      return sql.getErrorCode() == AuditCommand.HELD
          ? messages.text("cli.serve.held", settings.dataDir())
          : messages.text("cli.audit.no_database", sql.getSQLState());
    }
    if (cause instanceof Server.ForeignKeyOfLog) {
      return messages.text("cli.serve.foreign_key", settings.dataDir());
    }
    return cause instanceof UncheckedIOException
        ? messages.text("cli.serve.folder", settings.dataDir())
        : null;
  }

  private static String address(ServerSettings settings, Server server) {
    return "http://" + settings.address() + ":" + server.port() + "/";
  }

  private static Path dataDir(Arguments arguments) {
    return arguments.has("data-dir")
        ? arguments.path("data-dir")
        : arguments.home().resolve("data");
  }

  /** The address to listen on: one that this machine has. */
  private static String listening(Arguments arguments) {
    String text = arguments.has("address") ? arguments.text("address") : LOOPBACK;
    try {
      InetAddress address = InetAddress.getByName(text);
      if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
        return text;
      }
    } catch (IOException e) {
      // Told below.
    }
    throw new UsageProblem(arguments.messages().text("cli.serve.address_invalid", text));
  }

  private static @Nullable String database(Arguments arguments) {
    String url = arguments.has("database") ? arguments.text("database") : null;
    if (url == null || url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")) {
      return url;
    }
    throw new UsageProblem(arguments.messages().text("cli.serve.database_invalid"));
  }

  private static int port(Arguments arguments) {
    if (!arguments.has("port")) {
      return PORT;
    }
    String text = arguments.text("port");
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
      throw new UsageProblem(arguments.messages().text("cli.serve.port_invalid", text));
    }
    return Integer.parseInt(text);
  }
}
