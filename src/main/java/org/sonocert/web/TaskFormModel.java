package org.sonocert.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.Drafts;
import org.sonocert.engine.FormComponent;
import org.sonocert.engine.FormSchema;
import org.sonocert.engine.TaskForms;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskPages;
import org.sonocert.engine.TaskView;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Puts a task's form into the model of a page, the same for every room that shows task forms. */
@Component
public class TaskFormModel {
  private static final String ANSWER = "a.";

  private final TaskForms forms;
  private final TaskPages pages;
  private final Drafts drafts;

  TaskFormModel(TaskForms forms, TaskPages pages, Drafts drafts) {
    this.forms = forms;
    this.pages = pages;
    this.drafts = drafts;
  }

  /** The posted answers by component key; whatever else was posted is left out. */
  public static Map<String, List<String>> answers(MultiValueMap<String, String> posted) {
    Map<String, List<String>> raw = new LinkedHashMap<>();
    posted.forEach(
        (name, values) -> {
          if (name.startsWith(ANSWER)) {
            raw.put(name.substring(ANSWER.length()), List.copyOf(values));
          }
        });
    return raw;
  }

  /** The key that was drawn when the form was rendered; a fresh one where a client sent none. */
  public static String idempotencyKey(MultiValueMap<String, String> posted) {
    String key = posted.getFirst("_key");
    return key == null || key.isBlank() || key.length() > 64 ? UUID.randomUUID().toString() : key;
  }

  /** Which texts stood above the form that was posted; empty when none did. */
  public static String shown(MultiValueMap<String, String> posted) {
    return Objects.requireNonNullElse(posted.getFirst("_shown"), "");
  }

  /** A fresh form, with the draft that the person left. */
  public void fill(Model model, TaskView task, String person, String action) {
    fill(
        model,
        task,
        action,
        drafts.load(task.id(), person),
        Map.of(),
        UUID.randomUUID().toString());
  }

  /** A form that was posted and not accepted: everything typed stands, with what to mend. */
  public void again(
      Model model,
      TaskView task,
      String action,
      MultiValueMap<String, String> posted,
      Map<String, String> errors) {
    fill(model, task, action, answers(posted), errors, idempotencyKey(posted));
  }

  /**
   * The refusal as it is, when other answers to the same form would not help.
   *
   * @throws Rejected unless the answers or their state were refused
   */
  public static void requireMendable(Rejected refused) {
    Rejection.Kind kind = refused.rejection().kind();
    if (kind != Rejection.Kind.INVALID && kind != Rejection.Kind.CONFLICT) {
      throw refused;
    }
  }

  /** A form whose answers were refused: everything typed stands, and above it the reason. */
  public void refused(
      Model model,
      TaskView task,
      String action,
      MultiValueMap<String, String> posted,
      Rejected refused) {
    again(model, task, action, posted, Map.of("", refused.rejection().reason()));
  }

  private void fill(
      Model model,
      TaskView task,
      String action,
      Map<String, List<String>> raw,
      Map<String, String> errors,
      String key) {
    FormSchema form = forms.of(task);
    TaskPage page = pages.of(task);
    model.addAttribute("task", task);
    model.addAttribute("form", form);
    model.addAttribute("formSchema", form.json());
    model.addAttribute("values", shown(form, raw));
    model.addAttribute("errors", errors);
    model.addAttribute("action", action);
    model.addAttribute("draftUrl", action + "/draft");
    model.addAttribute("idempotencyKey", key);
    model.addAttribute("facts", page.facts(task));
    model.addAttribute("consequence", page.consequence(task));
    List<TaskPage.Reading> readings = page.readings(task, LocaleContextHolder.getLocale());
    model.addAttribute("readings", readings);
    model.addAttribute(
        "shown", readings.stream().map(TaskPage.Reading::token).collect(Collectors.joining(" ")));
  }

  private static Map<String, Object> shown(FormSchema form, Map<String, List<String>> raw) {
    Map<String, Object> values = new HashMap<>();
    for (FormComponent field : form.fields()) {
      List<String> given = raw.get(field.key());
      @Nullable Object value = given == null || given.isEmpty() ? null : given.get(0);
      values.put(field.key(), field.type().equals("checklist") ? given : value);
    }
    return values;
  }
}
