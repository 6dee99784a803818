package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.sonocert.core.Masked;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody walks, stumbles and fails; the log tells what happened and never to whom. */
@RealParts
class NothingPersonalInLogsTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired Environment environment;

  private final String name = "Zenobia" + UUID.randomUUID().toString().substring(0, 4);
  private final String edda = "edda-" + UUID.randomUUID() + "@clinic.example";
  private final Kept kept = new Kept();
  private OpsRoom room;

  /** What was logged, as production writes it. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      events.add(event);
    }

    String text() {
      StringBuilder all = new StringBuilder();
      for (ILoggingEvent event : events) {
        all.append(event.getFormattedMessage()).append(event.getMDCPropertyMap()).append('\n');
        if (event.getThrowableProxy() != null) {
          all.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
      }
      return all.toString();
    }
  }

  @BeforeEach
  void listen() {
    room = new OpsRoom(parts, port);
    kept.setContext(root().getLoggerContext());
    kept.start();
    root().addAppender(kept);
  }

  @AfterEach
  void mend() {
    root().detachAppender(kept);
    room.takeMailsAgain();
  }

  @Test
  void aWalkWithSlipsAndFailuresLeavesNoNameAddressOrLicence() {
    Walk walk = room.bought(name);
    PlainBrowser browser = walk.candidate();
    browser.open("/me/" + UUID.randomUUID());
    new PlainBrowser("http://localhost:" + port)
        .open("/login")
        .send("/login", Map.of("email", walk.email(), "password", "not mine, by far"));
    room.refuseMails(walk.enrolment(), "support-received", "no mail to " + edda);
    browser.open("/me/" + walk.enrolment() + "/help");
    browser.send("/help", Map.of("kind", "technical-problem", "text", "My name is " + name));

    assertThat(browser.status()).isEqualTo(500);
    String shown = browser.page().outerHtml();
    assertThat(shown).doesNotContain("Exception", "at org.", "no mail to");
    String reference = reference(browser);
    assertThat(kept.events)
        .filteredOn(event -> event.getThrowableProxy() != null)
        .anyMatch(event -> reference.equals(event.getMDCPropertyMap().get("reference")));
    walk.nameEvaluators(edda, "egon-" + edda);

    String log = kept.text();
    assertThat(log).contains("Reference " + reference);
    assertThat(log.replace("no mail to " + edda, ""))
        .doesNotContainIgnoringCase(name)
        .doesNotContain(walk.email(), "L-" + name, edda, "Edda First", "Walker", "FC-123456");
  }

  @Test
  void eachLineInProductionIsJsonWithTheReference() throws Exception {
    PlainBrowser visitor = new PlainBrowser("http://localhost:" + port);
    visitor.open("/catalogue/NO-SUCH-PRODUCT");
    ILoggingEvent event =
        kept.events.stream()
            .filter(e -> e.getMDCPropertyMap().containsKey("reference"))
            .findFirst()
            .orElseThrow();
    root().getLoggerContext().putObject(Environment.class.getName(), environment);
    StructuredLogEncoder encoder = new StructuredLogEncoder();
    encoder.setContext(root().getLoggerContext());
    encoder.setFormat("ecs");
    encoder.start();
    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
    JsonNode json = JsonMapper.shared().readTree(line);
    assertThat(line.strip().lines()).hasSize(1);
    assertThat(json.path("@timestamp").asString()).endsWith("Z");
    assertThat(json.path("reference").asString()).isEqualTo(reference(visitor));
  }

  @Test
  void whatOthersSayIsMasked() {
    assertThat(Masked.text("550 5.1.1 <ana.b@clinic.example>: no such mailbox"))
        .isEqualTo("550 5.1.1 <[address]>: no such mailbox");
    assertThat(Masked.text("Key (email)=(ana@x.example) already exists"))
        .isEqualTo("Key (email)=([value]) already exists");
    assertThat(Masked.text("licence GB1234567 is taken by \"Ana Belmonte\""))
        .isEqualTo("licence [number] is taken by [text]");
    assertThat(Masked.text("relation \"app.outbox\" of step 'Activity_Invite'"))
        .isEqualTo("relation \"app.outbox\" of step 'Activity_Invite'");
  }

  private static String reference(PlainBrowser browser) {
    var found = java.util.regex.Pattern.compile("\\b[2-9A-HJ-NP-Z]{8}\\b").matcher(browser.text());
    assertThat(found.find()).as(browser.text()).isTrue();
    return found.group();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
