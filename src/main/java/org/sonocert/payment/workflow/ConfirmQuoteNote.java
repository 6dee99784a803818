package org.sonocert.payment.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.FormNotes;
import org.sonocert.core.Rejected;
import org.sonocert.engine.FormSchema;
import org.sonocert.engine.FormShape;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.payment.PreparingQuotes;
import org.sonocert.payment.Quote;
import org.springframework.stereotype.Component;

/** Shows price, rules in force and the window's last day above the form that accepts them. */
@Component
class ConfirmQuoteNote implements FormShape {
  private final PreparingQuotes quoting;
  private final Enrolments enrolments;
  private final Catalogue catalogue;

  ConfirmQuoteNote(PreparingQuotes quoting, Enrolments enrolments, Catalogue catalogue) {
    this.quoting = quoting;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "confirm-quote";
  }

  @Override
  public FormSchema shape(FormSchema form, TaskView task) {
    try {
      Quote quote = quoting.preview(enrolments.get(task.enrolment()), Duration.ZERO);
      return FormNotes.above(form, lines(quote, catalogue.nameOf(quote.product())));
    } catch (Rejected closed) {
      return FormNotes.above(form, List.of("**" + closed.rejection().reason() + "**"));
    }
  }

  private static List<String> lines(Quote quote, String product) {
    return List.of(
        "**" + product + ": " + quote.price().inWords(Locale.ENGLISH) + "**",
        "Rules in force: policy release "
            + quote.release()
            + ", catalogue version "
            + quote.catalogueVersion()
            + ". You can read them in full on the product's page: /catalogue/"
            + quote.product(),
        "If you paid now, your window would end on "
            + Moments.inWords(quote.windowEndsAt())
            + ". It starts when the payment is confirmed.",
        "No continuing medical education credit is given.");
  }
}
