package org.sonocert.attestation;

import java.security.SecureRandom;
import org.sonocert.core.EnrolmentId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Numbers that nobody can foresee or choose. The demo has its own, so that a year can be repeated.
 */
@Component
@Profile("!demo")
class UnforeseeableLots implements Lots {
  private final SecureRandom random = new SecureRandom();

  @Override
  public int draw(EnrolmentId enrolment) {
    return random.nextInt(ALL);
  }
}
