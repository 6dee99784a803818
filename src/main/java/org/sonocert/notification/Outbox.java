package org.sonocert.notification;

/** Where mail is posted: a row in the caller's transaction, sent after it has committed. */
public interface Outbox {

  /**
   * Posts a mail in the running transaction; the same kind and occurrence again changes nothing.
   *
   * @throws org.sonocert.core.Rejected INVALID when the address is no single mail address
   */
  void post(Mail mail);
}
