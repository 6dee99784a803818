package org.sonocert.identity;

import java.util.List;
import org.sonocert.core.PersonalData;
import org.springframework.stereotype.Component;

/** The account itself. Hashes and secrets are no data about a person; who acted stays out. */
@Component
class AccountOfPerson implements PersonalData {

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "account",
            "select id, email, given_name, family_name, locale, rules_accepted_at, confirmed_at,"
                + " disabled_at from account where id = ?"),
        new Part("roles", "select role, granted_at from account_role where account_id = ?"),
        new Part(
            "secondAddress", "select email, confirmed_at from second_address where account_id = ?"),
        new Part(
            "refusedMailboxes",
            "select email, refused_at from refused_mailbox where account_id = ?"),
        new Part("authenticator", "select since from second_step where account_id = ?"),
        new Part(
            "organisationSignIn",
            "select issuer, subject, linked_at from organisation_identity where account_id = ?"),
        new Part(
            "accountChanges",
            "select what, detail, reason, at from account_change where account_id = ? order by id"));
  }
}
