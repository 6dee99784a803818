package org.sonocert.peerevaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.peerevaluation.Nomination;
import org.sonocert.peerevaluation.OpeningInvitations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The evaluator's way in. A GET shows the programme's name and a button and changes nothing,
 * however often a mail scanner asks.
 */
@Controller
@RequestMapping("/evaluate/{reference:[A-Za-z0-9_-]{27}}")
class InvitationPages {
  private final OpeningInvitations opening;
  private final Enrolments enrolments;
  private final CurrentPerson person;
  private final MachineClock clock;

  InvitationPages(
      OpeningInvitations opening, Enrolments enrolments, CurrentPerson person, MachineClock clock) {
    this.opening = opening;
    this.enrolments = enrolments;
    this.person = person;
    this.clock = clock;
  }

  @GetMapping
  String invitation(@PathVariable String reference, Model model) {
    opening.look(reference);
    model.addAttribute("reference", reference);
    return "peerevaluation/invitation";
  }

  @PostMapping("/code")
  String sendCode(@PathVariable String reference, HttpServletRequest request) {
    Nomination one = opening.look(reference);
    EvaluatorSession.act(request, one.id());
    opening.sendCode(one);
    return "redirect:/evaluate/" + reference + "/session";
  }

  @GetMapping("/session")
  String askForCode(@PathVariable String reference, Model model) {
    opening.look(reference);
    return code(reference, "", model);
  }

  @PostMapping("/session")
  String enter(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OpeningInvitations.Entry entry = opening.enter(reference, code);
    if (!entry.open()) {
      response.setStatus(Rejection.Kind.INVALID.status());
      return code(reference, entry.needsNewCode() ? "void" : "wrong", model);
    }
    refuseCandidate(entry.nomination());
    EvaluatorSession.open(request, entry.nomination().id(), clock.now());
    return "redirect:/evaluate/form";
  }

  private static String code(String reference, String problem, Model model) {
    model.addAttribute("reference", reference);
    model.addAttribute("problem", problem);
    return "peerevaluation/code";
  }

  /** A mailbox of another name is not another person when the candidate's own session reads it. */
  private void refuseCandidate(Nomination nomination) {
    boolean own =
        person
            .maybe()
            .filter(p -> enrolments.get(nomination.enrolment()).candidate().equals(p))
            .isPresent();
    if (own) {
      throw new Rejected(
          Rejection.conflict(
              "evaluator-is-candidate",
              "You are signed in as the person who is to be evaluated, and nobody can evaluate"
                  + " themself. If this is a shared computer, sign out first."));
    }
  }
}
