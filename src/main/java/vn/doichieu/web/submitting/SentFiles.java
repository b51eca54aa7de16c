package vn.doichieu.web.submitting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import vn.doichieu.web.intake.Sent;

/** Files out of a form. */
public final class SentFiles {

  private SentFiles() {}

  /** The files that were chosen: a field without any sends one without a name. */
  public static List<Sent> of(List<MultipartFile> files) {
    List<Sent> sent = new ArrayList<>();
    try {
      for (MultipartFile file : files) {
        String name = file.getOriginalFilename();
        if (name != null && !name.isBlank()) {
          sent.add(new Sent(name, file.getBytes()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sent;
  }
}
