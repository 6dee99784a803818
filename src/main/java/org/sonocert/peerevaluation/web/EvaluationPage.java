package org.sonocert.peerevaluation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sonocert.catalogue.Area;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.FormSchema;
import org.sonocert.engine.TaskForms;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Accounts;
import org.sonocert.peerevaluation.LateEvaluations;
import org.sonocert.peerevaluation.Nomination;
import org.sonocert.peerevaluation.NominationState;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form's page shows: who asks, about which area, until when, and the form itself. */
@Component
class EvaluationPage {
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final TaskForms forms;

  EvaluationPage(Enrolments enrolments, Accounts accounts, Catalogue catalogue, TaskForms forms) {
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.forms = forms;
  }

  void fill(
      Model model,
      Nomination one,
      TaskView task,
      Map<String, List<String>> typed,
      Map<String, String> errors,
      String idempotencyKey) {
    Enrolment enrolment = enrolments.get(one.enrolment());
    FormSchema form = forms.of(task);
    String address = "/evaluate/form/" + task.id();
    model.addAttribute("candidate", accounts.get(enrolment.candidate()).name());
    model.addAttribute("areas", areas(enrolment));
    model.addAttribute("knownHow", one.nominee().knownHow());
    model.addAttribute("until", enrolment.windowEndsAt());
    model.addAttribute("returned", one.state() == NominationState.RETURNED);
    model.addAttribute("late", LateEvaluations.late(task));
    model.addAttribute("form", form);
    model.addAttribute("formSchema", form.json());
    model.addAttribute("values", values(typed));
    model.addAttribute("errors", errors);
    model.addAttribute("action", address);
    model.addAttribute("draftUrl", address + "/draft");
    model.addAttribute("idempotencyKey", idempotencyKey);
  }

  private String areas(Enrolment enrolment) {
    return catalogue.product(enrolment.product()).orElseThrow().areas().stream()
        .map(code -> catalogue.area(code).map(Area::name).orElse(code))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> values(Map<String, List<String>> typed) {
    Map<String, Object> values = new HashMap<>();
    typed.forEach(
        (key, given) -> {
          if (!given.isEmpty()) {
            values.put(key, Objects.requireNonNullElse(given.get(0), ""));
          }
        });
    return values;
  }
}
