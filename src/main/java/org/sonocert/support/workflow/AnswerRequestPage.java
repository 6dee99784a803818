package org.sonocert.support.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Accounts;
import org.sonocert.support.SupportRequest;
import org.sonocert.support.SupportRequests;
import org.springframework.stereotype.Component;

/** Shows whoever answers who asks what, about which product, and from where. */
@Component
class AnswerRequestPage implements TaskPage {
  private final SupportRequests requests;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;

  AnswerRequestPage(
      SupportRequests requests, Enrolments enrolments, Accounts accounts, Catalogue catalogue) {
    this.requests = requests;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "answer-support-request";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    return factsOf(task);
  }

  /** What is known of the request that a task is about. */
  List<Fact> factsOf(TaskView task) {
    Enrolment enrolment = enrolments.get(task.enrolment());
    UUID id = UUID.fromString(Objects.requireNonNull(task.subject()));
    SupportRequest request = requests.get(task.enrolment(), id);
    List<Fact> rows = new ArrayList<>();
    rows.add(new Fact("Candidate", accounts.get(enrolment.candidate()).name()));
    rows.add(new Fact("Product", catalogue.nameOf(enrolment.product())));
    rows.add(new Fact("The enrolment is", enrolment.state().word().replace('-', ' ')));
    rows.add(new Fact("Asked on", Moments.inWords(request.askedAt())));
    rows.add(new Fact("About", request.kind().label()));
    rows.add(new Fact("Request", request.text()));
    add(rows, "Page", request.page());
    add(rows, "Browser", request.browser());
    return rows;
  }

  @Override
  public String consequence(TaskView task) {
    return "The candidate gets your answer by mail and on their page. It changes nothing else, but"
        + " for days that you ask for: a second manager decides about them.";
  }

  private static void add(List<Fact> rows, String label, @Nullable String value) {
    if (value != null) {
      rows.add(new Fact(label, value));
    }
  }
}
