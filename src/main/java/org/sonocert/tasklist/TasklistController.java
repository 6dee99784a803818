package org.sonocert.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.Drafts;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
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

/** The Tasklist of the programme's people: one queue for all groups, most urgent first. */
@Controller
@RequestMapping("/tasks")
class TasklistController {
  private final TaskInbox inbox;
  private final ClaimingTasks claiming;
  private final CompletingTasks completing;
  private final TaskFormModel forms;
  private final Drafts drafts;
  private final CurrentPerson person;
  private final ProgrammeClock clock;

  TasklistController(
      TaskInbox inbox,
      ClaimingTasks claiming,
      CompletingTasks completing,
      TaskFormModel forms,
      Drafts drafts,
      CurrentPerson person,
      ProgrammeClock clock) {
    this.inbox = inbox;
    this.claiming = claiming;
    this.completing = completing;
    this.forms = forms;
    this.drafts = drafts;
    this.person = person;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(defaultValue = "") String group,
      Model model) {
    String me = person.id().toString();
    Instant now = clock.now();
    List<TaskView> tasks =
        inbox.forGroups(groups()).stream()
            .filter(t -> group.isEmpty() || t.group().equals(group))
            .filter(t -> Filter.of(show).keeps(t, me, now))
            .toList();
    model.addAttribute("tasks", tasks);
    model.addAttribute("groups", groups().stream().sorted().toList());
    model.addAttribute("show", show);
    model.addAttribute("group", group);
    model.addAttribute("filters", Filter.values());
    model.addAttribute("me", me);
    model.addAttribute("now", now);
    return "tasklist/list";
  }

  @GetMapping("/{id}")
  String task(@PathVariable String id, Model model) {
    TaskView task = claiming.visible(id, groups());
    forms.fill(model, task, person.id().toString(), "/tasks/" + id);
    return show(model, task);
  }

  @PostMapping("/{id}/claim")
  String claim(@PathVariable String id) {
    claiming.claim(id, person.id(), groups());
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/{id}/release")
  String release(@PathVariable String id) {
    claiming.release(id, person.id(), groups());
    return "redirect:/tasks";
  }

  @PostMapping("/{id}/follow-up")
  String followUp(@PathVariable String id, @RequestParam(defaultValue = "") String day) {
    Instant at =
        day.isEmpty() ? null : LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    claiming.followUp(id, person.id(), groups(), at);
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/{id}")
  String complete(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> posted,
      Model model,
      HttpServletResponse response) {
    try {
      CompletionResult result =
          completing.complete(
              new Completion(
                  id,
                  null,
                  groups(),
                  person.id(),
                  TaskFormModel.idempotencyKey(posted),
                  TaskFormModel.answers(posted),
                  TaskFormModel.shown(posted)));
      TaskView task = result.task();
      if (result.done() || task == null) {
        return "redirect:/tasks";
      }
      forms.again(model, task, "/tasks/" + id, posted, result.errors());
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, task);
    } catch (Rejected refused) {
      TaskFormModel.requireMendable(refused);
      TaskView task = claiming.visible(id, groups());
      forms.refused(model, task, "/tasks/" + id, posted, refused);
      response.setStatus(refused.rejection().kind().status());
      return show(model, task);
    }
  }

  @PutMapping("/{id}/draft")
  @ResponseBody
  Map<String, String> draft(@PathVariable String id, @RequestBody Map<String, List<String>> typed) {
    TaskView task = claiming.visible(id, groups());
    return Map.of("savedAt", drafts.save(task.id(), person.id().toString(), typed).toString());
  }

  /** The person's groups; a colleague who is a candidate too does that work under "me". */
  private Set<String> groups() {
    return person.roles().stream()
        .filter(role -> !role.equals("candidate"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private String show(Model model, TaskView task) {
    String me = person.id().toString();
    model.addAttribute("held", me.equals(task.assignee()));
    model.addAttribute("byOther", task.assignee() != null && !me.equals(task.assignee()));
    model.addAttribute("now", clock.now());
    return "tasklist/task";
  }
}
