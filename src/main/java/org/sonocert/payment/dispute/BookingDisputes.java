package org.sonocert.payment.dispute;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.Intent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Brings our books to what a company says of a dispute's money, from wherever they stand: withheld,
 * with us again, or gone; and what it charges for it. The dispute's row is locked by the caller's
 * transaction, so that each change is booked once.
 */
@Repository
class BookingDisputes {
  private static final String CLEARING = "card-clearing";
  private static final String WITHHELD = "disputes";
  private static final String FEES = "provider-fees";

  private final JdbcClient db;

  BookingDisputes(JdbcClient db) {
    this.db = db;
  }

  /** Where the books stand. */
  private record Books(String booked, int bookings, @Nullable String lossAccount, long fee) {}

  /** What every booking of one dispute carries. */
  private record Of(UUID id, String provider, DisputeSaid said, Intent intent, Instant now) {}

  /**
   * Books the difference to what the company says.
   *
   * @param lossAccount what a loss is taken from
   */
  void book(UUID id, String provider, DisputeSaid said, Intent intent, String loss, Instant now) {
    Of of = new Of(id, provider, said, intent, now);
    Books before = books(id);
    Books after = before;
    if (said.withheld() && after.booked().equals("nothing")) {
      after = moved(of, after, "opened", "withheld", WITHHELD, CLEARING);
    }
    if (said.phase() == DisputeSaid.Phase.LOST && !after.booked().equals("lost")) {
      String from = after.booked().equals("withheld") ? WITHHELD : CLEARING;
      after = moved(of, after, "lost", "lost", loss, from);
    }
    if (said.phase() == DisputeSaid.Phase.WON && !after.booked().equals("nothing")) {
      String held = after.lossAccount();
      if (held != null) {
        after = moved(of, after, "won", "won", CLEARING, held);
      } else if (after.booked().equals("withheld")) {
        after = moved(of, after, "won", "won", CLEARING, WITHHELD);
      }
    }
    after = charged(of, after);
    if (!after.equals(before)) {
      keep(id, after);
    }
  }

  private Books moved(Of of, Books now, String what, String booked, String debit, String credit) {
    int number = now.bookings() + 1;
    if (!debit.equals(credit)) {
      enter(of, "dispute-" + what, number, debit, credit, of.said().amount().cents());
    }
    return new Books(booked, number, booked.equals("lost") ? debit : null, now.fee());
  }

  private Books charged(Of of, Books now) {
    long more = of.said().feeCents() - now.fee();
    if (more == 0) {
      return now;
    }
    int number = now.bookings() + 1;
    enter(
        of,
        "dispute-fee",
        number,
        more > 0 ? FEES : CLEARING,
        more > 0 ? CLEARING : FEES,
        Math.abs(more));
    return new Books(now.booked(), number, now.lossAccount(), of.said().feeCents());
  }

  private void enter(Of of, String kind, int number, String debit, String credit, long cents) {
    db.sql("select book(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(kind + "/" + of.id() + "/" + number, kind, Timestamp.from(of.now()))
        .params(of.intent().enrolment().value(), of.intent().id())
        .params(of.provider(), of.said().reference(), debit, credit, cents)
        .param(of.said().amount().currency())
        .query(Long.class)
        .single();
  }

  private Books books(UUID id) {
    return db.sql(
            """
            select booked, bookings, loss_account, fee_cents from card_dispute where id = ?
               for update
            """)
        .param(id)
        .query(
            (row, n) ->
                new Books(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)))
        .single();
  }

  private void keep(UUID id, Books books) {
    db.sql(
            """
            update card_dispute set booked = ?, bookings = ?, loss_account = ?, fee_cents = ?
             where id = ?
            """)
        .params(books.booked(), books.bookings())
        .param(books.lossAccount())
        .param(books.fee())
        .param(id)
        .update();
  }
}
