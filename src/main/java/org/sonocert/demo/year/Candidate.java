package org.sonocert.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.sonocert.attestation.Lots;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.demo.year.InventedNames.Name;

/** One invented candidate from the first form to the purchase. What they do after it: Work. */
final class Candidate {
  private static final int CASES = 30;
  private static final int TOO_FEW = 9;

  final Season season;
  final Random dice;
  final AccountId who;
  final String product;
  final Fate fate;

  /** Dice of its own, so that the rest of a year stays what it was. */
  private final Random lot;

  private final Name name;
  private final int number;

  Candidate(Season season, AccountId who, Name name, int number, String product, Fate fate) {
    this.season = season;
    this.dice = season.dice();
    this.who = who;
    this.name = name;
    this.number = number;
    this.product = product;
    this.fate = fate;
    this.lot = new Random(7919L * number);
  }

  /** Lets so much time pass, more or less, and then acts. */
  void after(Instant from, double days, Agenda.Act act) {
    double waits = days * (0.4 + 1.2 * dice.nextDouble());
    season.at(Agenda.slot(from.plus(Duration.ofMinutes((long) (waits * 24 * 60)))), act);
  }

  /** Dice for what a lot brings about. */
  Random lotDice() {
    return lot;
  }

  /** Begins an application. */
  void begin() {
    EnrolmentId id = season.cast().candidates().apply(who, product);
    Instant now = season.now();
    season
        .cast()
        .candidates()
        .describePractice(
            who, id, dice.nextInt(4) == 0 ? "sonographer" : "physician", "L" + number);
    after(now, 0.2, () -> showFundamentals(id));
  }

  private void showFundamentals(EnrolmentId id) {
    Instant now = season.now();
    boolean waiver = fate == Fate.WAIVER_REFUSED || dice.nextInt(4) == 0;
    if (waiver) {
      LocalDate passed =
          LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(400 + dice.nextInt(900));
      season.cast().candidates().askForWaiver(who, id, passed.toString(), "SPI-" + number);
      after(now, 2, () -> decideWaiver(id));
    } else {
      season.cast().candidates().showCertificate(who, id, "FC-" + number);
      after(now, 0.4, () -> attest(id));
    }
  }

  private void decideWaiver(EnrolmentId id) {
    season.cast().staff().decideWaiver(season.manager(), id, fate != Fate.WAIVER_REFUSED);
    if (fate != Fate.WAIVER_REFUSED) {
      after(season.now(), 1, () -> attest(id));
    }
  }

  private void attest(EnrolmentId id) {
    if (fate == Fate.WITHDRAWS_APPLICATION) {
      season.cast().candidates().withdrawApplication(who, id);
      return;
    }
    season.cast().candidates().attest(who, id, fate == Fate.TOO_FEW_CASES ? TOO_FEW : CASES);
    if (fate.buys()) {
      after(season.now(), 1.5, () -> buy(id));
    }
  }

  private void buy(EnrolmentId id) {
    season.cast().lots().tell(id, lot.nextInt(Lots.ALL));
    season.cast().candidates().confirmQuote(who, id);
    List<String> codes = season.codes(product);
    if (!codes.isEmpty() && dice.nextInt(4) == 0) {
      season.cast().payers().enterCodes(who, codes.remove(0));
    } else if (dice.nextInt(12) == 0) {
      season.cast().payers().askForInvoice(who, id);
      after(season.now(), 6, () -> invoicePaid(id));
      return;
    } else {
      if (dice.nextInt(12) == 0) {
        season.cast().payers().declined(season.cast().payers().begin(who, id));
      }
      season.cast().payers().byCard(who, id);
    }
    bought(id);
  }

  private void invoicePaid(EnrolmentId id) {
    UUID invoice = season.cast().payers().invoice(id).orElseThrow().id();
    LocalDate today = LocalDate.ofInstant(season.now(), ZoneOffset.UTC);
    season.cast().staff().markPaid(season.manager(), invoice, "TRANSFER-" + number, today);
    bought(id);
  }

  private void bought(EnrolmentId id) {
    season.at(season.now().plusSeconds(60), () -> new Work(this, id).begin());
  }

  /** Applies once more when the wait is over. */
  void again() {
    Fate next = dice.nextInt(4) == 0 ? Fate.FAILS_ASSESSMENT : Fate.CERTIFIED;
    new Candidate(season, who, name, number, product, next).begin();
  }
}
