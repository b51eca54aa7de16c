package vn.doichieu.check;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that another core begins while the caller goes on. What it throws comes out where its result
 * is asked for, so problems are told in the order of the asking.
 */
final class Ahead<T> {

  private final FutureTask<T> task;

  private Ahead(FutureTask<T> task) {
    this.task = task;
  }

  /** Begins work on a thread of its own. */
  static <T> Ahead<T> begin(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true); // A check that stops early does not wait for it.
    thread.start();
    return new Ahead<>(task);
  }

  /** Waits until it has ended, well or not. */
  void await() {
    try {
      task.get();
    } catch (ExecutionException e) {
      // Told where the result is asked for.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The result. Throws what the work threw. */
  T get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      } else if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
