package org.sonocert.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealParts
class MailboxPageTest {
  @LocalServerPort int port;

  @Test
  void aMailIsReadAndItsLinkIsFollowedOnThePage() {
    String base = "http://localhost:" + port;
    new Walk(base, "Paula").signUp();
    PlainBrowser reader = new PlainBrowser(base);
    Awaitility.await("the mail")
        .atMost(Duration.ofSeconds(30))
        .until(() -> reader.open("/demo/mailbox").text().contains("paula@walk.example"));
    Element row =
        reader.page().select("li, tr").stream()
            .filter(line -> line.text().contains("paula@walk.example"))
            .findFirst()
            .orElseThrow();

    reader.open(row.selectFirst("a[href*=/demo/mailbox/]").absUrl("href"));

    assertThat(reader.status()).as(reader.text()).isEqualTo(200);
    assertThat(reader.text()).contains("paula@walk.example");
    Element link = reader.page().selectFirst("main a[href*=/confirm/]");
    assertThat(reader.open(link.absUrl("href")).status()).isIn(200, 410);
  }
}
