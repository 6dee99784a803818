package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.LimitedTries.Limit;

/** How many mails a visitor may cause: few to one address, more from one network. */
final class MailLimits {
  private static final int TO_ONE_ADDRESS = 5;
  private static final int FROM_ONE_NETWORK = 100;

  private MailLimits() {}

  static void take(LimitedTries attempts, String what, String email, HttpServletRequest request) {
    attempts.take(
        new Limit(what + ":" + email.strip(), TO_ONE_ADDRESS),
        new Limit("mail-from:" + request.getRemoteAddr(), FROM_ONE_NETWORK));
  }
}
