package org.sonocert.mycertification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CaseView;
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
import org.sonocert.web.EnrolmentPanel;
import org.sonocert.web.TaskFormModel;
import org.springframework.beans.factory.ObjectProvider;
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

/** The candidate's own pages: the list, one enrolment, one task. */
@Controller
@RequestMapping("/me")
class CertificationController {
  private final ReadingCertifications certifications;
  private final Enrolments enrolments;
  private final TaskInbox inbox;
  private final TaskPages pages;
  private final TaskFormModel forms;
  private final CompletingTasks completing;
  private final Drafts drafts;
  private final CaseView cases;
  private final CurrentPerson person;
  private final ObjectProvider<EnrolmentPanel> panels;

  CertificationController(
      ReadingCertifications certifications,
      Enrolments enrolments,
      TaskInbox inbox,
      TaskPages pages,
      TaskFormModel forms,
      CompletingTasks completing,
      Drafts drafts,
      CaseView cases,
      CurrentPerson person,
      ObjectProvider<EnrolmentPanel> panels) {
    this.certifications = certifications;
    this.enrolments = enrolments;
    this.inbox = inbox;
    this.pages = pages;
    this.forms = forms;
    this.completing = completing;
    this.drafts = drafts;
    this.cases = cases;
    this.person = person;
    this.panels = panels;
  }

  @GetMapping
  String list(Model model) {
    AccountId candidate = person.id();
    model.addAttribute(
        "enrolments", certifications.list(candidate).stream().map(this::line).toList());
    return "mycertification/list";
  }

  /** One line of the list: the enrolment and its product's name. */
  record Line(Enrolment enrolment, String title) {}

  private Line line(Enrolment enrolment) {
    return new Line(enrolment, certifications.title(enrolment));
  }

  @GetMapping("/{id}")
  String page(@PathVariable String id, Model model) {
    CertificationPage page = certifications.read(person.id(), EnrolmentId.of(id));
    model.addAttribute("page", page);
    model.addAttribute("panels", panels(page.enrolment()));
    if (!page.tasks().isEmpty()) {
      model.addAttribute("act", address(page.tasks().get(0)));
    }
    return "mycertification/enrolment";
  }

  private List<EnrolmentPanel.View> panels(Enrolment enrolment) {
    return panels
        .orderedStream()
        .map(panel -> panel.of(enrolment))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(EnrolmentPanel.View::order))
        .toList();
  }

  @GetMapping(value = "/{id}/diagrams/{process}", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  byte[] diagram(@PathVariable String id, @PathVariable String process) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    CaseView.Run run =
        cases.runs(enrolment.id()).stream()
            .filter(r -> r.diagram().process().equals(process))
            .findFirst()
            .orElseThrow(() -> new Rejected(Rejection.notFound("diagram")));
    Long release = enrolment.release();
    return cases.xml(
        run.diagram().process().equals("application") || release == null
            ? enrolment.applicationRelease()
            : release,
        process);
  }

  @GetMapping("/{id}/tasks/{taskId}")
  String task(@PathVariable String id, @PathVariable String taskId, Model model) {
    TaskView task = own(id, taskId);
    String own = pages.of(task).ownPage(task);
    if (own != null) {
      return "redirect:" + own;
    }
    forms.fill(model, task, person.id().toString(), address(task));
    return show(model, task);
  }

  @PostMapping("/{id}/tasks/{taskId}")
  String complete(
      @PathVariable String id,
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> posted,
      Model model) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    TaskView task = inbox.find(taskId).filter(t -> mine(t, enrolment)).orElse(null);
    String afterwards = task == null ? null : pages.of(task).afterwards(task);
    CompletionResult result =
        completing.complete(
            new Completion(
                taskId,
                person.id(),
                TaskFormModel.idempotencyKey(posted),
                TaskFormModel.answers(posted)));
    if (!result.done() && task != null) {
      forms.again(model, task, address(task), posted, result.errors());
      return show(model, task);
    }
    return "redirect:" + (afterwards == null ? "/me/" + id : afterwards);
  }

  @PutMapping("/{id}/tasks/{taskId}/draft")
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

  private static String address(TaskView task) {
    return "/me/" + task.enrolment() + "/tasks/" + task.id();
  }
}
