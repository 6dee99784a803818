package org.sonocert.peerevaluation;

import java.util.Set;
import org.sonocert.notification.MailFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a mail to an evaluator was refused for good. A mail that nobody took in a day counts
 * not, since the fault may be the relay's.
 */
@Component
class UnreachedEvaluators {
  private static final Set<String> REQUESTS = Set.of("evaluator-invitation", "evaluator-reminder");

  private final StandingDown standing;

  UnreachedEvaluators(StandingDown standing) {
    this.standing = standing;
  }

  @EventListener
  void on(MailFailed mail) {
    if (mail.refused() && REQUESTS.contains(mail.kind())) {
      standing.bounced(NomineeId.of(mail.occurrence().replaceFirst(":.*", "")));
    }
  }
}
