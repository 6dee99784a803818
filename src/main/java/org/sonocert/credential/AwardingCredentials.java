package org.sonocert.credential;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Product;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.Decisions;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Awards an enrolment's credential: once, and only on complete evidence that came in in time. */
@Service
public class AwardingCredentials {
  private static final int DRAWS = 5;

  private final Credentials credentials;
  private final ReadingEvidence evidence;
  private final Enrolments enrolments;
  private final DecisionHolds holds;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final Decisions decisions;
  private final AwardLetters letters;
  private final ApplicationEventPublisher events;
  private final ProgrammeClock clock;
  private final String issuer;
  private final SecureRandom random = new SecureRandom();

  AwardingCredentials(
      Credentials credentials,
      ReadingEvidence evidence,
      Enrolments enrolments,
      DecisionHolds holds,
      Accounts accounts,
      Catalogue catalogue,
      Decisions decisions,
      AwardLetters letters,
      ApplicationEventPublisher events,
      ProgrammeClock clock,
      @Value("${sonocert.issuer.name:Sonocert Demo Board}") String issuer) {
    this.credentials = credentials;
    this.evidence = evidence;
    this.enrolments = enrolments;
    this.holds = holds;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.decisions = decisions;
    this.letters = letters;
    this.events = events;
    this.clock = clock;
    this.issuer = issuer;
  }

  /**
   * Awards in the caller's transaction. A second call finds the first one's credential and changes
   * nothing.
   *
   * @param reason the recorded decision's reason
   * @throws IllegalStateException when the evidence is not complete or late (INV-01), which is an
   *     incident: the diagram never comes here without it; or when something holds the decision,
   *     where a trunk is older than the place in which it waits
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Credential award(EnrolmentId id, String reason) {
    Enrolment enrolment = enrolments.lock(id);
    Optional<Credential> before = credentials.of(id);
    if (before.isPresent()) {
      return before.get();
    }
    Product product = catalogue.get(enrolment.product());
    requireEvidence(enrolment, product, reason);
    requireNoHold(id);
    Account holder = accounts.get(enrolment.candidate());
    Credential credential = written(enrolment, product, holder.name(), reason);
    enrolments.end(id, EnrolmentState.CERTIFIED, credential.awardedAt(), reason);
    letters.post(credential, holder);
    events.publishEvent(new CredentialAwarded(id, credential.serial()));
    return credential;
  }

  private void requireEvidence(Enrolment enrolment, Product product, String reason) {
    Instant end = enrolment.windowEndsAt();
    Optional<String> missing =
        end == null || reason.isBlank()
            ? Optional.of("no window or no recorded decision")
            : evidence.of(enrolment.id()).missing(product.areas(), end);
    if (missing.isPresent()) {
      throw new IllegalStateException(
          "No credential for enrolment " + enrolment.id() + ": " + missing.get());
    }
  }

  private void requireNoHold(EnrolmentId id) {
    List<DecisionHolds.Hold> open = holds.openLocked(id);
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "No credential for enrolment "
              + id
              + " while the decision is held by "
              + open.get(0).kind().word()
              + " "
              + open.get(0).reference());
    }
  }

  private Credential written(Enrolment enrolment, Product product, String holder, String reason) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Credential credential = draft(enrolment, product, holder, reason);
      credentials.replaceEarlier(credential);
      if (credentials.add(credential)) {
        return credential;
      }
    }
    throw new IllegalStateException("No free serial was drawn for enrolment " + enrolment.id());
  }

  private Credential draft(Enrolment enrolment, Product product, String holder, String reason) {
    Instant now = clock.now();
    Scheme scheme = Scheme.of(product);
    long release = Objects.requireNonNull(enrolment.release(), "the enrolment was never bought");
    Map<String, Object> validity =
        decisions.evaluate(release, "credential-validity", Map.of("scheme", scheme.word()));
    int years = ((Number) Objects.requireNonNull(validity.get("validityYears"))).intValue();
    return new Credential(
        enrolment.id(),
        Serial.draw(now.atOffset(ZoneOffset.UTC).getYear(), random),
        enrolment.candidate(),
        product.code(),
        scheme,
        scheme.scope(product),
        product.areas(),
        holder,
        issuer,
        now,
        now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant(),
        String.valueOf(validity.get("reason")),
        release,
        reason,
        CredentialState.VALID,
        now,
        null,
        0);
  }
}
