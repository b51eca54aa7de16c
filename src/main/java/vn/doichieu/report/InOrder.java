package vn.doichieu.report;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterator;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.doichieu.domain.Finding;

/**
 * Writes many findings on several threads. Each makes the bytes of one range of them after the
 * other and writes them when its turn comes, so that they stand in order; no more than one range a
 * thread is held. The first failure in the order of the findings stops all.
 */
final class InOrder {

  /** The most findings in a range: enough that taking turns costs nothing beside them. */
  private static final int RANGE = 1 << 10;

  /** What is held of a range, in bytes; what goes beyond waits for its turn. */
  private static final int HELD = 1 << 21;

  private final Utf8Writer out;

  /** What is still to be taken, in order. */
  private final Deque<Spliterator<Finding>> rest = new ArrayDeque<>();

  private int taken;
  private int turn;
  private @Nullable Throwable failure;

  private InOrder(Spliterator<Finding> findings, Utf8Writer out) {
    rest.add(findings);
    this.out = out;
  }

  /**
   * Writes findings. When this ends, no other thread is at work any more.
   *
   * @param workers how many threads work, the caller's among them
   * @param writing makes what writes findings one after the other, for one thread
   */
  static void write(
      Spliterator<Finding> findings,
      int workers,
      Utf8Writer out,
      Function<Utf8Writer, Consumer<Finding>> writing) {
    InOrder all = new InOrder(findings, out);
    Worker own = all.new Worker(writing);
    Stream<Worker> others = IntStream.range(1, workers).mapToObj(i -> all.new Worker(writing));
    Deque<Thread> threads = new ArrayDeque<>();
    try {
      others.forEach(worker -> threads.add(started(worker)));
      own.run();
    } catch (RuntimeException | Error e) { // A thread that cannot be started.
      all.stop(e);
    } finally {
      threads.forEach(all::join);
    }
    all.throwFailure();
  }

  private static Thread started(Worker worker) {
    Thread thread = new Thread(worker, "findings");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        stop(new IllegalStateException(e));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException thrown) {
      throw thrown;
    }
  }

  private synchronized void stop(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
    notifyAll();
  }

  /** Waits until all ranges before one are written. */
  private synchronized void await(int range) {
    while (turn != range && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stop(new IllegalStateException(e));
      }
    }
    if (failure != null) {
      throw new CancellationException();
    }
  }

  private synchronized void next() {
    turn++;
    notifyAll();
  }

  /** Makes ranges, and is the stream that each of them is written to. */
  private final class Worker extends OutputStream implements Runnable {

    private final Utf8Writer bytes = new Utf8Writer(this, HELD);
    private final Consumer<Finding> each;
    private int range;

    Worker(Function<Utf8Writer, Consumer<Finding>> writing) {
      each = writing.apply(bytes);
    }

    @Override
    public void run() {
      try {
        for (Spliterator<Finding> some = take(); some != null; some = take()) {
          some.forEachRemaining(each);
          bytes.flush();
          await(range);
          next();
        }
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }

    private @Nullable Spliterator<Finding> take() {
      synchronized (InOrder.this) {
        range = taken++;
        Spliterator<Finding> some = failure == null ? rest.poll() : null;
        while (some != null && some.estimateSize() > RANGE) {
          Spliterator<Finding> first = some.trySplit();
          if (first == null) {
            break;
          }
          rest.push(some);
          some = first;
        }
        return some;
      }
    }

    /** Tells a failure once nothing before it can fail any more. */
    private void fail(Throwable reason) {
      try {
        await(range);
      } catch (CancellationException e) {
        return;
      }
      stop(reason);
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      await(range);
      out.write(some, from, length);
    }
  }
}
