package org.sonocert.peerevaluation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.sonocert.core.Rejected;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says to an evaluator, who knows nothing of this place, why a page is not there for them. */
@ControllerAdvice(assignableTypes = {InvitationPages.class, EvaluationPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class EvaluatorRefusals {

  @ExceptionHandler
  String refused(Rejected refused, Model model, HttpServletResponse response) {
    response.setStatus(refused.rejection().kind().status());
    model.addAttribute("code", refused.rejection().code());
    model.addAttribute("reason", refused.rejection().reason());
    return "peerevaluation/refused";
  }

  @ExceptionHandler
  String closed(NoEvaluatorSession closed, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.FORBIDDEN.value());
    model.addAttribute("code", "session-over");
    model.addAttribute("reason", "");
    return "peerevaluation/refused";
  }
}
