package org.sonocert.credential;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.audit.AuditTrail;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.credential.document.Certificate;
import org.sonocert.credential.document.PrintingCertificates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints what was awarded, after the award is committed, and freezes it. Everything on it comes
 * from the credential's own row, so a later change of the account changes nothing.
 */
@Service
public class FreezingDocuments {
  private static final Logger log = LoggerFactory.getLogger(FreezingDocuments.class);
  private static final int AT_ONCE = 50;

  private final Credentials credentials;
  private final Documents documents;
  private final PrintingCertificates printing;
  private final AuditTrail audit;
  private final BaseUrl base;
  private final ProgrammeClock clock;
  private final TransactionTemplate transaction;

  FreezingDocuments(
      Credentials credentials,
      Documents documents,
      PrintingCertificates printing,
      AuditTrail audit,
      BaseUrl base,
      ProgrammeClock clock,
      TransactionTemplate transaction) {
    this.credentials = credentials;
    this.documents = documents;
    this.printing = printing;
    this.audit = audit;
    this.base = base;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Freezes what is missing; one that fails holds up no other and is tried again. */
  public void freezeMissing() {
    for (EnrolmentId enrolment : credentials.withoutDocument(AT_ONCE)) {
      try {
        freeze(enrolment);
      } catch (RuntimeException e) {
        log.error("The certificate of enrolment {} could not be frozen", enrolment, e);
      }
    }
  }

  /** Freezes one credential's document unless it is frozen; printing holds no transaction open. */
  public void freeze(EnrolmentId enrolment) {
    Credential credential = credentials.of(enrolment).orElseThrow();
    if (credential.documentReady()) {
      return;
    }
    byte[] content = printing.print(certificate(credential));
    transaction.executeWithoutResult(
        t -> {
          if (documents.freezeFirst(credential, content, clock.now())) {
            audit.underRelease(enrolment, credential.release());
          }
        });
  }

  private Certificate certificate(Credential c) {
    return new Certificate(
        c.serial().text(),
        c.holderName(),
        c.scope(),
        c.scheme() == Scheme.CERTIFICATE,
        c.issuer(),
        c.awardedAt(),
        c.validUntil(),
        c.release(),
        base.of("/verify/" + c.serial()));
  }
}
