package org.sonocert.assessment.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.AnsweringItems;
import org.sonocert.assessment.Exposure;
import org.sonocert.assessment.Progress;
import org.sonocert.assessment.Screen;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.Sittings;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.assessment.TestForm;
import org.sonocert.assessment.TestForms;
import org.sonocert.assessment.workflow.HandingIn;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The player's pages. They do everything without script; script only makes them smoother. */
@Controller
@RequestMapping("/sit/{enrolment}")
class PlayerPages {
  private final CurrentPerson person;
  private final Enrolments enrolments;
  private final Sittings sittings;
  private final Exposure exposure;
  private final TestForms forms;
  private final StartingSittings starting;
  private final AnsweringItems answering;
  private final HandingIn handingIn;

  PlayerPages(
      CurrentPerson person,
      Enrolments enrolments,
      Sittings sittings,
      Exposure exposure,
      TestForms forms,
      StartingSittings starting,
      AnsweringItems answering,
      HandingIn handingIn) {
    this.person = person;
    this.enrolments = enrolments;
    this.sittings = sittings;
    this.exposure = exposure;
    this.forms = forms;
    this.starting = starting;
    this.answering = answering;
    this.handingIn = handingIn;
  }

  @GetMapping
  String page(@PathVariable String enrolment, @RequestParam @Nullable Integer stage, Model model) {
    AccountId candidate = person.id();
    EnrolmentId id = EnrolmentId.of(enrolment);
    Optional<Sitting> sitting = sittings.of(id).filter(s -> s.candidate().equals(candidate));
    if (sitting.isEmpty()) {
      return startPage(enrolments.ownedBy(candidate, id), model);
    }
    if (sitting.get().finished()) {
      model.addAttribute("sitting", sitting.get());
      return "assessment/done";
    }
    exposure.requireRunning(sitting.get());
    model.addAttribute("view", view(sitting.get(), stage));
    return "assessment/player";
  }

  @PostMapping("/start")
  String start(
      @PathVariable String enrolment,
      @RequestParam @Nullable String screen,
      @RequestParam(defaultValue = "false") boolean anyway) {
    starting.start(person.id(), EnrolmentId.of(enrolment), Screen.of(screen), anyway);
    return "redirect:/sit/" + EnrolmentId.of(enrolment);
  }

  @PostMapping(path = "/answers", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String answer(
      @PathVariable String enrolment,
      @RequestParam String item,
      @RequestParam(defaultValue = "0") int stage,
      @RequestParam @Nullable List<String> chosen) {
    EnrolmentId id = EnrolmentId.of(enrolment);
    answering.answer(person.id(), id, item, chosen == null ? List.of() : chosen);
    return "redirect:/sit/" + id + "?stage=" + stage;
  }

  @PostMapping("/finish")
  String finish(@PathVariable String enrolment) {
    EnrolmentId id = EnrolmentId.of(enrolment);
    Sitting sitting = sittings.ownedBy(person.id(), id);
    if (!sitting.finished()) {
      handingIn.complete(person.id(), id);
    }
    return "redirect:/me/" + id;
  }

  private static String startPage(Enrolment enrolment, Model model) {
    model.addAttribute("enrolment", enrolment);
    model.addAttribute("longer", Screen.LONGER);
    model.addAttribute("shorter", Screen.SHORTER);
    return "assessment/start";
  }

  private PlayerView view(Sitting sitting, @Nullable Integer stage) {
    TestForm form = forms.get(sitting.form());
    Progress progress = sitting.progressIn(form);
    Sitting.Position position = sitting.position();
    int at =
        stage != null && progress.reachable(stage)
            ? stage
            : progress.resumeAt(position == null ? null : position.stage()).number();
    return PlayerView.of(sitting, form, at);
  }
}
