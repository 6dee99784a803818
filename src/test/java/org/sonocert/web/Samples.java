package org.sonocert.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonocert.engine.FormSchema;

/** Invented models for the preview pages. */
final class Samples {
  private static final Path FORM = Path.of("src/main/frontend/preview/sample.form");

  private Samples() {}

  record Nav(String href, String label, boolean current) {}

  record Window(
      Instant bought,
      Instant end,
      Instant safe,
      double elapsed,
      double safePercent,
      double given,
      int daysLeft,
      boolean ended) {}

  record Strand(String turn, String label, String says, String about) {}

  static Map<String, Object> of(String page) {
    Map<String, Object> model = new HashMap<>();
    model.put("nav", nav(page));
    model.put("personName", "Ana Demo");
    switch (page) {
      case "certification" -> certification(model);
      case "task", "task-refused" -> task(model, page.endsWith("refused"));
      case "refused" -> refused(model);
      default -> {}
    }
    return model;
  }

  private static List<Nav> nav(String page) {
    return List.of(
        new Nav("/me", "layout.me", page.equals("certification")),
        new Nav("/tasks", "layout.tasks", page.startsWith("task")),
        new Nav("/catalogue", "layout.catalogue", page.equals("lists")));
  }

  private static void certification(Map<String, Object> model) {
    model.put(
        "crumbs", List.of(new Nav("/me", "My certifications", false), new Nav("#", "Lung", true)));
    var bought = Instant.parse("2027-02-08T16:20:00Z");
    var end = Instant.parse("2027-05-14T16:20:00Z");
    var safe = Instant.parse("2027-05-04T00:00:00Z");
    model.put("window", new Window(bought, end, safe, 57, 89, 5.3, 41, false));
    model.put("closed", new Window(bought, end, safe, 100, 89, 0, 0, true));
    model.put(
        "strands",
        List.of(
            new Strand("done", "Case-based assessment", "me.part.complete", ""),
            new Strand("you", "Peer evaluation", "me.part.next", "Name two evaluators"),
            new Strand("us", "Video submission", "me.part.programme", ""),
            new Strand("next", "Decision", "me.part.next", "Decide")));
    model.put("end", end);
  }

  private static void task(Map<String, Object> model, boolean refused) {
    FormSchema form = FormSchema.parse(read(FORM).getBytes(StandardCharsets.UTF_8));
    model.put("form", form);
    model.put("formSchema", form.json());
    model.put("submitLabel", "Name this evaluator");
    model.put(
        "consequence",
        "The invitation is sent at once. You can still replace this person until they answer.");
    model.put(
        "values",
        refused
            ? Map.of("name", "<b>Ana</b>", "seen", List.of("bedside"), "relation", "colleague")
            : null);
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put(
        "mail", "Write the e-mail address of the evaluator, for example rossi@hospital.example.");
    errors.put("consent", "Confirm that this person agreed to be asked.");
    model.put("errors", refused ? errors : null);
  }

  private static void refused(Map<String, Object> model) {
    model.put("title", "This answer could not be taken");
    model.put("reason", "The window ended on 14 May 2027 16:20 UTC.");
    model.put(
        "todo", "You can apply again from 13 June 2027. What you passed does not carry over.");
    model.put("reference", "R-7F3K");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
