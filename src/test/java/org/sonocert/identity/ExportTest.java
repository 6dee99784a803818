package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.PersonalData;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we hold about a person goes to that person, whole, and names nobody else. */
@RealParts
class ExportTest {
  /** Tables about a person that are in no export, and why. */
  private static final Map<String, String> LEFT_OUT = new LinkedHashMap<>();

  static {
    LEFT_OUT.put("password_reset", "secrets of links, gone within a day");
    LEFT_OUT.put("address_change", "secrets of links, gone within a day");
    LEFT_OUT.put("second_step_offer", "a secret that is not in use");
    LEFT_OUT.put("recovery_code", "secrets; how many are left stands on the page");
    LEFT_OUT.put("sitting_position", "where in a medium a sitting stands, gone with it");
    LEFT_OUT.put("sitting_score", "no raw score is told, product rules 4");
    LEFT_OUT.put("invitation", "belongs to the evaluator");
    LEFT_OUT.put("sealed_evaluation", "belongs to the evaluator, sealed");
    LEFT_OUT.put("sealed_decline", "belongs to the evaluator, sealed");
    LEFT_OUT.put("sealed_opening", "who looked at what belongs to the evaluator");
    LEFT_OUT.put("peer_result", "told with the result only, product rules 5");
    LEFT_OUT.put("ledger_transaction", "the same money as the payments, as the books have it");
    LEFT_OUT.put("mail_decision", "what an operator decided about a mail that is exported");
    LEFT_OUT.put("step_retry", "that an operator tried a step once more");
    LEFT_OUT.put("audit_event", "commitments without content; the facts themselves are exported");
    LEFT_OUT.put("audit_payload", "the same facts once more, with who acted");
    LEFT_OUT.put("audit_stream", "a counter");
    LEFT_OUT.put(
        "task_draft", "half-filled forms, which stand on their pages; may name evaluators");
    LEFT_OUT.put("task_submission", "that a form was sent once; what was in it is exported");
  }

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired OpeningAccounts opening;
  @Autowired List<PersonalData> modules;

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void everyTableAboutAPersonIsExportedOrLeftOutWithAReason() {
    String said =
        modules.stream()
            .flatMap(m -> m.parts().stream())
            .map(PersonalData.Part::sql)
            .collect(Collectors.joining("\n"));
    var forgotten = new TreeSet<String>();
    for (String table : tablesAboutPeople()) {
      boolean exported = said.matches("(?s).*\\bfrom " + table + "\\b.*");
      if (exported == LEFT_OUT.containsKey(table)) {
        forgotten.add(table + (exported ? " (is exported)" : ""));
      }
    }
    assertThat(tablesAboutPeople()).containsAll(LEFT_OUT.keySet());
    assertThat(forgotten).as("tables about a person that nobody decided about").isEmpty();
  }

  private List<String> tablesAboutPeople() {
    return db.sql(
            "select distinct c.table_name from information_schema.columns c"
                + " join information_schema.tables t on t.table_name = c.table_name"
                + " and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'"
                + " where c.table_schema = 'app' and c.column_name in"
                + " ('account_id', 'candidate_id', 'enrolment_id', 'sitting_id', 'recipient', 'person')"
                + " and c.table_name <> 'demo_mail'")
        .query(String.class)
        .list();
  }

  @Test
  void theFileHoldsWhatThePersonDidAndNobodyElse() {
    String name = "Exa" + UUID.randomUUID().toString().substring(0, 6);
    Walk walk = new Walk("http://localhost:" + port, name).signUp().signIn().apply("LNG");
    walk.fillInApplication().pay();
    String rare = "evaluator-" + UUID.randomUUID() + "@ward.example";
    walk.nameEvaluators(rare, "other-" + rare);
    walk.askForHelp("something-else", "My name is spelt in another way in my passport.");
    PlainBrowser candidate = walk.candidate().open("/account/export");
    candidate.send("/account/export", Map.of());
    assertThat(candidate.status()).isEqualTo(200);
    String text = candidate.text();
    assertThat(text)
        .contains(
            walk.email(),
            "L-" + name,
            "spelt in another way",
            walk.enrolment(),
            "purchase-confirmed")
        .doesNotContain(rare, "password_hash", "bcrypt", "evaluator-invitation");
    JsonNode file = JsonMapper.shared().readTree(text);
    assertThat(file.path("evaluatorsNamed")).hasSize(2);
    assertThat(file.path("payments")).hasSize(1);
    assertThat(file.path("accountChanges").toString()).contains("data-exported");
  }

  @Test
  void anotherPersonsExportHoldsNothingOfIt() {
    People people = new People(opening, db, port);
    var visitor = people.signedIn(people.with(Role.CANDIDATE));
    visitor.get("/account/export");
    HttpResponse<String> file = visitor.post("/account/export");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    JsonNode parts = JsonMapper.shared().readTree(file.body());
    assertThat(parts.path("enrolments")).isEmpty();
    assertThat(parts.path("account")).hasSize(1);
    for (int i = 0; i < 4; i++) {
      assertThat(visitor.post("/account/export").statusCode()).isEqualTo(200);
    }
    assertThat(visitor.post("/account/export").statusCode()).isEqualTo(429);
  }
}
