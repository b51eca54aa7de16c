package vn.doichieu.web.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.doichieu.domain.Evaluation;
import vn.doichieu.edition.ListFiles;
import vn.doichieu.history.Changes;
import vn.doichieu.history.PreviousResult;
import vn.doichieu.listing.Listing;
import vn.doichieu.masking.Masking;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.inquiry.Threads;
import vn.doichieu.web.lists.ListJob.Choice;
import vn.doichieu.web.request.CurrentRequest;
import vn.doichieu.web.request.CurrentRequest.Origin;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.result.Results;
import vn.doichieu.web.store.WorkFolder;
import vn.doichieu.wording.Language;
import vn.doichieu.wording.Messages;

/** Makes lists in the background, as {@code doichieu report} makes them. */
@Component
public class ListMaker implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ListMaker.class);

  /** Lists made at once: a list keeps a core and some 100 MB busy. */
  private static final int AT_ONCE = 2;

  private static final int WAITING = 20;
  private static final int HTTP_BUSY = 429;

  private final ListJobs jobs;
  private final Areas areas;
  private final Results results;
  private final Threads threads;
  private final Issuers issuers;
  private final WorkFolder work;
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          ListMaker::thread);

  ListMaker(
      ListJobs jobs,
      Areas areas,
      Results results,
      Threads threads,
      Issuers issuers,
      WorkFolder work) {
    this.jobs = jobs;
    this.areas = areas;
    this.results = results;
    this.threads = threads;
    this.issuers = issuers;
    this.work = work;
    pool.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "list");
    thread.setDaemon(true);
    return thread;
  }

  /** The list is wanted no more. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Starts a list.
   *
   * @throws Refusal if the viewer waits for another one, or too many others wait for theirs
   */
  public ListJob start(Viewer viewer, Area area, String planId, Choice choice) {
    ListJob job = jobs.ask(viewer, area, planId, choice);
    Origin origin = CurrentRequest.origin();
    try {
      pool.execute(() -> run(job, origin));
    } catch (RejectedExecutionException e) {
      jobs.fail(job);
      throw Refusal.tooMuch(HTTP_BUSY, "lists_busy");
    }
    return job;
  }

  private void run(ListJob job, Origin origin) {
    CurrentRequest.begin(origin);
    try {
      if (jobs.begin(job.id())) {
        Area area = areas.get(job.areaId());
        SortedMap<String, byte[]> files = work.temporary(folder -> make(job, area, folder));
        jobs.finish(job, area, files);
      }
    } catch (Unwanted e) {
      LOG.debug("list {} was given up", job.id());
    } catch (RuntimeException | Error e) {
      if (!pool.isShutdown()) { // Else the next start finds it interrupted.
        LOG.error("list {} failed", job.id(), e);
        jobs.fail(job);
      }
    } finally {
      CurrentRequest.end();
    }
  }

  private SortedMap<String, byte[]> make(ListJob job, Area area, Path folder) {
    Choice choice = job.choice();
    Evaluation evaluation =
        results.judged(area, job.planId(), choice.asOf(), choice.closed()).evaluation();
    step(job);
    try {
      ListFiles files =
          new ListFiles(
              Listing.of(evaluation),
              Changes.of(evaluation, previous(job, evaluation, folder)),
              choice.masked() ? Masking.small(evaluation) : Masking.none(),
              issuers.of(area.id()),
              choice.formats(),
              new Messages(choice.language().equals("en") ? Language.EN : Language.VI),
              threads.replies(job.areaId(), job.planId()),
              name -> () -> step(job));
      Path written = Files.createDirectory(folder.resolve("list"));
      files.write(written, false);
      if (choice.masked()) { // The next list is compared with it; nobody can download it.
        files.writeResult(written.resolve(ListFiles.RESULT));
      }
      return contents(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable PreviousResult previous(ListJob job, Evaluation evaluation, Path folder)
      throws IOException {
    byte[] result =
        jobs.resultBefore(job.areaId(), job.planId(), evaluation.asOf(), job.choice().closed())
            .orElse(null);
    if (result == null) {
      return null;
    }
    Path file = folder.resolve("previous.json");
    Files.write(file, result);
    return PreviousResult.read(file, evaluation.plan(), evaluation.asOf());
  }

  private void step(ListJob job) {
    if (!jobs.step(job.id())) {
      throw new Unwanted();
    }
  }

  private static SortedMap<String, byte[]> contents(Path folder) throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Override
  public void destroy() {
    pool.shutdownNow();
  }
}
