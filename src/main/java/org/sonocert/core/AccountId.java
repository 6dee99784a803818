package org.sonocert.core;

import java.util.UUID;

/** Names one account, that is one person who can sign in. */
public record AccountId(UUID value) {

  /** A new random id. */
  public static AccountId create() {
    return new AccountId(UUID.randomUUID());
  }

  /**
   * Reads an id as it stands in an address.
   *
   * @throws Rejected with kind NOT_FOUND when the text is no id
   */
  public static AccountId of(String text) {
    return new AccountId(Ids.parse(text, "account"));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
