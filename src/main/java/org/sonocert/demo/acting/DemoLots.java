package org.sonocert.demo.acting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.attestation.Lots;
import org.sonocert.core.EnrolmentId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The lots of the demo, which can be foreseen: the year's people draw by the year's dice, so that a
 * year can be repeated, and whoever comes by hand is drawn when the setting says so.
 */
@Component
@Profile("demo")
public class DemoLots implements Lots {
  private final Map<EnrolmentId, Integer> told = new ConcurrentHashMap<>();
  private final boolean everybody;

  DemoLots(@Value("${sonocert.demo.drawn:false}") boolean everybody) {
    this.everybody = everybody;
  }

  /** The number that a purchase will draw. */
  public void tell(EnrolmentId enrolment, int lot) {
    told.put(enrolment, lot);
  }

  @Override
  public int draw(EnrolmentId enrolment) {
    Integer lot = told.remove(enrolment);
    return lot == null ? (everybody ? 0 : ALL - 1) : lot;
  }
}
