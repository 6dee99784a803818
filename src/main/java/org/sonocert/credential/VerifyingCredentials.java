package org.sonocert.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonocert.catalogue.Area;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.ProgrammeClock;
import org.springframework.stereotype.Service;

/** Answers from the database, at this instant, whether a credential holds. */
@Service
public class VerifyingCredentials {
  private final Credentials credentials;
  private final Documents documents;
  private final Catalogue catalogue;
  private final ProgrammeClock clock;

  VerifyingCredentials(
      Credentials credentials, Documents documents, Catalogue catalogue, ProgrammeClock clock) {
    this.credentials = credentials;
    this.documents = documents;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** What is known of the serial; empty when it was never issued. */
  public Optional<Verification> verify(Serial serial) {
    return credentials.of(serial).map(this::told);
  }

  private Verification told(Credential credential) {
    Instant now = clock.now();
    Standing standing = credential.at(now);
    return new Verification(
        credential.serial().text(),
        standing,
        credential.since(now),
        standing == Standing.EXPIRED && credential.since(now).isBefore(credential.validUntil()),
        credential.holderName(),
        credential.scheme(),
        credential.scope(),
        names(credential.areas()),
        credential.issuer(),
        credential.awardedAt(),
        credential.validUntil(),
        now,
        documents.digest(credential.enrolment()).orElse(null));
  }

  private List<String> names(List<String> areas) {
    return areas.stream().map(a -> catalogue.area(a).map(Area::name).orElse(a)).toList();
  }
}
