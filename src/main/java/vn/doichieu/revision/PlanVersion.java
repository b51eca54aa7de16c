package vn.doichieu.revision;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import vn.doichieu.revision.RefusedRevision.Why;

/**
 * One version of a plan's rule files. Of a commit's, the files stand in a temporary folder until it
 * is closed.
 *
 * @param given what the user called it
 * @param commit the commit's full name; empty for a folder
 * @param folder the plan's folder of rule files
 * @param home the folder in which the {@code rules/common} of this version stands
 * @param shared where that comes from
 */
public record PlanVersion(
    String given, String commit, Path folder, Path home, Shared shared, @Nullable Path temporary)
    implements AutoCloseable {

  /** Where the rules that all plans share come from. */
  public enum Shared {
    /** The present ones: a folder says nothing of others. */
    PRESENT,
    /** The present ones, which are those of the commit, too. */
    UNCHANGED,
    /** Those of the commit, which are others than the present ones. */
    OF_COMMIT
  }

  /** The files of a folder, with the rules that all plans share as they are now. */
  public static PlanVersion ofFolder(String given, Path folder, Path home) {
    return new PlanVersion(given, "", folder, home, Shared.PRESENT, null);
  }

  /**
   * The files of a plan's folder as a commit has them.
   *
   * @param revision a name of the commit, as git understands it
   * @param folder the plan's folder, in a git work tree
   * @param home the program's folder
   * @throws RefusedRevision if they cannot be had
   */
  public static PlanVersion ofCommit(String revision, Path folder, Path home) {
    try {
      Path temporary = Files.createTempDirectory("doichieu-revision");
      try {
        return new Commit(revision, folder, home, temporary).version();
      } catch (RuntimeException | Error e) {
        delete(temporary);
        throw e;
      }
    } catch (IOException e) {
      throw new RefusedRevision(Why.NOT_WRITTEN, e.toString());
    }
  }

  /** Deletes the temporary folder, if there is one. */
  @Override
  public void close() {
    if (temporary != null) {
      delete(temporary);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
                throws IOException {
              Files.delete(done);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // What is left is a copy of rule files, in nobody's way.
    }
  }
}
