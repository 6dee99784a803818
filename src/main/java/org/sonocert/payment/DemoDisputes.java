package org.sonocert.payment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.payment.events.EventReader;
import org.sonocert.payment.events.ProviderEvents;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The disputes of the demo's card company: it keeps them in its own books and tells us by messages,
 * as a real one does.
 */
@Component
@Profile("demo")
public class DemoDisputes implements EventReader {
  private static final String PROVIDER = "demo-card";
  private static final long FEE_CENTS = 1_500;
  private static final Duration TAKES_EVIDENCE = Duration.ofDays(14);
  private static final int MOST_SHOWN = 30;

  private final JdbcClient db;
  private final ProviderEvents events;
  private final ProgrammeClock clock;
  private final JsonMapper json = JsonMapper.shared();

  DemoDisputes(JdbcClient db, ProviderEvents events, ProgrammeClock clock) {
    this.db = db;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A payment as the company lists it.
   *
   * @param dispute its id of the dispute, null when there is none
   * @param state of the dispute, null when there is none
   */
  public record Paid(
      String reference,
      Money amount,
      @Nullable String instrument,
      Instant paidAt,
      @Nullable String dispute,
      @Nullable String state) {}

  /** The last payments by cards that can be disputed, the newest first. */
  public List<Paid> latest() {
    return db.sql(
            """
            select c.*, d.reference as dispute, d.state as dispute_state from demo_card_charge c
              left join lateral (select * from demo_card_dispute x where x.charge = c.reference
                                  order by x.opened_at desc limit 1) d on true
             where c.state = 'succeeded' order by c.paid_at desc limit ?
            """)
        .param(MOST_SHOWN)
        .query(
            (row, n) ->
                new Paid(
                    row.getString("reference"),
                    new Money(row.getLong("amount_cents"), row.getString("currency")),
                    row.getString("instrument"),
                    row.getTimestamp("paid_at").toInstant(),
                    row.getString("dispute"),
                    row.getString("dispute_state")))
        .list();
  }

  /**
   * The holder of the card disputes a payment; while one is open nothing more happens.
   *
   * @throws Rejected NOT_FOUND when no money was taken under that reference
   */
  @Transactional
  public void open(String charge) {
    Instant now = clock.now();
    String id = "demo_dispute_" + UUID.randomUUID();
    boolean taken =
        db.sql("select 1 from demo_card_charge where reference = ? and state = 'succeeded'")
            .param(charge)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!taken) {
      throw new Rejected(Rejection.notFound("payment"));
    }
    int opened =
        db.sql(
                """
                insert into demo_card_dispute (reference, charge, amount_cents, currency, reason,
                                               state, fee_cents, opened_at, answer_by)
                select ?, reference, amount_cents, currency, 'product_not_received',
                       'needs_response', ?, ?, ?
                  from demo_card_charge where reference = ?
                on conflict do nothing
                """)
            .params(id, FEE_CENTS, Timestamp.from(now))
            .params(Timestamp.from(now.plus(TAKES_EVIDENCE)), charge)
            .update();
    if (opened == 1) {
      tell("charge.dispute.created", charge);
    }
  }

  /** The company decides, and may decide otherwise later. */
  @Transactional
  public void decide(String dispute, boolean forProgramme) {
    db.sql("update demo_card_dispute set state = ? where reference = ? returning charge")
        .params(forProgramme ? "won" : "lost", dispute)
        .query(String.class)
        .optional()
        .ifPresent(charge -> tell("charge.dispute.closed", charge));
  }

  private void tell(String type, String charge) {
    String body =
        json.writeValueAsString(
            Map.of("data", Map.of("object", Map.of("object", "dispute", "charge", charge))));
    events.keep("demo_event_" + UUID.randomUUID(), PROVIDER, type, "demo", body);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Subject subject(String body) {
    String charge = json.readTree(body).path("data").path("object").path("charge").asString();
    return new Subject(UUID.fromString(charge.substring("demo_".length())), charge, null);
  }
}
