package org.sonocert.payment.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.payment.Money;
import org.sonocert.payment.ProviderBooks.Kind;
import org.sonocert.payment.ProviderBooks.Line;
import org.sonocert.payment.ledger.BookedMoney.Booked;
import org.sonocert.payment.ledger.Mismatches.Difference;
import org.sonocert.payment.ledger.Mismatches.Reason;

/**
 * Two books side by side. We book after they do: what they took in the last minutes may be on its
 * way to us, and what we booked in the first days may stand before the beginning of their list.
 */
final class Comparison {
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);
  private static final Duration HEARD_LATE = Duration.ofDays(10);

  private final String provider;
  private final List<Line> theirs;
  private final List<Booked> ours;
  private final Instant from;
  private final Instant now;
  private final List<Difference> found = new ArrayList<>();

  Comparison(String provider, List<Line> theirs, List<Booked> ours, Instant from, Instant now) {
    this.provider = provider;
    this.theirs = whole(theirs);
    this.ours = ours;
    this.from = from;
    this.now = now;
  }

  /** A payment may go back in parts, which we book as one. */
  private static List<Line> whole(List<Line> lines) {
    Map<String, Line> seen = new LinkedHashMap<>();
    for (Line line : lines) {
      boolean refund = line.kind() == Kind.REFUND;
      String key = line.kind() + " " + line.payment() + (refund ? "" : " " + seen.size());
      seen.merge(key, line, Comparison::sum);
    }
    return List.copyOf(seen.values());
  }

  private static Line sum(Line one, Line other) {
    Money both = new Money(one.amount().cents() + other.amount().cents(), one.amount().currency());
    Line last = one.at().isAfter(other.at()) ? one : other;
    return new Line(last.kind(), last.payment(), last.intent(), both, last.at());
  }

  /** All that differs. */
  List<Difference> all() {
    Map<String, Money> taken = booked(true);
    Map<String, Money> returned = booked(false);
    for (Line line : theirs) {
      Map<String, Money> ourSide = line.kind() == Kind.CHARGE ? taken : returned;
      Money booked = ourSide.remove(key(line, ourSide));
      if (booked == null
          ? line.at().isBefore(now.minus(ON_ITS_WAY))
          : !booked.equals(line.amount())) {
        found.add(difference(line, booked));
      }
    }
    ours.stream()
        .filter(b -> !b.at().isBefore(from.plus(HEARD_LATE)))
        .filter(b -> (b.came() ? taken : returned).containsKey(b.key()))
        .forEach(b -> found.add(notTheirs(b)));
    return found;
  }

  private Map<String, Money> booked(boolean came) {
    return ours.stream()
        .filter(b -> b.came() == came)
        .collect(Collectors.toMap(Booked::key, Booked::amount, (one, other) -> one, HashMap::new));
  }

  /** Money of no attempt of ours is booked by the provider's id of the payment. */
  private static String key(Line line, Map<String, Money> ourSide) {
    String intent = line.intent() == null ? "" : line.intent().toString();
    return ourSide.containsKey(intent) ? intent : line.payment();
  }

  private Difference difference(Line line, @Nullable Money booked) {
    Reason reason;
    if (booked != null) {
      reason = Reason.ANOTHER_AMOUNT;
    } else if (line.kind() == Kind.REFUND) {
      reason = Reason.REFUND_NOT_BOOKED;
    } else {
      reason = line.intent() == null ? Reason.UNKNOWN_PAYMENT : Reason.NOT_BOOKED;
    }
    return new Difference(provider, line.payment(), reason, line.intent(), line.amount(), booked);
  }

  private Difference notTheirs(Booked booked) {
    return new Difference(
        provider,
        booked.key(),
        booked.came() ? Reason.NOT_AT_PROVIDER : Reason.REFUND_NOT_AT_PROVIDER,
        booked.intent(),
        null,
        booked.amount());
  }
}
