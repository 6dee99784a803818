package org.sonocert.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.ReaderLogin;
import org.sonocert.identity.Role;
import org.sonocert.operations.OpsRoom;
import org.sonocert.payment.Buyer;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An auditor finds an enrolment, sees all that happened in it, and can change none of it. */
@RealParts
class AuditRoomTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired JdbcClient db;
  @Autowired ReaderDatabase reader;
  @Autowired TransactionTemplate transaction;

  private OpsRoom room;
  private PlainBrowser auditor;

  @BeforeEach
  void anAuditor() {
    room = new OpsRoom(parts, port);
    auditor = room.signedIn(Role.AUDITOR);
  }

  @Test
  void anEndedEnrolmentStillTellsItsPathItsDecisionsItsLeavesAndItsMails() {
    String name = "Audrey" + UUID.randomUUID().toString().substring(0, 6);
    String edda = "edda-" + UUID.randomUUID() + "@clinic.example";
    Walk walk = room.bought(name);
    walk.nameEvaluators(edda, "egon-" + edda);
    walk.link(edda, "/evaluate/");
    walk.cancel();
    await().until(() -> state(walk.enrolment()).equals("refunded"));

    auditor.open("/audit?number=" + walk.enrolment());
    auditor.open(auditor.page().selectFirst("table a[href^=/audit/]").absUrl("href"));

    assertThat(auditor.status()).isEqualTo(200);
    assertThat(auditor.text())
        .contains("leaves of its audit trail open and no number is missing")
        .contains("Clinical Certificate", "Peer evaluation", "Name two evaluators", "release 1")
        .contains(
            "decision eligibility",
            "eligible: true",
            "refund-right",
            "refundGranted: true",
            "enrolment-activated",
            "enrolment-ended")
        .contains("purchase-confirmed", "refund-granted", "SENT");
    assertThat(auditor.page().select("[data-diagram-src]")).hasSizeGreaterThanOrEqualTo(4);
    for (Element figure : auditor.page().select("[data-diagram-src]")) {
      PlainBrowser drawn = room.signedIn(Role.AUDITOR);
      assertThat(drawn.open(figure.attr("data-diagram-src")).status()).isEqualTo(200);
    }
    assertThat(auditor.page().outerHtml())
        .doesNotContain(name, walk.email(), edda, "L-" + name, "Edda First", "FC-123456");
  }

  @Test
  void eachLookIsKeptAndShownToWhoeverLooksNext() {
    String id = opened("LNG");
    auditor.open("/audit/" + id);
    PlainBrowser second = room.signedIn(Role.AUDITOR);
    second.open("/audit/" + id);
    assertThat(second.page().select("section[aria-labelledby=looks] li")).hasSize(2);
    assertThatThrownBy(
            () -> db.sql("delete from audit_look where subject = ?::uuid").param(id).update())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aSearchIsPagedAndItsStateStandsInTheAddress() {
    Buyer buyer = buyer();
    for (int i = 0; i <= FindingEnrolments.PAGE; i++) {
      buyer.open(buyer.person(Role.CANDIDATE), "AAA");
    }
    auditor.open("/audit?product=AAA&outcome=applying");
    List<String> first = found();
    assertThat(first).hasSize(FindingEnrolments.PAGE);
    Element next = auditor.page().selectFirst("a[rel=next]");
    assertThat(next.attr("href")).contains("product=AAA", "outcome=applying", "after=");
    auditor.open(next.absUrl("href"));
    assertThat(found()).isNotEmpty().doesNotContainAnyElementsOf(first);
    assertThat(auditor.page().selectFirst("option[value=AAA]").hasAttr("selected")).isTrue();
  }

  @Test
  void aSearchByPeriodLooksAtTheDayOfTheApplication() {
    String id = opened("LNG");
    String day =
        db.sql(
                "select (opened_at at time zone 'UTC')::date::text from enrolment where id = ?::uuid")
            .param(id)
            .query(String.class)
            .single();
    auditor.open("/audit?product=LNG&from=" + day + "&until=" + day);
    assertThat(found()).contains(id);
    auditor.open("/audit?product=LNG&until=1999-12-31");
    assertThat(found()).isEmpty();
    assertThat(auditor.text()).contains("Nothing was found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?from=14.5.2027", "?outcome=splendid"})
  void whatCannotBeReadIsTold(String query) {
    assertThat(auditor.open("/audit" + query).status()).isEqualTo(422);
    assertThat(auditor.page().select("[role=alert]")).isNotEmpty();
  }

  @Test
  void anEnrolmentOfNobodyIsNotFoundAndLeavesNoLook() {
    String nobody = UUID.randomUUID().toString();
    assertThat(auditor.open("/audit/" + nobody).status()).isEqualTo(404);
    assertThat(auditor.open("/audit/not-a-number").status()).isEqualTo(404);
    assertThat(
            db.sql("select count(*) from audit_look where subject = ?::uuid")
                .param(nobody)
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into app.audit_look values (gen_random_uuid(), now(), gen_random_uuid(), gen_random_uuid())",
        "update app.enrolment set state = 'certified'",
        "delete from app.audit_event",
        "create table app.mine (x int)",
      })
  void theAuditorsLoginWritesNothing(String sql) {
    assertThatThrownBy(() -> reader.db().sql(sql).update())
        .hasStackTraceContaining("read-only transaction");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.account",
        "app.sealed_evaluation",
        "app.nomination",
        "app.invitation",
        "app.outbox",
        "app.v_notification_outbox",
        "app.task_submission",
        "app.key_file",
        "camunda.act_ru_variable"
      })
  void theAuditorsLoginReadsNothingThatIsNoneOfTheirBusiness(String table) {
    assertThatThrownBy(() -> reader.db().sql("select * from " + table).query().listOfRows())
        .hasStackTraceContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"last_error", "occurrence", "message_id"})
  void ofAMailTheyReadNothingThatMayNameAMailbox(String column) {
    String from = " from app.v_notification_outbox limit 1";
    assertThatThrownBy(() -> reader.db().sql("select " + column + from).query().listOfRows())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void anEarlierVersionsRightToReadAllOfAMailIsTakenBack() throws Exception {
    room.asOwner(
        "grant select on app.v_notification_outbox to \""
            + parts.getBean(ReaderLogin.class).user()
            + "\"");
    String script;
    try (var in = getClass().getResourceAsStream("/db/migration/afterMigrate__reader.sql")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    room.asOwner(script.replace("${readerUser}", parts.getBean(ReaderLogin.class).user()));
    ofAMailTheyReadNothingThatMayNameAMailbox("last_error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"update app.enrolment set state = 'certified'", "delete from app.audit_event"})
  void neitherDoesItWhenSomebodyTurnsReadOnlyOff(String sql) {
    ReaderLogin login = parts.getBean(ReaderLogin.class);
    assertThatThrownBy(
            () -> {
              try (var own =
                      DriverManager.getConnection(login.url(), login.user(), login.password());
                  var statement = own.createStatement()) {
                statement.execute("set default_transaction_read_only = off");
                statement.execute(sql);
              }
            })
        .hasMessageContaining("permission denied");
  }

  /** Of what is rare in the tests' database, so that the planner sees what a large one shows. */
  static Stream<Map.Entry<String, String>> searches() {
    String order = " order by opened_at desc, id desc limit 26";
    String select = "select id from enrolment where ";
    return Stream.of(
        Map.entry(select + "true" + order, "enrolment_opened"),
        Map.entry(select + "product = 'SP-OG'" + order, "enrolment_product_opened"),
        Map.entry(select + "state = 'payment-reversed'" + order, "enrolment_state_opened"),
        Map.entry(
            select + "(opened_at, id) < (now(), gen_random_uuid())" + order, "enrolment_opened"));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void aPageCostsAsMuchAsItShows(Map.Entry<String, String> search) {
    String plan =
        transaction.execute(
            t -> {
              db.sql("set local enable_seqscan = off").update();
              db.sql("set local enable_sort = off").update();
              db.sql("set local enable_bitmapscan = off").update();
              return String.join(
                  "\n", db.sql("explain " + search.getKey()).query(String.class).list());
            });
    assertThat(plan).contains(search.getValue()).doesNotContain("Seq Scan", "Sort");
  }

  private Buyer buyer() {
    return Buyer.of(parts.getAutowireCapableBeanFactory());
  }

  private String opened(String product) {
    Buyer buyer = buyer();
    return buyer.open(buyer.person(Role.CANDIDATE), product).toString();
  }

  private String state(String id) {
    return db.sql("select state from enrolment where id = ?::uuid")
        .param(id)
        .query(String.class)
        .single();
  }

  private List<String> found() {
    return auditor.page().select("tbody a[href^=/audit/]").eachText();
  }
}
