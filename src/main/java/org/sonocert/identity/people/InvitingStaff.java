package org.sonocert.identity.people;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.identity.Token;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff come by invitation: an administrator chooses the roles, the person the password. The mailed
 * link proves the mailbox. It is worth nothing once the administrator is none any more.
 */
@Component
public class InvitingStaff {
  private static final Rejection KNOWN =
      Rejection.conflict(
          "invited-known",
          "This address belongs to an account. Find the account and give it the roles there.");
  private static final Rejection NO_ROLE =
      Rejection.invalid("invited-role", "Choose at least one role.");

  private final StaffInvitations invitations;
  private final Administrators administrators;
  private final Accounts accounts;
  private final OpeningAccounts opening;
  private final AccountChanges changes;
  private final Outbox outbox;

  InvitingStaff(
      StaffInvitations invitations,
      Administrators administrators,
      Accounts accounts,
      OpeningAccounts opening,
      AccountChanges changes,
      Outbox outbox) {
    this.invitations = invitations;
    this.administrators = administrators;
    this.accounts = accounts;
    this.opening = opening;
    this.changes = changes;
    this.outbox = outbox;
  }

  /** Whom an administrator invites, as the form says it. */
  public record Invitation(
      String email, String givenName, String familyName, Locale locale, Set<Role> roles) {}

  /** An invitation that waits, with who sent it and why. */
  public record Open(Invitation invitation, AccountId invitedBy, String reason) {}

  /**
   * Mails the link. An earlier one to the same address is over.
   *
   * @throws Rejected CONFLICT when the address has an account, INVALID without a role, NOT_FOUND
   *     when the person who acts is no administrator any more
   */
  @Transactional
  public void invite(AccountId acting, Invitation invited, Reason reason) {
    administrators.take(acting);
    String email = invited.email().strip().toLowerCase(Locale.ROOT);
    if (invited.roles().isEmpty()) {
      throw new Rejected(NO_ROLE);
    }
    if (accounts.findByEmail(email).isPresent()) {
      throw new Rejected(KNOWN);
    }
    String token = Token.draw();
    invitations.replace(acting, email, invited, reason, Token.hash(token));
    Map<String, String> model =
        Map.of(
            "name", invited.givenName(),
            "inviter", accounts.get(acting).name(),
            "link", "/invitation/" + token);
    String occurrence = HexFormat.of().formatHex(Token.hash(token));
    outbox.post(new Mail("staff-invitation", occurrence, email, invited.locale(), model, null));
  }

  /** The invitation of an open link; changes nothing. */
  public Optional<Open> open(String token) {
    return invitations.open(token).filter(open -> administrators.is(open.invitedBy()));
  }

  /**
   * Opens the account with a password that the rule has passed.
   *
   * @return false when the link is wrong, used or over, or the address has an account by now
   */
  @Transactional
  public boolean accept(String token, String password) {
    Optional<Open> open = open(token);
    return open.isPresent() && invitations.useUp(token) && openAccount(open.get(), password);
  }

  private boolean openAccount(Open open, String password) {
    Invitation invited = open.invitation();
    var person =
        new OpeningAccounts.Person(
            invited.email(),
            invited.givenName(),
            invited.familyName(),
            invited.locale(),
            opening.hash(password),
            null);
    Optional<AccountId> id = opening.open(person, invited.roles(), "account:" + open.invitedBy());
    id.ifPresent(
        account -> {
          changes.note(account, open.invitedBy(), "invited", "", open.reason());
          invited
              .roles()
              .forEach(
                  role ->
                      changes.note(
                          account, open.invitedBy(), "role-granted", role.id(), open.reason()));
        });
    return id.isPresent();
  }
}
