package org.sonocert.peerevaluation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.testing.Bought;
import org.sonocert.testing.RealParts;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Verbs for tests of the room: an enrolment of its own each, its people, and what they do. */
class PeerRoom {
  private static final List<String> LUNG =
      List.of("imageQuality", "gain", "depth", "transducerPlacement", "doppler", "overall");

  final ApplicationContext parts;
  final JdbcClient db;

  PeerRoom(ApplicationContext parts) {
    this.parts = parts;
    this.db = parts.getBean(JdbcClient.class);
  }

  <T> T part(Class<T> type) {
    return parts.getBean(type);
  }

  /** A candidate with an account of their own, the password that of all tests. */
  AccountId candidate() {
    return candidate("ana-" + UUID.randomUUID() + "@clinic.example");
  }

  AccountId candidate(String email) {
    OpeningAccounts opening = part(OpeningAccounts.class);
    OpeningAccounts.Person ana =
        new OpeningAccounts.Person(
            email, "Ana", "Ruiz", Locale.ENGLISH, opening.hash(RealParts.PASSWORD), null);
    return opening.open(ana, Set.of(Role.CANDIDATE), "system").orElseThrow();
  }

  /** A lung enrolment whose window began now, its peer evaluation running. */
  EnrolmentId enrolment(AccountId candidate) {
    Instant now = part(ProgrammeClock.class).now();
    long release = part(ReleaseView.class).inForce(now).number();
    return part(TransactionTemplate.class)
        .execute(
            t -> {
              EnrolmentId id = part(Enrolments.class).open(candidate, "LNG", release);
              part(Enrolments.class)
                  .activate(Bought.under(release, id, now, now.plus(Duration.ofDays(90))));
              part(ProcessSignals.class).start(id, release, "peer-evaluation", Map.of());
              return id;
            });
  }

  static String mailbox() {
    return "evaluator-" + UUID.randomUUID() + "@hospital.example";
  }

  /** The candidate names two people; they are invited. */
  CompletionResult name(EnrolmentId enrolment, String first, String second) {
    Map<String, List<String>> raw = new LinkedHashMap<>(person(1, "Bea Moreau", first));
    raw.putAll(person(2, "Carl Ude", second));
    return fill(enrolment, "name-evaluators", raw);
  }

  CompletionResult nameAnother(EnrolmentId enrolment, String name, String email) {
    return fill(enrolment, "name-another-evaluator", person(1, name, email));
  }

  private CompletionResult fill(EnrolmentId enrolment, String form, Map<String, List<String>> raw) {
    TaskView task = part(TaskInbox.class).find(enrolment, form, null).orElseThrow();
    AccountId candidate = part(Enrolments.class).get(enrolment).candidate();
    CompletionResult result =
        part(CompletingTasks.class)
            .complete(
                new Completion(
                    task.id(),
                    enrolment,
                    java.util.Set.of(task.group()),
                    candidate,
                    UUID.randomUUID().toString(),
                    raw));
    runJobs();
    return result;
  }

  void runJobs() {
    part(TimeMachine.class).advance(Duration.ZERO);
  }

  static Map<String, List<String>> person(int place, String name, String email) {
    String prefix = "evaluator" + place;
    return Map.of(
        prefix + "Name", List.of(name),
        prefix + "Email", List.of(email),
        prefix + "Relation", List.of("colleague"),
        prefix + "KnowsWork", List.of("We scan lungs together in the emergency department."),
        prefix + "Consent", List.of("true"));
  }

  Nomination nominee(EnrolmentId enrolment, String email) {
    List<Nomination> found =
        part(Nominations.class).of(enrolment).stream()
            .filter(n -> n.nominee().email().equals(email))
            .toList();
    return found.get(found.size() - 1);
  }

  /** What a complete evaluation holds, every applicable criterion rated alike. */
  static Map<String, List<String>> answers(String rating, String comment) {
    Map<String, List<String>> raw = about(comment);
    LUNG.forEach(c -> raw.put("criterion_" + c, List.of(rating)));
    return raw;
  }

  /** An evaluation in which only so many criteria are rated. */
  static Map<String, List<String>> answers(int rated, String comment) {
    Map<String, List<String>> raw = about(comment);
    for (int i = 0; i < LUNG.size(); i++) {
      raw.put("criterion_" + LUNG.get(i), List.of(i < rated ? "4" : "not-observed"));
    }
    return raw;
  }

  private static Map<String, List<String>> about(String comment) {
    Map<String, List<String>> raw = new LinkedHashMap<>();
    raw.put("profession", List.of("physician"));
    raw.put("licenceNumber", List.of("12345"));
    raw.put("licenceCountry", List.of("US"));
    raw.put("ultrasoundBackground", List.of("true"));
    raw.put("ultrasoundBackgroundDetail", List.of("Ten years of teaching."));
    raw.put("observedWithin24Months", List.of("true"));
    raw.put("conflict", List.of("none"));
    raw.put("consentToBeAsked", List.of("true"));
    raw.put("comment", List.of(comment));
    return raw;
  }

  /** An evaluator sends the form as the page does. */
  CompletionResult evaluate(Nomination one, Map<String, List<String>> raw) {
    TaskView task = part(AnsweringEvaluations.class).task(one);
    CompletionResult result =
        part(AnsweringEvaluations.class)
            .submit(one.id(), task.id(), UUID.randomUUID().toString(), raw);
    runJobs();
    return result;
  }

  /** The newest mail to an address whose text holds this pattern: its first group. */
  String mailed(String address, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return await()
        .until(
            () ->
                db
                    .sql("select body_text from demo_mail where recipient = ? order by number desc")
                    .param(address)
                    .query(String.class)
                    .list()
                    .stream()
                    .map(wanted::matcher)
                    .filter(Matcher::find)
                    .map(m -> m.group(1))
                    .findFirst()
                    .orElse(""),
            found -> !found.isEmpty());
  }

  String reference(String address) {
    return mailed(address, "/evaluate/([A-Za-z0-9_-]{27})");
  }

  String code(String address) {
    return mailed(address, "(?m)^(\\d{6})$");
  }

  long count(String sql, Object... params) {
    return db.sql(sql).params(params).query(Long.class).single();
  }
}
