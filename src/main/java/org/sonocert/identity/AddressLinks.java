package org.sonocert.identity;

import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.identity.ChangingAddresses.Kind;
import org.sonocert.identity.ChangingAddresses.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that wait for their mailbox to answer, by the hash of the mailed link. */
@Repository
class AddressLinks {
  private static final String OPEN =
      " where token_hash = ? and account_id = ? and used_at is null and expires_at > ? ";

  private final JdbcClient db;
  private final MachineClock machine;

  AddressLinks(JdbcClient db, MachineClock machine) {
    this.db = db;
    this.machine = machine;
  }

  /** Keeps an address for a day. */
  void keep(AccountId id, Kind kind, String address, byte[] hash) {
    db.sql(
            "insert into address_change (token_hash, account_id, email, kind, expires_at)"
                + " values (?, ?, ?, ?, ?)")
        .param(hash)
        .param(id.value())
        .param(address)
        .param(kind.word())
        .param(Timestamp.from(machine.now().plus(SigningUp.GOOD_FOR)))
        .update();
  }

  /** What an open link of this person is for. */
  Optional<Waiting> waiting(AccountId id, String token) {
    return db.sql("select email, kind from address_change" + OPEN)
        .param(Token.hash(token))
        .param(id.value())
        .param(Timestamp.from(machine.now()))
        .query(
            (row, n) ->
                new Waiting(
                    row.getString(1), Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT))))
        .optional();
  }

  /** Of two presses at once one gets it. */
  boolean useUp(AccountId id, String token) {
    Timestamp now = Timestamp.from(machine.now());
    return db.sql("update address_change set used_at = ?" + OPEN)
            .param(now)
            .param(Token.hash(token))
            .param(id.value())
            .param(now)
            .update()
        == 1;
  }
}
