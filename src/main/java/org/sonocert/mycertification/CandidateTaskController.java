package org.sonocert.mycertification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.Drafts;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskPages;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.web.TaskFormModel;
import org.springframework.http.HttpStatus;
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

/** A candidate's task: its form, what was typed so far, and the answers. */
@Controller
@RequestMapping("/me/{id}/tasks/{taskId}")
class CandidateTaskController {
  private static final Set<String> OWN = Set.of("candidate");

  private final Enrolments enrolments;
  private final TaskInbox inbox;
  private final TaskPages pages;
  private final TaskFormModel forms;
  private final CompletingTasks completing;
  private final Drafts drafts;
  private final CurrentPerson person;

  CandidateTaskController(
      Enrolments enrolments,
      TaskInbox inbox,
      TaskPages pages,
      TaskFormModel forms,
      CompletingTasks completing,
      Drafts drafts,
      CurrentPerson person) {
    this.enrolments = enrolments;
    this.inbox = inbox;
    this.pages = pages;
    this.forms = forms;
    this.completing = completing;
    this.drafts = drafts;
    this.person = person;
  }

  @GetMapping
  String task(@PathVariable String id, @PathVariable String taskId, Model model) {
    TaskView task = own(id, taskId);
    String own = pages.of(task).ownPage(task);
    if (own != null) {
      return "redirect:" + own;
    }
    forms.fill(model, task, person.id().toString(), address(task));
    return show(model, task);
  }

  @PostMapping
  String complete(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> posted,
      Model model,
      HttpServletResponse response) {
    EnrolmentId enrolment = EnrolmentId.of(id);
    try {
      return answered(
          enrolment,
          completing.complete(completion(enrolment, taskId, posted)),
          posted,
          model,
          response);
    } catch (Rejected refused) {
      TaskFormModel.requireMendable(refused);
      TaskView task = own(id, taskId);
      forms.refused(model, task, address(task), posted, refused);
      response.setStatus(refused.rejection().kind().status());
      return show(model, task);
    }
  }

  private Completion completion(
      EnrolmentId enrolment, String taskId, MultiValueMap<String, String> posted) {
    return new Completion(
        taskId,
        enrolment,
        OWN,
        person.id(),
        TaskFormModel.idempotencyKey(posted),
        TaskFormModel.answers(posted),
        TaskFormModel.shown(posted));
  }

  private String answered(
      EnrolmentId enrolment,
      CompletionResult result,
      MultiValueMap<String, String> posted,
      Model model,
      HttpServletResponse response) {
    TaskView task = result.task();
    if (task == null) {
      return "redirect:/me/" + enrolment;
    }
    if (!result.done()) {
      forms.again(model, task, address(task), posted, result.errors());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, task);
    }
    String afterwards = pages.of(task).afterwards(task);
    return "redirect:" + (afterwards == null ? "/me/" + enrolment : afterwards);
  }

  @PutMapping("/draft")
  @ResponseBody
  Map<String, String> draft(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestBody Map<String, List<String>> typed) {
    TaskView task = own(id, taskId);
    return Map.of("savedAt", drafts.save(task.id(), person.id().toString(), typed).toString());
  }

  private String show(Model model, TaskView task) {
    model.addAttribute("enrolment", enrolments.get(task.enrolment()));
    model.addAttribute("back", "/me/" + task.enrolment());
    return "mycertification/task";
  }

  private TaskView own(String id, String taskId) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    return inbox
        .find(taskId)
        .filter(t -> mine(t, enrolment))
        .orElseThrow(
            () ->
                new Rejected(
                    Rejection.gone("task-gone", "This task is done or no longer needed.")));
  }

  private static boolean mine(TaskView task, Enrolment enrolment) {
    return task.enrolment().equals(enrolment.id()) && task.group().equals("candidate");
  }

  /** Where a task is done. */
  static String address(TaskView task) {
    return "/me/" + task.enrolment() + "/tasks/" + task.id();
  }
}
