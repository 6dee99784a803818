package org.sonocert.payment.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.events.ProviderEvents;
import org.sonocert.payment.invoice.Invoices;
import org.sonocert.payment.ledger.Balances;
import org.sonocert.payment.ledger.Mismatches;
import org.sonocert.payment.owed.OrderForm;
import org.sonocert.payment.owed.OwedRefund;
import org.sonocert.payment.owed.OwedRefunds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Fills the managers' page of the money: what wants them first, then the books. */
@Component
class MoneyPage {
  private static final int MONTHS = 12;

  private final Balances balances;
  private final Mismatches mismatches;
  private final Invoices invoices;
  private final OwedRefunds owed;
  private final ProviderEvents events;
  private final DisputeList disputes;
  private final CurrentPerson person;
  private final ProgrammeClock clock;

  MoneyPage(
      Balances balances,
      Mismatches mismatches,
      Invoices invoices,
      OwedRefunds owed,
      ProviderEvents events,
      DisputeList disputes,
      CurrentPerson person,
      ProgrammeClock clock) {
    this.balances = balances;
    this.mismatches = mismatches;
    this.invoices = invoices;
    this.owed = owed;
    this.events = events;
    this.disputes = disputes;
    this.person = person;
    this.clock = clock;
  }

  /**
   * What was typed and could not be taken.
   *
   * @param about id of the invoice or refund whose form it is; {@code order} for a new one
   */
  record Refused(String about, String problem, HttpStatus status, Map<String, String> typed) {}

  /** The page as it is. */
  ModelAndView show(@Nullable String month) {
    return fill(month, null, OrderForm.fresh());
  }

  /** The page with what was typed and why it was refused. */
  ModelAndView again(Refused refused) {
    return fill(null, refused, OrderForm.fresh());
  }

  /** The page with an order that was refused. */
  ModelAndView again(Refused refused, OrderForm typed) {
    return fill(null, refused, typed);
  }

  private ModelAndView fill(@Nullable String month, @Nullable Refused refused, OrderForm order) {
    var page =
        new ModelAndView("payment/money", refused == null ? HttpStatus.OK : refused.status());
    YearMonth now = YearMonth.from(clock.now().atZone(ZoneOffset.UTC));
    YearMonth shown = month(month, now);
    page.addObject("refused", refused);
    page.addObject("order", order);
    page.addObject("me", person.id().value());
    page.addObject("now", clock.now());
    page.addObject("today", LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    page.addObject("month", shown.toString());
    page.addObject(
        "months",
        Stream.iterate(now, m -> m.minusMonths(1)).limit(MONTHS).map(m -> m.toString()).toList());
    page.addObject("lines", balances.of(shown.atDay(1)));
    page.addObject("compared", balances.compared());
    lists(page);
    return page;
  }

  private void lists(ModelAndView page) {
    List<Mismatches.Seen> differences = mismatches.open();
    var open = invoices.open();
    List<OwedRefund> refunds = owed.open();
    var trouble = events.trouble();
    page.addObject("mismatches", differences);
    page.addObject("invoices", open);
    page.addObject("refunds", refunds);
    page.addObject("reasons", OwedRefund.Reason.values());
    page.addObject("trouble", trouble);
    List<DisputeList.Line> disputed = disputes.latest();
    long unanswered = disputed.stream().filter(line -> line.task() != null).count();
    page.addObject("disputes", disputed);
    page.addObject(
        "waiting", differences.size() + open.size() + refunds.size() + trouble.size() + unanswered);
  }

  private static YearMonth month(@Nullable String typed, YearMonth now) {
    try {
      YearMonth asked = typed == null ? now : YearMonth.parse(typed);
      return asked.isAfter(now) ? now : asked;
    } catch (DateTimeParseException e) {
      return now;
    }
  }
}
