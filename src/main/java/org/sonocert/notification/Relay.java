package org.sonocert.notification;

/** Who takes mail from us: a mail server, or the demo's mailbox. */
public interface Relay {

  /**
   * Hands over one letter. Returning means that it was accepted.
   *
   * @throws NotDelivered saying whether trying again makes sense
   */
  void deliver(Letter letter) throws NotDelivered;
}
