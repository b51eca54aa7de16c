package vn.doichieu.web.serving;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.doichieu.command.Command;
import vn.doichieu.terminal.Arguments;
import vn.doichieu.terminal.Console;
import vn.doichieu.terminal.ExitCode;
import vn.doichieu.terminal.Syntax;
import vn.doichieu.terminal.Syntax.Choice;
import vn.doichieu.terminal.UsageProblem;
import vn.doichieu.web.audit.AuditChain;
import vn.doichieu.web.audit.AuditKey;
import vn.doichieu.web.store.DatabaseKind;
import vn.doichieu.wording.Messages;

/** {@code doichieu audit verify}: whether the log is still what was written. Changes nothing. */
public final class AuditCommand implements Command {

  private static final String VERIFY = "verify";
  private static final String FILE = "doichieu.mv.db";

  /** H2's word for a file that another program holds. */
  static final int HELD = 90020;

  @Override
  public Syntax syntax() {
    return new Syntax(
        "audit",
        List.of("ACTION"),
        Choice.value("data-dir", "DIR"),
        Choice.value("database", "JDBC-URL"));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Messages messages = arguments.messages();
    arguments.known("ACTION", arguments.operand(), List.of(VERIFY));
    Path folder =
        arguments.has("data-dir") ? arguments.path("data-dir") : arguments.home().resolve("data");
    AuditKey key =
        AuditKey.existing(folder)
            .orElseThrow(() -> new UsageProblem(messages.text("cli.audit.no_key", folder)));
    AuditChain.Verdict verdict = verify(arguments, folder, key);
    if (verdict instanceof AuditChain.Broken broken) {
      console.write(
          messages.text(
                  "cli.audit.fault." + broken.fault().name().toLowerCase(java.util.Locale.ROOT),
                  broken.number())
              + "\n",
          messages);
      return ExitCode.FAILED;
    }
    AuditChain.Holds holds = (AuditChain.Holds) verdict;
    console.write(messages.text("cli.audit.holds", holds.entries(), holds.hash()) + "\n", messages);
    return ExitCode.PASSED;
  }

  private static AuditChain.Verdict verify(Arguments arguments, Path folder, AuditKey key) {
    Messages messages = arguments.messages();
    try (Connection connection = open(arguments, folder)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      return new AuditChain(sql, key).verify();
    } catch (SQLException e) {
      throw new UsageProblem(
          e.getErrorCode() == HELD
              ? messages.text("cli.audit.held", folder)
              : messages.text("cli.audit.no_database", e.getSQLState()));
    } catch (BadSqlGrammarException e) {
      throw new UsageProblem(messages.text("cli.audit.no_log"));
    }
  }

  private static Connection open(Arguments arguments, Path folder) throws SQLException {
    if (arguments.has("database")) {
      return DriverManager.getConnection(arguments.text("database"));
    }
    if (!Files.isRegularFile(folder.resolve(FILE))) {
      throw new UsageProblem(arguments.messages().text("cli.audit.nothing", folder));
    }
    String url = DatabaseKind.fileIn(folder) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    return DriverManager.getConnection(url, "", "");
  }
}
