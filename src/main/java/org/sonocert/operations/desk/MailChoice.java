package org.sonocert.operations.desk;

import java.util.Locale;
import java.util.stream.Stream;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** What can be done about a mail that waits for a person. */
public enum MailChoice {
  /** It did arrive: counts as sent. Only for one that may have arrived. */
  ARRIVED,
  /** One more copy, with the same Message-ID. */
  SEND_AGAIN,
  /** Nothing more: it stays as it is. */
  LEAVE;

  /** As forms and the database say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MailChoice of(String word) {
    return Stream.of(values())
        .filter(choice -> choice.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Rejected(Rejection.invalid("choice", "Choose what to do with this mail.")));
  }
}
