package vn.doichieu.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.doichieu.consistency.OwnRules;
import vn.doichieu.domain.Problem;
import vn.doichieu.domain.ProgramVersion;
import vn.doichieu.domain.Provenance;
import vn.doichieu.domain.Provenance.FileSet;
import vn.doichieu.domain.Provenance.HashedFile;
import vn.doichieu.domain.SourceLocation;
import vn.doichieu.rules.PlanReader;
import vn.doichieu.submission.SubmissionReader;
import vn.doichieu.tabular.UnreadableInput;

/**
 * Hashes the files of a check while it reads them, on a thread of its own: a first SHA-256 costs a
 * cold Java 20 ms, most of which another core takes. A file that changed between the first look and
 * the end of the reading is refused, so that the bytes hashed are the bytes read, whatever read
 * them.
 */
final class Fingerprints {

  private static final int BUFFER = 1 << 16;

  /** What the names of shared rule files begin with: they stand beside the plan's own. */
  private static final String SHARED = "../common/";

  /** What tells a changed file from the same one, at the price of a look. */
  private record State(long size, FileTime modified) {

    // Written out: what the JVM makes up for a record is in no class-data archive (ADR 3).

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof State state && state.size == size && state.modified.equals(modified);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(size) * 31 + modified.hashCode();
    }
  }

  private final Path rules;
  private final List<Path> sharedRules;
  private final @Nullable Path data;
  private final Map<Path, State> before;
  private final Ahead<Provenance> hashing;

  private Fingerprints(Path rules, List<Path> sharedRules, @Nullable Path data) {
    this.rules = rules;
    this.sharedRules = sharedRules;
    this.data = data;
    before = states();
    hashing = Ahead.begin("fingerprints", this::hash); // Last: it sees all of the above.
  }

  /**
   * Looks at the files of both folders and at the rule files that all plans share, before anything
   * reads them, and begins to hash them.
   *
   * @param data the data folder; null where rules are read and no figures
   */
  static Fingerprints begin(Path rules, List<Path> sharedRules, @Nullable Path data) {
    return new Fingerprints(rules, sharedRules, data);
  }

  /**
   * The hashes, once everything has been read.
   *
   * @throws UnreadableInput naming the files that changed, came or went in the meantime
   */
  Provenance provenance() {
    Provenance provenance = hashing.get();
    Map<Path, State> after = states();
    if (!after.equals(before)) {
      throw changed(after);
    }
    return provenance;
  }

  private UnreadableInput changed(Map<Path, State> after) {
    TreeSet<Path> files = new TreeSet<>(before.keySet());
    files.addAll(after.keySet());
    files.removeIf(file -> Objects.equals(before.get(file), after.get(file)));
    return new UnreadableInput(
        files.stream().map(file -> problem(Problem.Kind.FILE_CHANGED, file)).toList());
  }

  private static Problem problem(Problem.Kind kind, Path file) {
    return new Problem(
        kind, SourceLocation.of(String.valueOf(file.getFileName())), file.toString());
  }

  private Map<Path, State> states() {
    Map<Path, State> states = new HashMap<>();
    Stream.of(planFiles(), sharedRules, dataFiles())
        .flatMap(List::stream)
        .forEach(
            file -> {
              try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                if (now.isRegularFile()) {
                  states.put(file, new State(now.size(), now.lastModifiedTime()));
                }
              } catch (IOException e) {
                // Not there: whether it should be is told by what reads it.
              }
            });
    return states;
  }

  private Provenance hash() {
    return new Provenance(
        ProgramVersion.text(),
        hash(rules, Stream.concat(planFiles().stream(), sharedRules.stream()).toList()),
        data == null ? new FileSet(List.of()) : hash(data, dataFiles()));
  }

  private List<Path> planFiles() {
    return Stream.of(PlanReader.files(rules), OwnRules.files(rules)).flatMap(List::stream).toList();
  }

  private List<Path> dataFiles() {
    return data == null ? List.of() : SubmissionReader.files(data);
  }

  private FileSet hash(Path folder, List<Path> files) {
    List<HashedFile> hashed = new ArrayList<>();
    byte[] buffer = new byte[BUFFER];
    for (Path file : files) {
      if (before.containsKey(file)) {
        hashed.add(new HashedFile(name(folder, file), sha256(file, buffer)));
      }
    }
    hashed.sort(Comparator.comparing(HashedFile::name));
    return new FileSet(hashed);
  }

  /** A file's name as seen from its folder, the same on every system. */
  private String name(Path folder, Path file) {
    if (sharedRules.contains(file)) {
      return SHARED + file.getFileName();
    }
    return StreamSupport.stream(folder.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static String sha256(Path file, byte[] buffer) {
    MessageDigest digest = Provenance.newSha256();
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UnreadableInput(problem(Problem.Kind.FILE_UNREADABLE, file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
