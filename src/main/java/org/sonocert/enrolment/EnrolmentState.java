package org.sonocert.enrolment;

import java.util.Locale;

/** Where an enrolment stands; everything after {@link #DECIDING} is an end of product.md 8. */
public enum EnrolmentState {
  /** The application is open; nothing is paid. */
  APPLYING,
  /** Paid; the window runs. */
  ACTIVE,
  /** All evidence is in; the decision falls, the window cannot close it any more. */
  DECIDING,
  CERTIFIED,
  UNSUCCESSFUL,
  WINDOW_ENDED,
  CANCELLED,
  REFUNDED,
  PAYMENT_REVERSED,
  INELIGIBLE,
  WITHDRAWN,
  ENDED_PROGRAMME_LATE,
  /** The application ended without a purchase. */
  APPLICATION_ENDED;

  /** The word as the database and addresses have it, kebab-case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #word()}. */
  public static EnrolmentState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether it has ended for good. */
  public boolean ended() {
    return ordinal() > DECIDING.ordinal();
  }
}
