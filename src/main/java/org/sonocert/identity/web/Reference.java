package org.sonocert.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/** A short reference that a person can quote and an operator finds in the log. */
final class Reference {
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String ATTRIBUTE = Reference.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Reference() {}

  /** The reference of this request, drawn at its first use. */
  static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String drawn) {
      return drawn;
    }
    StringBuilder reference = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      reference.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    request.setAttribute(ATTRIBUTE, reference.toString());
    return reference.toString();
  }
}
