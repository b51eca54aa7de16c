package vn.doichieu.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The leaders' list in all formats, made, downloaded and opened. */
final class LeadersList {

  private static final String[] WORDS = {"Bà Điểm", "HM-N6", "145/QĐ-UBND", Answering.ANSWER};

  private final Story story;
  private final Page leader;

  LeadersList(Story story) {
    this.story = story;
    leader = story.of("lanh-dao");
  }

  void isMadeAndHoldsWhatWasSaid() throws IOException {
    story.menu(leader, "Danh sách");
    leader.click("main a[href$='/lists']");
    story.lookNarrow(leader, "58-danh-sach");
    leader.click("button:text-is('Lập danh sách')");
    leader.waitForSelector(".job-done");
    story.lookNarrow(leader, "59-danh-sach-xong");
    for (String word : WORDS) {
      assertThat(words(new String(file("html"), StandardCharsets.UTF_8))).contains(words(word));
    }
    for (String kind : new String[] {"xlsx", "docx"}) {
      String all = zipped(file(kind));
      for (String word : WORDS) {
        assertThat(words(all)).as(kind).contains(words(word));
      }
    }
    try (PDDocument pdf = Loader.loadPDF(file("pdf"))) {
      String all = new PDFTextStripper().getText(pdf);
      for (String word : WORDS) {
        assertThat(words(all)).contains(words(word));
      }
    }
  }

  /** A text without its white space: lines break where a format breaks them. */
  private static String words(String text) {
    return text.replaceAll("<[^>]*>", "").replaceAll("[\\s\\u00a0\\u00ad]+", "");
  }

  private byte[] file(String kind) throws IOException {
    Download download =
        leader.waitForDownload(
            () -> leader.click("main a[download$='" + kind + "'], main a[href$='." + kind + "']"));
    assertThat(download.suggestedFilename()).endsWith("." + kind);
    try (InputStream in = download.createReadStream()) {
      return in.readAllBytes();
    }
  }

  private static String zipped(byte[] file) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".xml")) {
          all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return all.toString();
  }
}
