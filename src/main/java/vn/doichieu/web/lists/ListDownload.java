package vn.doichieu.web.lists;

import org.springframework.http.ResponseEntity;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.page.Download;

/** A file of a list as it is sent, under a name that tells it from those of other lists. */
final class ListDownload {

  private ListDownload() {}

  static ResponseEntity<byte[]> of(Area area, ListJob job, String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String kept =
        name.substring(0, dot)
            + "-"
            + area.code()
            + "-"
            + job.planId()
            + "-"
            + job.choice().asOf()
            + name.substring(dot);
    return Download.of(kept, content);
  }
}
