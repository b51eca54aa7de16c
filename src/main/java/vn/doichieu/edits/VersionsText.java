package vn.doichieu.edits;

import java.util.List;
import java.util.Locale;
import vn.doichieu.domain.Provenance;
import vn.doichieu.revision.PlanVersion;
import vn.doichieu.wording.Messages;
import vn.doichieu.wording.PlainText;

/** Says which two versions are held against each other. */
public final class VersionsText {

  private final Messages messages;

  public VersionsText(Messages messages) {
    this.messages = messages;
  }

  /** The edited version, the one before, and whose shared rules the latter goes by. */
  public List<String> of(PlanVersion before, PlanVersion after) {
    return List.of(
        messages.text("edits.after", name(after)),
        messages.text("edits.before", name(before)),
        messages.text("edits.shared." + before.shared().name().toLowerCase(Locale.ROOT)));
  }

  private String name(PlanVersion version) {
    String given = PlainText.of(version.given());
    return version.commit().isEmpty()
        ? given
        : messages.text("edits.commit", given, Provenance.inShort(version.commit()));
  }
}
