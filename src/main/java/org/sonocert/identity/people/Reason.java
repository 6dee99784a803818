package org.sonocert.identity.people;

import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** Why an administrator changes somebody's account, in words that another one understands later. */
public record Reason(String text) {
  public static final int SHORTEST = 10;
  public static final int LONGEST = 500;

  /**
   * @throws Rejected INVALID when it says too little or too much
   */
  public Reason {
    text = text.strip();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      throw new Rejected(
          Rejection.invalid(
              "reason-missing",
              "Say why, in 10 to 500 letters. The person and every administrator can read it."));
    }
  }
}
