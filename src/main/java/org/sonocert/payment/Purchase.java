package org.sonocert.payment;

/**
 * What became of a payment.
 *
 * @param message for the payer: why it was declined or goes back; empty when it opened the
 *     enrolment
 */
public record Purchase(State state, String message) {

  /** How a payment can end, or that it has not. */
  public enum State {
    /** The enrolment is open. */
    OPENED,
    /** Nothing was taken yet; the payer can pay. */
    WAITING,
    /** The card was declined; the payer can try another one. */
    DECLINED,
    /** The money goes back and nothing was opened. */
    RETURNED
  }
}
