package org.sonocert.payment.events;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sonocert.core.MachineClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inbox of what card companies tell. An event is kept once; who works on it claims it first,
 * and a claim whose holder died is free again after a while.
 */
@Repository
public class ProviderEvents {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));
  private static final int LONGEST_ERROR = 500;
  private static final int MOST_SHOWN = 200;

  private final JdbcClient db;
  private final MachineClock clock;
  private final ApplicationEventPublisher publisher;

  ProviderEvents(JdbcClient db, MachineClock clock, ApplicationEventPublisher publisher) {
    this.db = db;
    this.clock = clock;
    this.publisher = publisher;
  }

  /**
   * An event to work on.
   *
   * @param attempts how often it was begun, this time included
   */
  public record Event(String id, String provider, String type, String body, int attempts) {}

  /** An event that could not be worked off, as managers see it. */
  public record Trouble(
      String id, String type, Instant receivedAt, int attempts, boolean givenUp, String error) {}

  /** Keeps an event; false when it was there before. */
  @Transactional
  public boolean keep(String id, String provider, String type, String signature, String body) {
    Timestamp now = now();
    boolean fresh =
        db.sql(
                    """
                insert into provider_event (id, provider, type, signature, body, received_at,
                                            next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
                .params(id, provider, type, signature, body, now, now)
                .update()
            == 1;
    if (fresh) {
      publisher.publishEvent(new EventCame());
    }
    return fresh;
  }

  /** Claims the next event that waits, and commits that an attempt was begun. */
  @Transactional
  public Optional<Event> claim() {
    return db.sql(
            """
            update provider_event set state = 'started', attempts = attempts + 1, next_attempt_at = ?
             where id = (select id from provider_event
                          where state in ('waiting', 'started') and next_attempt_at <= ?
                          order by next_attempt_at, id limit 1 for update skip locked)
            returning id, provider, type, body, attempts
            """)
        .params(Timestamp.from(clock.now().plus(LEASE)), now())
        .query(
            (row, n) ->
                new Event(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)))
        .optional();
  }

  /** Notes that an event was worked off; {@code known} when it was about a payment of ours. */
  @Transactional
  public void done(Event event, boolean known) {
    db.sql(
            "update provider_event set state = ?, done_at = ?, last_error = null"
                + " where id = ? and state = 'started'")
        .params(known ? "done" : "unknown", now(), event.id())
        .update();
  }

  /** Notes why an attempt failed: it is tried again, until a person has to say so. */
  @Transactional
  public void failed(Event event, String error) {
    boolean over = event.attempts() > WAITS.size();
    Duration wait = over ? Duration.ZERO : WAITS.get(event.attempts() - 1);
    db.sql(
            "update provider_event set state = ?, next_attempt_at = ?, last_error = ?"
                + " where id = ? and state = 'started' and attempts = ?")
        .param(over ? "failed" : "waiting")
        .param(Timestamp.from(clock.now().plus(wait)))
        .param(error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
        .param(event.id())
        .param(event.attempts())
        .update();
  }

  /** Lets an event that failed be tried at once; false when there is nothing to try. */
  @Transactional
  public boolean tryAgain(String id) {
    return db.sql(
                "update provider_event set state = 'waiting', attempts = 0, next_attempt_at = ?"
                    + " where id = ? and state in ('waiting', 'failed') and last_error is not null")
            .params(now(), id)
            .update()
        == 1;
  }

  /** Events whose last attempt failed, oldest first. */
  public List<Trouble> trouble() {
    return db.sql(
            """
            select id, type, received_at, attempts, state = 'failed', last_error from provider_event
             where last_error is not null order by received_at limit ?
            """)
        .param(MOST_SHOWN)
        .query(
            (row, n) ->
                new Trouble(
                    row.getString(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getInt(4),
                    row.getBoolean(5),
                    row.getString(6)))
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }
}
