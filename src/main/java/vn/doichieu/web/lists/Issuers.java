package vn.doichieu.web.lists;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.doichieu.letterhead.Issuer;
import vn.doichieu.web.area.Area;
import vn.doichieu.web.area.Areas;
import vn.doichieu.web.audit.AuditLog;
import vn.doichieu.web.request.Refusal;
import vn.doichieu.web.store.Store;

/**
 * Who issues the lists of areas. Number and day are each list's own, and the name of who signs is
 * no business of this program: those stay blanks to be filled in by hand.
 */
@Component
class Issuers {

  private final Store store;
  private final Areas areas;
  private final AuditLog log;

  Issuers(Store store, Areas areas, AuditLog log) {
    this.store = store;
    this.areas = areas;
    this.log = log;
  }

  /** As it was written; {@link IssuerForm#EMPTY} where nobody wrote anything. */
  IssuerForm form(long area) {
    return store
        .sql()
        .sql(
            "select superior, issuer, symbol, place, capacity, recipients, revision"
                + " from area_issuer where area_id = ?")
        .param(area)
        .query(IssuerForm.class)
        .optional()
        .orElse(IssuerForm.EMPTY);
  }

  /** As documents have it. */
  Issuer of(long area) {
    IssuerForm form = form(area);
    return new Issuer(
        form.superior(),
        form.issuer(),
        "",
        form.symbol(),
        form.place(),
        null,
        form.capacity().lines().toList(),
        "",
        form.recipients().lines().toList(),
        List.of(),
        "");
  }

  /**
   * Sets it.
   *
   * @param typed with the revision that it was written over
   * @throws Refusal if somebody set it meanwhile, or it holds what it must not
   */
  void set(Area area, IssuerForm typed) {
    IssuerForm form = typed.checked();
    store.write(
        () -> {
          areas.lock(area.id());
          int revision = form(area.id()).revision();
          if (revision != form.revision()) {
            throw Refusal.conflict("issuer_overtaken");
          }
          store.sql().sql("delete from area_issuer where area_id = ?").param(area.id()).update();
          store
              .sql()
              .sql(
                  "insert into area_issuer (area_id, superior, issuer, symbol, place, capacity,"
                      + " recipients, revision) values (?, ?, ?, ?, ?, ?, ?, ?)")
              .params(
                  area.id(),
                  form.superior(),
                  form.issuer(),
                  form.symbol(),
                  form.place(),
                  form.capacity(),
                  form.recipients(),
                  revision + 1)
              .update();
          log.add(
              "area.issuer",
              area.code(),
              "revision " + (revision + 1) + ": " + form.issuer() + ", " + form.symbol());
        });
  }
}
