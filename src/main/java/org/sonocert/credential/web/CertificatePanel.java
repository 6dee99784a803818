package org.sonocert.credential.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.credential.Credential;
import org.sonocert.credential.Credentials;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** The certificate on the holder's own page: serial, validity, download, and what to share. */
@Component
class CertificatePanel implements EnrolmentPanel {
  private static final int FIRST = 0;

  private final Credentials credentials;
  private final BaseUrl base;
  private final ProgrammeClock clock;

  CertificatePanel(Credentials credentials, BaseUrl base, ProgrammeClock clock) {
    this.credentials = credentials;
    this.base = base;
    this.clock = clock;
  }

  /** What the panel shows. */
  record Held(
      String serial,
      String scope,
      String standing,
      Instant awardedAt,
      Instant validUntil,
      boolean ready,
      String file,
      String verifyAddress) {}

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.state() != EnrolmentState.CERTIFIED) {
      return null;
    }
    return credentials
        .of(enrolment.id())
        .map(c -> new View("credential/panel", held(c), FIRST))
        .orElse(null);
  }

  private Held held(Credential credential) {
    return new Held(
        credential.serial().text(),
        credential.scope(),
        credential.at(clock.now()).word(),
        credential.awardedAt(),
        credential.validUntil(),
        credential.documentReady(),
        "/me/" + credential.enrolment() + "/certificate.pdf",
        base.of("/verify/" + credential.serial()));
  }
}
