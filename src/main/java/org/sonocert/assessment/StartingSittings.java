package org.sonocert.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Product;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts a sitting: from the commit of this on media and questions are presented, and the refund
 * right is over.
 */
@Service
public class StartingSittings {
  private final OpenWindow window;
  private final Enrolments enrolments;
  private final Sittings sittings;
  private final TestForms forms;
  private final Preparations preparations;
  private final Catalogue catalogue;
  private final AuditTrail audit;

  StartingSittings(
      OpenWindow window,
      Enrolments enrolments,
      Sittings sittings,
      TestForms forms,
      Preparations preparations,
      Catalogue catalogue,
      AuditTrail audit) {
    this.window = window;
    this.enrolments = enrolments;
    this.sittings = sittings;
    this.forms = forms;
    this.preparations = preparations;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * Starts the sitting; a second call finds it started and changes nothing.
   *
   * @param anyway whether the candidate says that the screen is larger than it tells
   * @throws Rejected when the agreement or the readiness check is missing, the screen is too small,
   *     or the window has ended
   */
  @Transactional
  public void start(AccountId candidate, EnrolmentId id, Screen screen, boolean anyway) {
    Enrolment enrolment = window.lock(candidate, id);
    if (sittings.of(id).isPresent()) {
      return;
    }
    Instant now = window.openNow(enrolment, "the assessment was not started");
    preparations.mustBeDone(id);
    if (screen.tooSmall() && !anyway) {
      throw new Rejected(Rejection.conflict("screen-too-small", tooSmall(screen)));
    }
    TestForm form = formFor(enrolment);
    var sitting =
        new Sitting(
            UUID.randomUUID(),
            id,
            candidate,
            form.id(),
            form.cutPercent(),
            now,
            null,
            Map.of(),
            null,
            new Sitting.Window(true, enrolment.windowEndsAt()));
    String told = screen + (screen.tooSmall() ? " anyway" : "");
    sittings.open(sitting, form.area(), told);
    enrolments.markStarted(id);
    audit.note(id, new Change("sitting-started", facts(form, told)));
  }

  private TestForm formFor(Enrolment enrolment) {
    List<String> areas =
        catalogue.product(enrolment.product()).map(Product::areas).orElse(List.of());
    return areas.stream()
        .limit(1)
        .flatMap(area -> forms.choose(area, enrolment.candidate()).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    Rejection.conflict(
                        "no-test-form",
                        "There is no released test form for your area at the moment. Your window"
                            + " and your right to a refund stay as they are; please write to us.")));
  }

  private static String tooSmall(Screen screen) {
    return "Starting needs a screen of at least %d by %d points; this one has %s. Nothing was started."
        .formatted(Screen.LONGER, Screen.SHORTER, screen);
  }

  private static Map<String, Object> facts(TestForm form, String screen) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("area", form.area());
    facts.put("form", form.id().name());
    facts.put("formVersion", form.id().version());
    facts.put("cutPercent", form.cutPercent());
    facts.put("screen", screen);
    return facts;
  }
}
