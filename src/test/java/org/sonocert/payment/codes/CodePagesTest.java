package org.sonocert.payment.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class CodePagesTest {
  private Buyer buyer;
  private CodeRoom room;
  @LocalServerPort int port;
  @Autowired OpeningAccounts accounts;
  @Autowired Enrolments enrolments;
  @Autowired ProgrammeClock clock;
  @Autowired MachineClock machine;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;

  private record Somebody(AccountId id, PlainBrowser browser) {}

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    room = CodeRoom.of(parts);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void aManagerMakesAPackageHandsItOutAndClosesIt() {
    PlainBrowser manager = signedIn(Role.PROGRAMME_MANAGER, "Mara").browser();
    String payer = "Harbour Clinic " + UUID.randomUUID();
    manager.open("/programme/codes");
    assertThat(manager.send("/programme/codes", order(payer, Map.of("codes", "501"))).status())
        .isEqualTo(422);
    assertThat(manager.text()).contains("1 to 500 codes");
    for (Map<String, String> wrong :
        List.of(
            Map.of("validUntil", "2020-01-01"),
            Map.of("payerEmail", "a@b.example\r\nBcc: c@d.example"),
            Map.of("price", "-3"),
            Map.of("payerName", " "))) {
      assertThat(manager.send("/programme/codes", order(payer, wrong)).status()).isEqualTo(422);
    }
    manager.send("/programme/codes", order(payer, Map.of()));

    assertThat(manager.path()).matches("/programme/codes/[0-9a-f-]{36}");
    assertThat(manager.text()).contains(payer, "USD 135.50", "Made", "Mara Test");
    List<String> codes = manager.page().select("td code").eachText();
    assertThat(codes).hasSize(3).allMatch(code -> code.matches("(\\w{5}-){3}\\w{5}"));
    String csv = manager.fetch(manager.path() + "/codes.csv");
    assertThat(csv).startsWith("number,code,").contains(codes);
    String stored =
        db.sql("select string_agg(c::text, ' ') from enrollment_code c")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain(codes.get(0).replace("-", ""));

    manager.send("/close", Map.of());
    assertThat(manager.text()).contains("Closed", "closed");
    assertThat(manager.page().select("td code").eachText()).noneMatch(c -> c.contains("-"));
    assertThat(manager.open("/programme/codes").text()).contains(payer);
  }

  @Test
  void aFormThatIsSentTwiceMakesOnePackage() {
    PlainBrowser manager = signedIn(Role.PROGRAMME_MANAGER, "Mara").browser();
    String payer = "Twice " + UUID.randomUUID();
    manager.open("/programme/codes");
    String id = manager.page().select("input[name=id]").val();
    Map<String, String> order = new HashMap<>(order(payer, Map.of()));
    manager.send("/programme/codes", order);
    manager.open("/programme/codes");
    order.put("id", id);
    assertThat(manager.send("/programme/codes", order).path()).endsWith(id);
    assertThat(
            db.sql("select count(*) from code_package where payer_name = ?")
                .param(payer)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aCandidateEntersTwoCodesInOneFormWhereThePriceIsPaid() {
    Somebody candidate = signedIn(Role.CANDIDATE, "Ana");
    EnrolmentId lung = buyer.quoted(candidate.id(), "LNG");
    EnrolmentId aorta = buyer.open(candidate.id(), "AAA");
    String first = room.codes(room.pack("LNG", 1)).get(0);
    String second = room.codes(room.pack("AAA", 1)).get(0);
    PlainBrowser browser = candidate.browser();

    browser.open("/pay/" + lung);
    assertThat(browser.text()).contains("Or use an enrollment code");
    browser.send(
        "/me/codes",
        Map.of("codes", first.toLowerCase(Locale.ROOT) + "\n" + second + "\nnonsense"));

    assertThat(browser.status()).as(browser.text()).isEqualTo(200);
    assertThat(browser.text())
        .contains("Your enrolment is open", "for 14 days", "NONSENSE", "not an enrollment code");
    assertThat(enrolments.get(lung).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(browser.open("/me/" + lung).text())
        .contains("opened with the code ending in", "Northern Test Hospital");
    assertThat(browser.open("/me/" + aorta).text()).contains("is reserved for this application");
    browser.send("/code/release", Map.of());
    assertThat(browser.text()).contains("Did somebody else pay for you?");
    browser.open("/me/codes").send("/me/codes", Map.of("codes", "x"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.open("/me").page().selectFirst("a[href=/me/codes]")).isNotNull();
  }

  @Test
  void aReservedCodeCanBeUsedOnThePageOnWhichOnePays() {
    Somebody candidate = signedIn(Role.CANDIDATE, "Ana");
    EnrolmentId id = buyer.open(candidate.id(), "LNG");
    PlainBrowser browser = candidate.browser();
    browser
        .open("/me/codes")
        .send("/me/codes", Map.of("codes", room.codes(room.pack("LNG", 1)).get(0)));
    PlainBrowser stranger = signedIn(Role.CANDIDATE, "Sam").browser();
    for (String path : List.of("/pay/%s/code", "/me/%s/code/release", "/me/%s/code/consent")) {
      stranger.open("/me/codes");
      stranger.post(
          path.formatted(id),
          List.of(Map.entry("_csrf", stranger.page().select("input[name=_csrf]").val())));
      assertThat(stranger.status()).isEqualTo(404);
    }
    assertThat(browser.open("/me/" + id).text()).contains("is reserved for this application");
    browser.send("/code/consent", Map.of());
    assertThat(browser.text()).contains("will see your name once you are certified");
    buyer.finish(candidate.id(), id);
    browser.open("/pay/" + id);
    if (browser.path().startsWith("/pay/")) {
      browser.send("/pay/" + id + "/code", Map.of());
    }
    assertThat(browser.path()).isEqualTo("/me/" + id);
    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void aPayerSeesCountsAndEndingsAndANameOnlyOfWhoWasCertifiedAndConsented() {
    PlainBrowser manager = signedIn(Role.PROGRAMME_MANAGER, "Mara").browser();
    UUID pack = room.pack("LNG", 4);
    List<String> codes = room.codes(pack);
    bought("Cleo", codes.get(0), true, EnrolmentState.CERTIFIED);
    bought("Silas", codes.get(1), false, EnrolmentState.CERTIFIED);
    bought("Ulla", codes.get(2), true, EnrolmentState.UNSUCCESSFUL);
    manager.open("/programme/codes/" + pack).send("/payer-link", Map.of());
    String link = manager.page().selectFirst(".notice code").text();
    assertThat(manager.open("/programme/codes/" + pack).text()).doesNotContain("/payer/");

    PlainBrowser payer = new PlainBrowser("http://localhost:" + port);
    payer.open(link);

    assertThat(payer.status()).isEqualTo(200);
    assertThat(payer.text())
        .contains("certified", "Cleo Test", codes.get(3).substring(19))
        .doesNotContain("Silas", "Ulla", "nsuccessful", codes.get(3));
    assertThat(payer.page().select("tbody .chip").eachText())
        .containsExactly("certified", "in use", "in use", "unused");
    assertThat(payer.fetch(link.replaceAll("^https?://[^/]+", "") + "/codes.csv"))
        .contains("Cleo Test", ",unused,")
        .doesNotContain("Silas", "Ulla", codes.get(3));

    manager.send("/payer-link", Map.of());
    String renewed = manager.page().selectFirst(".notice code").text();
    assertThat(payer.open(link).status()).isEqualTo(404);
    assertThat(payer.open(renewed).status()).isEqualTo(200);
    runOut(pack);
    assertThat(payer.open(renewed).status()).isEqualTo(404);
    assertThat(payer.text()).contains("ask the programme for a new one");
  }

  private void bought(String given, String code, boolean consent, EnrolmentState end) {
    Somebody candidate = signedIn(Role.CANDIDATE, given);
    EnrolmentId id = buyer.quoted(candidate.id(), "LNG");
    Map<String, String> form = new HashMap<>(Map.of("codes", code));
    if (consent) {
      form.put("consent", "true");
    }
    candidate.browser().open("/me/codes").send("/me/codes", form);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              enrolments.lock(id);
              enrolments.end(id, end, clock.now(), "for a test");
            });
  }

  private void runOut(UUID pack) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              db.sql("update code_package set payer_token_expires_at = ? where id = ?")
                  .params(Timestamp.from(machine.now()), pack)
                  .update();
              db.sql(
                      "insert into code_package_change (package_id, kind, detail, actor, at)"
                          + " values (?, 'link-renewed', 'test', 'test', now())")
                  .param(pack)
                  .update();
            });
  }

  private Map<String, String> order(String payer, Map<String, String> changed) {
    Map<String, String> order =
        new HashMap<>(
            Map.of(
                "product", "LNG",
                "codes", "3",
                "validUntil", day(clock.now()),
                "payerName", payer,
                "payerEmail", "team@harbour.example",
                "price", "135.50"));
    order.putAll(changed);
    return order;
  }

  private static String day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(100).toString();
  }

  private Somebody signedIn(Role role, String given) {
    String email = "codes-" + UUID.randomUUID() + "@test.example";
    AccountId id =
        accounts
            .open(
                new Person(
                    email, given, "Test", Locale.ENGLISH, accounts.hash(RealParts.PASSWORD), null),
                Set.of(role),
                "test")
            .orElseThrow();
    PlainBrowser browser = new PlainBrowser("http://localhost:" + port);
    browser.open("/login").send("/login", Map.of("email", email, "password", RealParts.PASSWORD));
    return new Somebody(id, browser);
  }
}
