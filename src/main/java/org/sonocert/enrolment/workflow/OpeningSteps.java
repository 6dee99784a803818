package org.sonocert.enrolment.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Prices;
import org.sonocert.catalogue.Product;
import org.sonocert.catalogue.RulesInForce;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Step;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.StepContext;
import org.sonocert.engine.WindowTimers;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.enrolment.Receipts.Receipt;
import org.sonocert.enrolment.Windows;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a paid application an enrolment: release, window, trunk, receipt and letter at once. */
@Component
class OpeningSteps {
  private final Enrolments enrolments;
  private final WindowTimers timers;
  private final CandidateLetters letters;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final RulesInForce rules;
  private final ReleaseView releases;
  private final ProcessSignals signals;
  private final JdbcClient db;

  OpeningSteps(
      Enrolments enrolments,
      WindowTimers timers,
      CandidateLetters letters,
      Accounts accounts,
      Catalogue catalogue,
      RulesInForce rules,
      ReleaseView releases,
      ProcessSignals signals,
      JdbcClient db) {
    this.enrolments = enrolments;
    this.timers = timers;
    this.letters = letters;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.rules = rules;
    this.releases = releases;
    this.signals = signals;
    this.db = db;
  }

  /** What was paid, as the payment's published view says. */
  private record Paid(
      long amountCents, String currency, Instant at, long release, Duration given) {}

  @Step(
      label = "Open enrolment",
      description =
          "Pins the policy release that was bought, stores the window's end, starts the trunk with"
              + " its timer at exactly that end, and writes receipt and letter.",
      writes = {
        "enrolmentId",
        "candidateId",
        "areaCode",
        "productCode",
        "windowEndsAt",
        "halfWindowAt",
        "peerStandardMet"
      })
  void openEnrolment(StepContext step) {
    Paid paid = paid(step.enrolmentId());
    Enrolment enrolment = enrolments.get(step.enrolmentId());
    Product product = catalogue.described(enrolment.product());
    Duration literal = releases.window(paid.release(), product.trunk());
    Duration given = paid.given();
    Instant end = Windows.end(paid.at(), literal, given);
    enrolments.activate(
        new Receipt(
            enrolment.id(),
            paid.release(),
            releases.release(paid.release()).hash(),
            paid.amountCents(),
            paid.currency(),
            literal,
            given,
            end,
            rules.text(paid.release(), product),
            paid.at()));
    start(enrolment, product, paid, end);
    timers.align(enrolment.id(), end);
    confirm(enrolment, paid, end);
  }

  private void start(Enrolment enrolment, Product product, Paid paid, Instant end) {
    signals.start(
        enrolment.id(),
        paid.release(),
        product.trunk(),
        Map.of(
            "enrolmentId", enrolment.id().toString(),
            "candidateId", enrolment.candidate().toString(),
            "areaCode", product.areas().get(0),
            "productCode", product.code(),
            "windowEndsAt", end.toString(),
            "halfWindowAt", Windows.half(paid.at(), end).toString(),
            "peerStandardMet", "open"));
  }

  private void confirm(Enrolment enrolment, Paid paid, Instant end) {
    Account candidate = accounts.get(enrolment.candidate());
    letters.post(
        enrolment,
        candidate,
        "purchase-confirmed",
        "",
        Map.of(
            "price", Prices.inWords(paid.amountCents(), paid.currency(), candidate.locale()),
            "bought", Moments.inWords(paid.at(), candidate.locale()),
            "until", Moments.inWords(end, candidate.locale()),
            "release", Long.toString(paid.release())));
  }

  private Paid paid(EnrolmentId id) {
    return db.sql(
            """
            select amount_cents, currency, captured_at, release,
                   (select coalesce(sum(seconds), 0) from window_entry w
                     where w.enrolment_id = p.enrolment_id)
              from v_payment_captured p where enrolment_id = ?
            """)
        .param(id.value())
        .query(OpeningSteps::row)
        .optional()
        .orElseThrow(() -> new IllegalStateException("Enrolment " + id + " is not paid"));
  }

  private static Paid row(ResultSet row, int n) throws SQLException {
    return new Paid(
        row.getLong(1),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        row.getLong(4),
        Duration.ofSeconds(row.getLong(5)));
  }
}
