package org.sonocert.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A card company that exists in the demo only and moves no money. It keeps books of its own, apart
 * from ours, as a real one does.
 */
@Component
@Profile("demo")
public class DemoCards implements CardProvider {
  private static final String DECLINED_ENDING = "0002";

  private final JdbcClient db;
  private final MachineClock clock;
  private final ProgrammeClock programme;

  DemoCards(JdbcClient db, MachineClock clock, ProgrammeClock programme) {
    this.db = db;
    this.clock = clock;
    this.programme = programme;
  }

  @Override
  public String name() {
    return "demo-card";
  }

  @Override
  public String createIntent(Announcement announced) {
    String reference = "demo_" + announced.intent();
    Money amount = announced.amount();
    db.sql(
            "insert into demo_card_charge (reference, amount_cents, currency, state, changed_at)"
                + " values (?, ?, ?, 'waiting', ?) on conflict do nothing")
        .params(reference, amount.cents(), amount.currency(), now())
        .update();
    return reference;
  }

  /**
   * Charges a card, as the company's own page would; a charge that succeeded is not made twice.
   *
   * @throws Rejected INVALID when the number is no card number
   */
  public Charge charge(String reference, String cardNumber) {
    String digits = cardNumber.replaceAll("[\\s-]", "");
    if (!digits.matches("\\d{12,19}")) {
      throw new Rejected(
          Rejection.invalid(
              "card-number", "A card number has 12 to 19 digits. Please check it and try again."));
    }
    boolean declined = digits.endsWith(DECLINED_ENDING);
    return db.sql(
            "update demo_card_charge set state = ?, instrument = ?, decline_reason = ?,"
                + " changed_at = ?, paid_at = ?"
                + " where reference = ? and state in ('waiting', 'declined')"
                + " returning *")
        .param(declined ? "declined" : "succeeded")
        .param("card ending in " + digits.substring(digits.length() - 4))
        .param(declined ? "The card company declined this card. Nothing was charged." : null)
        .param(now())
        .param(declined ? null : Timestamp.from(programme.now()))
        .param(reference)
        .query(DemoCards::row)
        .optional()
        .orElseGet(() -> lookup(reference));
  }

  @Override
  public Charge lookup(String reference) {
    return db.sql("select * from demo_card_charge where reference = ?")
        .param(reference)
        .query(DemoCards::row)
        .single();
  }

  @Override
  public Charge cancel(String reference) {
    db.sql(
            "update demo_card_charge set state = 'cancelled', changed_at = ?"
                + " where reference = ? and state in ('waiting', 'declined')")
        .params(now(), reference)
        .update();
    return lookup(reference);
  }

  @Override
  public boolean giveBack(UUID intent, String reference) {
    db.sql(
            "update demo_card_charge set state = 'given-back', changed_at = ?, given_back_at = ?"
                + " where reference = ? and state = 'succeeded'")
        .params(now(), Timestamp.from(programme.now()), reference)
        .update();
    return lookup(reference).state() == Charge.State.GIVEN_BACK;
  }

  @Override
  public boolean giveBackUnknown(UUID ourId, String payment) {
    return giveBack(ourId, payment);
  }

  @Override
  public String payPath(UUID enrolment) {
    return "/pay/" + enrolment + "/demo-card";
  }

  private static Charge row(ResultSet row, int n) throws SQLException {
    Timestamp paid = row.getTimestamp("paid_at");
    return new Charge(
        state(row.getString("state")),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        text(row.getString("instrument")),
        row.getString("decline_reason"),
        paid == null ? null : paid.toInstant());
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }

  private static Charge.State state(String word) {
    return Charge.State.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
