package org.sonocert.application.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Product;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.enrolment.ReapplyWait;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an application begins, and how the candidate gives it up. */
@Service
public class ApplicationProcess {
  private static final String PROCESS = "application";

  private final Catalogue catalogue;
  private final Enrolments enrolments;
  private final ReapplyWait wait;
  private final ReleaseView releases;
  private final ProcessSignals signals;
  private final ProgrammeClock clock;

  ApplicationProcess(
      Catalogue catalogue,
      Enrolments enrolments,
      ReapplyWait wait,
      ReleaseView releases,
      ProcessSignals signals,
      ProgrammeClock clock) {
    this.catalogue = catalogue;
    this.enrolments = enrolments;
    this.wait = wait;
    this.releases = releases;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * Opens an application and starts its process under the release in force.
   *
   * @throws Rejected with the reason when the product is unknown or not open, the person has one
   *     open, holds a young credential of it, or has to wait
   */
  @Transactional
  public EnrolmentId open(AccountId candidate, String productCode) {
    Product product = catalogue.get(productCode);
    if (product.notOpenBecause() != null) {
      throw new Rejected(Rejection.conflict("product-not-open", product.notOpenBecause()));
    }
    Instant now = clock.now();
    long release = releases.inForce(now).number();
    Optional<Instant> earliest = wait.earliest(candidate, product.code(), release);
    if (earliest.filter(now::isBefore).isPresent()) {
      throw new Rejected(waiting(earliest.get()));
    }
    EnrolmentId enrolment = enrolments.open(candidate, product.code(), release);
    signals.start(
        enrolment,
        release,
        PROCESS,
        Map.of(
            "enrolmentId", enrolment.toString(),
            "candidateId", candidate.toString(),
            "areaCode", product.areas().get(0),
            "productCode", product.code()));
    return enrolment;
  }

  /**
   * Withdraws the candidate's own application.
   *
   * @throws Rejected CONFLICT once it is paid or over
   */
  @Transactional
  public void withdraw(AccountId candidate, EnrolmentId id) {
    enrolments.ownedBy(candidate, id);
    Enrolment enrolment = enrolments.lock(id);
    if (enrolment.state() != EnrolmentState.APPLYING
        || !signals.signal(id, "Message_ApplicationWithdrawn", Map.of())) {
      throw new Rejected(
          Rejection.conflict(
              "application-over", "This application is paid or over, so it cannot be withdrawn."));
    }
  }

  private static Rejection waiting(Instant earliest) {
    return Rejection.conflict(
        "wait",
        "You can apply for this product again from "
            + Moments.inWords(earliest)
            + ", when the wait after your last result is over.");
  }
}
