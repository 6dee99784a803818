package org.sonocert.core;

import java.time.Instant;

/**
 * Something that was under way when a backup was taken: whether it reached the outside nobody knows
 * any more. Asked once, at the first start on a restored database, before anything is sent.
 */
public interface AfterRestore {

  /** What is held, as a plural in kebab-case: {@code mails}. */
  String what();

  /**
   * Holds all that was under way for a person, in the running transaction.
   *
   * @param restoredAt machine time
   * @return how many
   */
  int hold(Instant restoredAt);
}
