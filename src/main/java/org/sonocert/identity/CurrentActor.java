package org.sonocert.identity;

import org.sonocert.audit.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who acts, for the audit trail: the signed-in person, a guest who named themselves, or a job. */
@Component
public class CurrentActor implements Actor {
  /** Request attribute in which a page for guests puts its pseudonym: {@code evaluator:…}. */
  public static final String GUEST = CurrentActor.class.getName() + ".guest";

  private final CurrentPerson person;

  CurrentActor(CurrentPerson person) {
    this.person = person;
  }

  @Override
  public String pseudonym() {
    return person.maybe().map(id -> "account:" + id).orElseGet(CurrentActor::guest);
  }

  private static String guest() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Object guest =
        request == null ? null : request.getAttribute(GUEST, RequestAttributes.SCOPE_REQUEST);
    return guest instanceof String pseudonym ? pseudonym : "system";
  }
}
