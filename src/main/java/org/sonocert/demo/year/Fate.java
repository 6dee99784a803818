package org.sonocert.demo.year;

import java.util.Random;

/** How an invented candidate's enrolment goes; most are certified, as in life. */
enum Fate {
  CERTIFIED(44),
  FAILS_ASSESSMENT(9),
  EVALUATED_BELOW_STANDARD(5),
  RUNS_OUT_WITHOUT_EVALUATION(7),
  RUNS_OUT_WITHOUT_ASSESSMENT(6),
  WITHDRAWS(2),
  CANCELS(8),
  TOO_FEW_CASES(5),
  WAIVER_REFUSED(3),
  WITHDRAWS_APPLICATION(5),
  NEVER_PAYS(6);

  private final int share;

  Fate(int share) {
    this.share = share;
  }

  static Fate draw(Random dice) {
    int drawn = dice.nextInt(100);
    for (Fate fate : values()) {
      drawn -= fate.share;
      if (drawn < 0) {
        return fate;
      }
    }
    return CERTIFIED;
  }

  boolean buys() {
    return ordinal() <= CANCELS.ordinal();
  }

  boolean sits() {
    return this == CERTIFIED
        || this == FAILS_ASSESSMENT
        || this == EVALUATED_BELOW_STANDARD
        || this == RUNS_OUT_WITHOUT_EVALUATION
        || this == WITHDRAWS;
  }

  /** A result after which the person may apply again when the wait is over. */
  boolean triesAgain(Random dice) {
    return (this == FAILS_ASSESSMENT || this == RUNS_OUT_WITHOUT_EVALUATION)
        && dice.nextInt(3) == 0;
  }
}
