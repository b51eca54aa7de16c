package vn.doichieu.web.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.doichieu.web.backup.Backups;
import vn.doichieu.web.page.Download;
import vn.doichieu.web.page.Navigation;
import vn.doichieu.web.page.Times;
import vn.doichieu.web.request.Role;
import vn.doichieu.web.request.Routes;
import vn.doichieu.web.request.Viewer;
import vn.doichieu.web.store.WorkFolder;

/** Where an administrator downloads a backup, or all data. */
@Controller
class ExportPages implements Routes, Navigation {

  private static final int PLACE = 95;

  private final Backups backups;
  private final DataExport data;
  private final WorkFolder work;
  private final Times times;

  ExportPages(Backups backups, DataExport data, WorkFolder work, Times times) {
    this.backups = backups;
    this.data = data;
    this.work = work;
    this.times = times;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/export", Role.ADMINISTRATOR),
        Route.post("/export/backup", Role.ADMINISTRATOR),
        Route.post("/export/data", Role.ADMINISTRATOR));
  }

  @Override
  public List<Place> places(Viewer viewer) {
    return viewer.is(Role.ADMINISTRATOR)
        ? List.of(new Place(PLACE, "/export", "export.menu"))
        : List.of();
  }

  @GetMapping("/export")
  String page() {
    return "export/export";
  }

  @PostMapping("/export/backup")
  void backup(HttpServletResponse response) {
    send("doichieu-backup-", out -> backups.write(out, "page"), response);
  }

  @PostMapping("/export/data")
  void data(HttpServletResponse response) {
    send("doichieu-data-", data::write, response);
  }

  /** Whole on the disk before the first byte goes out: a slow reader holds no transaction open. */
  private void send(String name, Consumer<OutputStream> content, HttpServletResponse response) {
    work.temporary(
        folder -> {
          Path file = folder.resolve("export.zip");
          try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
              content.accept(out);
            }
            Download.headers(name + times.today() + ".zip")
                .forEach((header, values) -> response.setHeader(header, values.get(0)));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
            return true;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
