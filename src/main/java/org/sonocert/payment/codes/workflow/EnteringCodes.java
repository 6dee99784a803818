package org.sonocert.payment.codes.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.LimitedTries;
import org.sonocert.identity.LimitedTries.Limit;
import org.sonocert.payment.codes.CodeSigns;
import org.sonocert.payment.codes.FoundCode;
import org.sonocert.payment.codes.HoldingCodes;
import org.sonocert.payment.codes.workflow.Entered.Outcome;
import org.springframework.stereotype.Service;

/**
 * Takes what a candidate typed: one code or several, each for the open application of its product
 * and each in a transaction of its own, so that a bad one does not spoil the good ones.
 */
@Service
public class EnteringCodes {
  private static final int MOST = 20;
  private static final int PER_ACCOUNT = 30;
  private static final int PER_NETWORK = 300;
  private static final int SHOWN = 30;

  private final HoldingCodes holding;
  private final RedeemingCodes redeeming;
  private final LimitedTries tries;
  private final Catalogue catalogue;
  private final ProgrammeClock clock;

  EnteringCodes(
      HoldingCodes holding,
      RedeemingCodes redeeming,
      LimitedTries tries,
      Catalogue catalogue,
      ProgrammeClock clock) {
    this.holding = holding;
    this.redeeming = redeeming;
    this.tries = tries;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Enters codes; the answer tells of each what happened.
   *
   * @param consent whether the payer may see name and award
   * @throws Rejected INVALID when nothing was typed, or too many at once
   */
  public List<Entered> enter(AccountId candidate, String typed, boolean consent, String network) {
    List<String> codes = CodeSigns.typed(typed);
    if (codes.isEmpty() || codes.size() > MOST) {
      throw new Rejected(
          Rejection.invalid(
              "codes", "Please enter at least one enrollment code and at most " + MOST + "."));
    }
    List<Entered> entered = new ArrayList<>();
    codes.forEach(code -> entered.add(one(candidate, code, consent, network)));
    return entered;
  }

  private Entered one(AccountId candidate, String signs, boolean consent, String network) {
    if (!CodeSigns.wellFormed(signs)) {
      String shown = signs.length() > SHOWN ? signs.substring(0, SHOWN) + " …" : signs;
      return refused(shown, "", CodeRefusals.mistyped());
    }
    String ending = "… " + signs.substring(signs.length() - 4);
    try {
      Optional<FoundCode> found = known(candidate, signs, network);
      return found.isEmpty()
          ? refused(ending, "", CodeRefusals.unknown())
          : known(found.get(), ending, consent);
    } catch (Rejected e) {
      return refused(ending, "", e.rejection());
    }
  }

  /** Looks a code up. The try counts before its outcome is known, and a right one counts too. */
  private Optional<FoundCode> known(AccountId candidate, String signs, String network) {
    tries.take(
        new Limit("code:" + candidate, PER_ACCOUNT),
        new Limit("code-from:" + network, PER_NETWORK));
    return holding.find(signs, candidate);
  }

  private Entered known(FoundCode code, String ending, boolean consent) {
    EnrolmentId own = code.enrolment();
    Optional<Rejection> against =
        CodeRefusals.of(code, catalogue.nameOf(code.product()), clock.now());
    if (against.isPresent() || own == null) {
      return refused(ending, code.product(), against.orElseGet(CodeRefusals::over));
    }
    if (code.own() && !code.reserved()) {
      return new Entered(
          ending, code.product(), Outcome.OPENED, own, 200, "You used this code before.");
    }
    try {
      return redeeming.enter(code, own, consent)
          ? new Entered(ending, code.product(), Outcome.OPENED, own, 200, "")
          : new Entered(ending, code.product(), Outcome.RESERVED, own, 200, "");
    } catch (Rejected e) {
      return refused(ending, code.product(), e.rejection());
    }
  }

  private static Entered refused(String shown, String product, Rejection why) {
    return new Entered(shown, product, Outcome.REFUSED, null, why.kind().status(), why.reason());
  }
}
