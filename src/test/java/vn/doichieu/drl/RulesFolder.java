package vn.doichieu.drl;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.doichieu.domain.Problem;
import vn.doichieu.fence.Vocabulary;
import vn.doichieu.rules.InvalidRules;

/** A folder of DRL files written by a test, about {@link Reported} facts. */
final class RulesFolder {

  static final Vocabulary VOCABULARY =
      new Vocabulary(List.of(Reported.class), List.of("too_many", "other"));

  private final Path folder;

  RulesFolder(Path folder) {
    this.folder = folder;
  }

  Path kept() {
    return folder.resolve("kept");
  }

  RulesFolder file(String name, String text) {
    try {
      Files.createDirectories(folder.resolve("rules"));
      Files.writeString(folder.resolve("rules").resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** One file with one rule. */
  RulesFolder rule(String when, String then) {
    return file("a.drl", "rule \"too_many\"\nwhen\n" + when + "\nthen\n" + then + "\nend\n");
  }

  DrlRules read() {
    return DrlRules.of(folder.resolve("rules"), kept(), VOCABULARY);
  }

  List<Problem> refused() {
    InvalidRules refusal = catchThrowableOfType(InvalidRules.class, this::read);
    return refusal == null ? List.of() : refusal.problems();
  }
}
