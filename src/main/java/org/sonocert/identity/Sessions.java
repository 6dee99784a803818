package org.sonocert.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.engine.clock.Housekeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of all nodes, in the database. */
@Component
public class Sessions implements Housekeeping {
  /** Names of what a session remembers of the device that signed in. */
  public static final String DEVICE = "device";

  public static final String NETWORK = "network";

  private final JdbcClient db;
  private final JdbcIndexedSessionRepository repository;
  private final FindByIndexNameSessionRepository<? extends Session> byName;

  Sessions(JdbcClient db, JdbcIndexedSessionRepository repository) {
    this.db = db;
    this.repository = repository;
    this.byName = repository;
  }

  /**
   * Signs a person out everywhere, in the caller's transaction. Whoever is signing in at this
   * moment with what the person's row said before is not in either.
   */
  @Transactional
  public void endAll(AccountId account) {
    nextRound(account);
    db.sql("delete from spring_session where principal_name = ?")
        .param(account.toString())
        .update();
  }

  /** As {@link #endAll}, everywhere but here. */
  @Transactional
  public void endOthers(AccountId account, String here) {
    long round = nextRound(account);
    db.sql("update spring_session set round = ? where principal_name = ? and session_id = ?")
        .params(round, account.toString(), here)
        .update();
    db.sql("delete from spring_session where principal_name = ? and session_id <> ?")
        .params(account.toString(), here)
        .update();
  }

  private long nextRound(AccountId account) {
    return db.sql(
            "update account set session_round = session_round + 1 where id = ?"
                + " returning session_round")
        .param(account.value())
        .query(Long.class)
        .single();
  }

  /** One session of a person, by its mark; nothing when it is over or somebody else's. */
  public void end(AccountId account, String mark) {
    byName.findByPrincipalName(account.toString()).keySet().stream()
        .filter(id -> mark(id).equals(mark))
        .forEach(repository::deleteById);
  }

  /** Everywhere that a person is signed in, the newest first. */
  public List<Open> open(AccountId account, String here) {
    return byName.findByPrincipalName(account.toString()).values().stream()
        .map(
            session ->
                new Open(
                    mark(session.getId()),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    text(session.getAttribute(DEVICE)),
                    text(session.getAttribute(NETWORK)),
                    session.getId().equals(here)))
        .sorted(Comparator.comparing(Open::used).reversed())
        .toList();
  }

  /**
   * One place where a person is signed in.
   *
   * @param mark names it on a page, without being good for anything else
   * @param device what the browser says it is
   * @param here whether it is the one that asks
   */
  public record Open(
      String mark, Instant began, Instant used, String device, String network, boolean here) {}

  private static String mark(String id) {
    return HexFormat.of().formatHex(Token.hash(id), 0, 12);
  }

  private static String text(@Nullable Object attribute) {
    return attribute instanceof String text ? text : "";
  }

  @Override
  public String name() {
    return "sessions-forgotten";
  }

  @Override
  public String schedule() {
    return "0 */5 * * * ?";
  }

  /** Also those that nobody finds any more, since their round is over. */
  @Override
  public void run(Instant now) {
    db.sql(
            "delete from spring_session s using account a"
                + " where s.principal_name = a.id::text"
                + " and (a.session_round > s.round or a.disabled_at is not null)")
        .update();
    repository.cleanUpExpiredSessions();
  }
}
