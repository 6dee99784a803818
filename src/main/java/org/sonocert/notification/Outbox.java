package org.sonocert.notification;

import org.sonocert.core.EnrolmentId;

/** Where mail is posted: a row in the caller's transaction, sent after it has committed. */
public interface Outbox {

  /**
   * Posts a mail in the running transaction; the same kind and occurrence again changes nothing.
   *
   * @throws org.sonocert.core.Rejected INVALID when the address is no single mail address
   */
  void post(Mail mail);

  /**
   * Takes back, in the running transaction, what was posted to somebody about an enrolment and has
   * not left: it is never sent. What is being sent at this moment goes its way.
   *
   * @return how many mails were taken back; their kinds stand in the audit trail
   */
  int takeBack(EnrolmentId enrolment, String recipient);

  /**
   * Sends, in the running transaction, to another mailbox of the same person what one has refused
   * in the last seven days of the machine's time, and what still waits for it. Only what belongs to
   * an enrolment: links and codes of an account stay with the address that asked for them.
   *
   * @return how many mails go elsewhere
   */
  int readdress(String from, String to);
}
