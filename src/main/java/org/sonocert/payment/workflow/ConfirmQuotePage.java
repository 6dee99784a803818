package org.sonocert.payment.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.Rejected;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.payment.PreparingQuotes;
import org.sonocert.payment.Quote;
import org.springframework.stereotype.Component;

/** Shows price, rules in force and the window's last day beside the form that accepts them. */
@Component
class ConfirmQuotePage implements TaskPage {
  private final PreparingQuotes quoting;
  private final Enrolments enrolments;
  private final Catalogue catalogue;

  ConfirmQuotePage(PreparingQuotes quoting, Enrolments enrolments, Catalogue catalogue) {
    this.quoting = quoting;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "confirm-quote";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    try {
      return rows(quoting.preview(enrolments.get(task.enrolment()), Duration.ZERO));
    } catch (Rejected closed) {
      return List.of(new Fact("Closed for now", closed.rejection().reason()));
    }
  }

  @Override
  public String afterwards(TaskView task) {
    return "/pay/" + task.enrolment();
  }

  @Override
  public String consequence(TaskView task) {
    return "Nothing is paid on this page. The payment comes next, and your window starts with it.";
  }

  private List<Fact> rows(Quote quote) {
    return List.of(
        new Fact("Product", catalogue.nameOf(quote.product()) + " (" + quote.product() + ")"),
        new Fact("Price", quote.price().inWords(Locale.ENGLISH)),
        new Fact(
            "Rules in force",
            "Policy release "
                + quote.release()
                + ", catalogue "
                + quote.catalogueVersion()
                + ". You can read them in full on the page of the product, and before you pay."),
        new Fact("Last day of your window, if you paid now", Moments.inWords(quote.windowEndsAt())),
        new Fact("Continuing education credit", "None is given."));
  }
}
