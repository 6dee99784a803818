package org.sonocert.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who can sign in. */
@Repository
public class Accounts {
  private static final String SELECT =
      """
      select a.id, a.email, a.given_name, a.family_name, a.locale, a.password_hash, a.disabled_at,
             a.session_round,
             coalesce((select y.email from second_address y join refused_mailbox f
                         on f.account_id = a.id and f.email = a.email
                        where y.account_id = a.id and not exists (select from refused_mailbox z
                          where z.account_id = a.id and z.email = y.email)), a.email) as mailbox,
             exists (select from second_step s where s.account_id = a.id) as two_steps,
             array(select role from account_role r where r.account_id = a.id) as roles
        from account a where\s""";

  private static final String OF_ADDRESS =
      "a.id = coalesce((select x.id from account x where x.email = ?),"
          + " (select y.account_id from second_address y where y.email = ?))";

  private final JdbcClient db;

  Accounts(JdbcClient db) {
    this.db = db;
  }

  /** The account, empty when there is none of that id. */
  public Optional<Account> find(AccountId id) {
    return db.sql(SELECT + "a.id = ?").param(id.value()).query(Accounts::account).optional();
  }

  /** The account of a first or second address, in whatever case it was typed. */
  public Optional<Account> findByEmail(String email) {
    return db.sql(SELECT + OF_ADDRESS)
        .params(lower(email), lower(email))
        .query(Accounts::account)
        .optional();
  }

  /** All mailboxes of a person: the first address, and the second where there is one. */
  public List<String> addresses(AccountId id) {
    return db.sql(
            "select email from account where id = ?"
                + " union all select email from second_address where account_id = ?")
        .params(id.value(), id.value())
        .query(String.class)
        .list();
  }

  /**
   * The account.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  public Account get(AccountId id) {
    return find(id).orElseThrow(() -> new Rejected(Rejection.notFound("account")));
  }

  /** Everybody who has a role and may sign in, in the order of their names. */
  public List<Account> withRole(Role role) {
    return db.sql(
            SELECT
                + "a.disabled_at is null and exists (select 1 from account_role x"
                + " where x.account_id = a.id and x.role = ?) order by family_name, given_name")
        .param(role.id())
        .query(Accounts::account)
        .list();
  }

  /** What a sign-in compares with; one statement. */
  public Optional<Credentials> credentials(String email) {
    return db.sql(SELECT + OF_ADDRESS)
        .params(lower(email), lower(email))
        .query(Accounts::credentials)
        .optional();
  }

  /** The same of an account that is known already. */
  public Optional<Credentials> credentials(AccountId id) {
    return db.sql(SELECT + "a.id = ?").param(id.value()).query(Accounts::credentials).optional();
  }

  /**
   * An account with what only a sign-in may see.
   *
   * @param twoSteps whether an authenticator's code is asked too
   */
  public record Credentials(
      Account account, String passwordHash, boolean disabled, boolean twoSteps) {}

  private static Credentials credentials(ResultSet row, int n) throws SQLException {
    return new Credentials(
        account(row, n),
        row.getString("password_hash"),
        row.getObject("disabled_at") != null,
        row.getBoolean("two_steps"));
  }

  static String lower(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static Account account(ResultSet row, int n) throws SQLException {
    return new Account(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("email"),
        row.getString("mailbox"),
        row.getString("given_name"),
        row.getString("family_name"),
        Locale.forLanguageTag(row.getString("locale")),
        roles(row.getArray("roles")),
        row.getLong("session_round"));
  }

  private static Set<Role> roles(Array ids) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) ids.getArray()).map(Role::of).forEach(roles::add);
    return roles;
  }
}
