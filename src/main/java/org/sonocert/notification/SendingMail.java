package org.sonocert.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Masked;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: claim and commit, talk to the relay, settle. Never runs inside somebody's
 * transaction, and two of them may run at once.
 */
@Component
class SendingMail {
  private static final Logger log = LoggerFactory.getLogger(SendingMail.class);

  /** Waits after each failed attempt; after the last of them the mail has failed, within a day. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private final OutboxRows rows;
  private final Rendering rendering;
  private final Relay relay;
  private final GivingUp givingUp;
  private final MachineClock machine;

  SendingMail(
      OutboxRows rows, Rendering rendering, Relay relay, GivingUp givingUp, MachineClock machine) {
    this.rows = rows;
    this.givingUp = givingUp;
    this.rendering = rendering;
    this.relay = relay;
    this.machine = machine;
  }

  /** Sends all that is due and returns how many attempts that were. */
  int drain() {
    int attempts = 0;
    Optional<ClaimedMail> next = rows.claim(machine.now());
    while (next.isPresent()) {
      send(next.get());
      attempts++;
      next = rows.claim(machine.now());
    }
    return attempts;
  }

  void send(ClaimedMail mail) {
    try {
      Letter letter = rendering.letter(mail);
      if (machine.now().isAfter(mail.leaseUntil())) {
        log.warn("Mail {}: the lease ended before the relay was asked", mail.id());
        return;
      }
      relay.deliver(letter);
    } catch (NotDelivered e) {
      settle(mail, e.fate(), e.getMessage());
      return;
    } catch (RuntimeException e) {
      log.error("Mail {} of kind {} cannot be written", mail.id(), mail.kind(), e);
      settle(mail, NotDelivered.Fate.LATER, e.getClass().getSimpleName());
      return;
    }
    book(mail);
  }

  /**
   * The relay has it: a delivery that cannot be booked stays STARTED, and its lease tells on it.
   */
  private void book(ClaimedMail mail) {
    try {
      if (!rows.sent(mail, machine.now())) {
        log.warn("Mail {}: another sender took over while the relay answered", mail.id());
      }
    } catch (RuntimeException e) {
      log.error("Mail {} is sent and could not be booked; its lease will end", mail.id(), e);
    }
  }

  private void settle(ClaimedMail mail, NotDelivered.Fate fate, @Nullable String error) {
    Instant now = machine.now();
    String shown = error == null ? "" : error.substring(0, Math.min(500, error.length()));
    log.warn("Mail {} of kind {}: {}, {}", mail.id(), mail.kind(), fate, Masked.text(shown));
    boolean last = mail.attempt() > WAITS.size();
    Duration wait = last ? Duration.ZERO : WAITS.get(mail.attempt() - 1);
    if (fate == NotDelivered.Fate.UNCERTAIN) {
      rows.uncertain(mail, now.plus(wait), shown, last);
    } else if (fate == NotDelivered.Fate.LATER && !last) {
      rows.later(mail, now.plus(wait), shown);
    } else {
      givingUp.failed(mail, now, shown, fate == NotDelivered.Fate.REFUSED, wait);
    }
  }
}
