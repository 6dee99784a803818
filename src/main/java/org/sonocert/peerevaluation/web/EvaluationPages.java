package org.sonocert.peerevaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Collisions;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.TaskView;
import org.sonocert.peerevaluation.AnsweringEvaluations;
import org.sonocert.peerevaluation.Nomination;
import org.sonocert.peerevaluation.NominationState;
import org.sonocert.peerevaluation.NomineeId;
import org.sonocert.peerevaluation.StandingDown;
import org.sonocert.web.TaskFormModel;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/** The evaluator's one form, its drafts, and the way to decline. */
@Controller
@RequestMapping("/evaluate")
class EvaluationPages {
  private final AnsweringEvaluations answering;
  private final StandingDown standing;
  private final Collisions collisions;
  private final EvaluationPage page;
  private final MachineClock clock;

  EvaluationPages(
      AnsweringEvaluations answering,
      StandingDown standing,
      Collisions collisions,
      EvaluationPage page,
      MachineClock clock) {
    this.answering = answering;
    this.standing = standing;
    this.collisions = collisions;
    this.page = page;
    this.clock = clock;
  }

  @GetMapping("/form")
  String form(HttpServletRequest request, Model model) {
    Nomination one = answering.awaited(session(request).id());
    TaskView task = answering.task(one);
    Map<String, List<String>> typed = answering.draft(one);
    page.fill(model, one, task, typed, Map.of(), UUID.randomUUID().toString());
    return "peerevaluation/form";
  }

  @PostMapping("/form/{task}")
  String submit(
      @PathVariable String task,
      @RequestParam MultiValueMap<String, String> posted,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    EvaluatorSession own = session(request);
    Map<String, List<String>> raw = TaskFormModel.answers(posted);
    String key = TaskFormModel.idempotencyKey(posted);
    CompletionResult result = answering.submit(own.id(), task, key, raw);
    if (!result.done()) {
      Nomination one = answering.awaited(own.id());
      page.fill(model, one, answering.task(one), raw, result.errors(), key);
      response.setStatus(Rejection.Kind.INVALID.status());
      return "peerevaluation/form";
    }
    return "redirect:/evaluate/thanks";
  }

  @PutMapping(value = "/form/{task}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, String> draft(
      @PathVariable String task, @RequestBody JsonNode typed, HttpServletRequest request) {
    Instant saved = answering.keep(session(request).id(), task, TypedAnswers.read(typed));
    return Map.of("savedAt", saved.toString());
  }

  @PostMapping("/decline")
  String decline(
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean never,
      HttpServletRequest request) {
    NomineeId nominee = session(request).id();
    collisions.retry(
        () -> {
          standing.decline(nominee, reason, never);
          return nominee;
        });
    EvaluatorSession.close(request);
    return "redirect:/evaluate/declined";
  }

  @GetMapping("/declined")
  String declined() {
    return "peerevaluation/declined";
  }

  /** Says what became of it; a sent evaluation closes the session. */
  @GetMapping("/thanks")
  String thanks(HttpServletRequest request, Model model) {
    boolean returned =
        EvaluatorSession.of(request, clock.now())
            .map(own -> answering.state(own.id()) == NominationState.RETURNED)
            .orElse(false);
    model.addAttribute("returned", returned);
    return "peerevaluation/thanks";
  }

  private EvaluatorSession session(HttpServletRequest request) {
    EvaluatorSession own =
        EvaluatorSession.of(request, clock.now()).orElseThrow(NoEvaluatorSession::new);
    EvaluatorSession.act(request, own.id());
    return own;
  }
}
