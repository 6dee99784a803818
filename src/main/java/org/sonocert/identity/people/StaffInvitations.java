package org.sonocert.identity.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.identity.Role;
import org.sonocert.identity.Token;
import org.sonocert.identity.people.InvitingStaff.Invitation;
import org.sonocert.identity.people.InvitingStaff.Open;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations that wait, by the hash of their link. */
@Repository
class StaffInvitations implements Housekeeping {
  private static final Duration GOOD_FOR = Duration.ofDays(7);

  private final JdbcClient db;
  private final MachineClock machine;

  StaffInvitations(JdbcClient db, MachineClock machine) {
    this.db = db;
    this.machine = machine;
  }

  /** Keeps an invitation in place of an earlier one to the same address. */
  void replace(AccountId by, String email, Invitation invited, Reason reason, byte[] hash) {
    db.sql("delete from staff_invitation where email = ? and used_at is null")
        .param(email)
        .update();
    db.sql(
            "insert into staff_invitation (token_hash, email, given_name, family_name, locale,"
                + " roles, invited_by, reason, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(hash)
        .param(email)
        .param(invited.givenName())
        .param(invited.familyName())
        .param(invited.locale().getLanguage())
        .param(invited.roles().stream().map(Role::id).toArray(String[]::new))
        .param(by.value())
        .param(reason.text())
        .param(Timestamp.from(machine.now().plus(GOOD_FOR)))
        .update();
  }

  /** The one of an open link. */
  Optional<Open> open(String token) {
    return db.sql(
            "select * from staff_invitation"
                + " where token_hash = ? and used_at is null and expires_at > ?")
        .param(Token.hash(token))
        .param(Timestamp.from(machine.now()))
        .query(StaffInvitations::row)
        .optional();
  }

  /** Of two presses at once one gets it. */
  boolean useUp(String token) {
    return db.sql(
                "update staff_invitation set used_at = ? where token_hash = ? and used_at is null")
            .param(Timestamp.from(machine.now()))
            .param(Token.hash(token))
            .update()
        == 1;
  }

  private static Open row(ResultSet row, int n) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::of).forEach(roles::add);
    return new Open(
        new Invitation(
            row.getString("email"),
            row.getString("given_name"),
            row.getString("family_name"),
            Locale.forLanguageTag(row.getString("locale")),
            roles),
        new AccountId(row.getObject("invited_by", UUID.class)),
        row.getString("reason"));
  }

  @Override
  public String name() {
    return "invitations-forgotten";
  }

  @Override
  public String schedule() {
    return "0 27 3 * * ?";
  }

  /** Links that are over are no use to anybody, nor are addresses that were never confirmed. */
  @Override
  public void run(Instant now) {
    Timestamp today = Timestamp.from(machine.now());
    db.sql("delete from staff_invitation where expires_at < ?").param(today).update();
    db.sql("delete from address_change where expires_at < ?").param(today).update();
    db.sql("delete from second_step_offer where offered_at < ?")
        .param(Timestamp.from(machine.now().minus(Duration.ofDays(1))))
        .update();
  }
}
