package vn.doichieu.web.store;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All access to the database. What {@link #write} has returned from is on the disk, whatever
 * becomes of the process or the machine afterwards; what it has thrown out of is not there at all.
 */
@Component
public class Store {

  private final JdbcClient jdbc;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final boolean isH2;

  /** A store over the one data source of the application. */
  public Store(JdbcClient jdbc, PlatformTransactionManager transactions, DatabaseKind kind) {
    this.jdbc = jdbc;
    this.isH2 = kind == DatabaseKind.H2;
    writing = new TransactionTemplate(transactions);
    writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    reading = new TransactionTemplate(transactions);
    // What PostgreSQL calls repeatable read, one moment for everything that is read, H2 gives from
    // here on.
    reading.setIsolationLevel(
        isH2
            ? TransactionDefinition.ISOLATION_SERIALIZABLE
            : TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Statements; outside of {@link #write} and {@link #read} each is a transaction of its own. */
  public JdbcClient sql() {
    return jdbc;
  }

  /** Does something as one whole, or joins the whole that is being done already. */
  public <T extends @Nullable Object> T write(Supplier<T> work) {
    boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
    T result = writing.execute(status -> work.get());
    if (outermost) {
      reachDisk();
    }
    return result;
  }

  /** As above, without an answer. */
  public void write(Runnable work) {
    write(
        () -> {
          work.run();
          return 0;
        });
  }

  /** Adds a row to a table whose key is a number that the database gives; gives that number. */
  public long insert(String statement, @Nullable Object... values) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(statement).params(Arrays.asList(values)).update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Reads several things as they stand at one moment. */
  public <T extends @Nullable Object> T read(Supplier<T> work) {
    return reading.execute(status -> work.get());
  }

  /** H2 acknowledges a commit before its pages are in the file; PostgreSQL does not. */
  private void reachDisk() {
    if (isH2) {
      jdbc.sql("checkpoint sync").update();
    }
  }
}
