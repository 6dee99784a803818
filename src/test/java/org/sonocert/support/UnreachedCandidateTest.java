package org.sonocert.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.audit.Leaves;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.People;
import org.sonocert.identity.People.Person;
import org.sonocert.identity.Role;
import org.sonocert.notification.RefusedDelivery;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that refuses a candidate's mailbox for good, and what comes of it. */
@RealParts
class UnreachedCandidateTest {
  private static final String FORM = "reach-candidate";
  private static final Pattern LINK = Pattern.compile("/account/mailbox/[\\w-]{43}");

  private Buyer buyer;
  private People people;
  private Person person;
  private Visitor visitor;
  private EnrolmentId id;
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired OpeningAccounts opening;
  @Autowired CandidateLetters letters;
  @Autowired ClaimingTasks claiming;
  @Autowired TransactionTemplate transaction;
  @Autowired Leaves leaves;
  @Autowired TaskInbox inbox;
  @Autowired TimeMachine time;
  @Autowired JdbcClient db;

  @BeforeEach
  void bought() {
    buyer = Buyer.of(parts.getAutowireCapableBeanFactory());
    people = new People(opening, db, port);
    person = people.with(Role.CANDIDATE);
    visitor = people.signedIn(person);
    id = buyer.quoted(person.id(), "LNG");
    Payer.of(parts.getAutowireCapableBeanFactory()).card(person.id(), id);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void whatTheFirstMailboxRefusedGoesToTheSecondOneAndSoDoWhatFollows() throws Exception {
    String second = added();
    refuse(person.email());

    await().atMost(Duration.ofSeconds(30)).until(() -> recipients("SENT").contains(second));
    assertThat(recipients("FAILED")).isEmpty();
    assertThat(inbox.find(id, FORM, null)).isEmpty();
    assertThat(visitor.get("/me/" + id).body()).contains("Mail to " + person.email());
    String later = post();
    assertThat(recipient(later)).isEqualTo(second);
    assertThat(audited("mail-readdressed")).isEqualTo(1);
  }

  @Test
  void whoseMailboxesAreAllRefusedIsLookedForOnceUntilOneAnswers() throws Exception {
    String second = added();
    refuse(person.email());
    refuse(second);
    refuse(second);

    assertThat(tasks()).hasSize(1);
    assertThat(visitor.get("/me").body()).contains(person.email(), second, "comes back");
    answer(tasks().get(0), "no");
    assertThat(tasks()).isEmpty();
    time.advance(Duration.ofDays(3).plusMinutes(1));
    assertThat(tasks()).hasSize(1);

    visitor.get("/account/addresses");
    visitor.post("/account/addresses", "kind", "main", "email", second);
    String link = people.linkIn(second, LINK);
    visitor.get(link);
    visitor.post(link);

    assertThat(tasks()).as("a mailbox answers").isEmpty();
    assertThat(recipients("FAILED")).isEmpty();
    assertThat(visitor.get("/me").body()).doesNotContain("comes back");
    assertThat(audited("candidate-no-longer-unreached")).isEqualTo(1);
  }

  @Test
  void theSameMailboxCountsAgainOnceItAnswersToALink() throws Exception {
    refuse(person.email());
    assertThat(tasks()).hasSize(1);
    assertThat(visitor.get("/account/addresses").body())
        .contains("Write to " + person.email() + " once more");

    visitor.post("/account/addresses", "email", person.email());
    String link = people.linkIn(person.email(), LINK);
    assertThat(visitor.get("/me").body()).as("a mail is no answer").contains("comes back");
    visitor.get(link);
    visitor.post(link);

    assertThat(tasks()).isEmpty();
    assertThat(visitor.get("/me").body()).doesNotContain("comes back");
    assertThat(recipients("FAILED")).isEmpty();
    assertThat(people.letters("address-changed", person.email())).isZero();
  }

  @Test
  void whoIsReachedIsNotLookedForAgainUntilTheNextRefusal() throws Exception {
    refuse(person.email());
    answer(tasks().get(0), "yes");
    time.advance(Duration.ofDays(4));
    assertThat(tasks()).isEmpty();
    refuse(person.email());
    assertThat(tasks()).hasSize(1);
  }

  private String added() {
    String second = UUID.randomUUID() + "@second.example";
    visitor.get("/account/addresses");
    visitor.post("/account/addresses", "kind", "second", "email", second);
    String link = people.linkIn(second, LINK);
    visitor.get(link);
    visitor.post(link);
    return second;
  }

  /** Posts a letter to the candidate and lets the mailbox refuse it. */
  private void refuse(String mailbox) throws Exception {
    RefusedDelivery.of(post(), mailbox, parts);
  }

  private String post() {
    String occasion = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        t ->
            letters.post(
                id, "window-ended", occasion, Map.of("until", "today", "again", "tomorrow")));
    return id + ":" + occasion;
  }

  private List<TaskView> tasks() {
    return inbox.of(id).stream().filter(task -> task.form().equals(FORM)).toList();
  }

  private void answer(TaskView task, String reached) {
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    claiming.claim(task.id(), manager, Set.of("programme-manager"));
    var result =
        buyer.answer(
            manager,
            null,
            task,
            Map.of("candidateReached", reached, "contactNote", "I called the ward."));
    assertThat(result.errors()).isEmpty();
  }

  private List<String> recipients(String state) {
    return db.sql("select recipient from outbox where enrolment_id = ? and state = ?")
        .params(id.value(), state)
        .query(String.class)
        .list();
  }

  private String recipient(String occurrence) {
    return db.sql("select recipient from outbox where occurrence = ?")
        .param(occurrence)
        .query(String.class)
        .single();
  }

  private long audited(String what) {
    return leaves.of(id).stream()
        .filter(leaf -> String.valueOf(leaf.payload()).contains("\"" + what + "\""))
        .count();
  }
}
