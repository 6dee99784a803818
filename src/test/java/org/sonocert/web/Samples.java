package org.sonocert.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
      int givenDays,
      int daysLeft,
      boolean ended) {}

  record Strand(String turn, String label, @Nullable String next) {}

  record Option(String value, String label) {}

  record Form(List<Field> components) {}

  record Field(
      String type,
      @Nullable String key,
      @Nullable String label,
      @Nullable String description,
      boolean required,
      List<Option> options,
      @Nullable String html,
      List<Field> components,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable Integer step) {}

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
        new Nav("/me", "My certification", page.equals("certification")),
        new Nav("/tasks", "Tasks", page.startsWith("task")),
        new Nav("/catalogue", "Catalogue", page.equals("lists")));
  }

  private static void certification(Map<String, Object> model) {
    model.put(
        "crumbs", List.of(new Nav("/me", "My certifications", false), new Nav("#", "Lung", true)));
    var bought = Instant.parse("2027-02-08T16:20:00Z");
    var end = Instant.parse("2027-05-14T16:20:00Z");
    var safe = Instant.parse("2027-05-04T00:00:00Z");
    model.put("window", new Window(bought, end, safe, 57, 89, 5.3, 5, 41, false));
    model.put("closed", new Window(bought, end, safe, 100, 89, 0, 0, 0, true));
    model.put(
        "strands",
        List.of(
            new Strand(
                "done",
                "Case-based assessment",
                "Passed on 2 March 2027. Nothing is left to do here."),
            new Strand(
                "you",
                "Peer evaluation: a second evaluator",
                "Name one more person who has seen you scan."),
            new Strand(
                "us",
                "Peer evaluation: Dr. Rossi",
                "Invited on 1 April 2027; a reminder goes out on 8 April."),
            new Strand("next", "Decision", "Begins once both parts are in.")));
    model.put("end", end);
  }

  private static void task(Map<String, Object> model, boolean refused) {
    model.put("form", form());
    model.put("formSchema", read(FORM));
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

  private static Form form() {
    var person =
        List.of(
            field("textfield", "name", "Full name", null, true),
            field(
                "textfield",
                "mail",
                "E-mail address",
                "The invitation goes only to this address.",
                true),
            choice(
                "radio",
                "relation",
                "How do you know this person?",
                "colleague",
                "Colleague",
                "supervisor",
                "Supervisor",
                "trainer",
                "Trainer"));
    return new Form(
        List.of(
            new Field(
                "text",
                null,
                null,
                null,
                false,
                List.of(),
                "<p>Two evaluators answer about your scanning. They need no account, and you never read their answers.</p>",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null),
            new Field(
                "group",
                null,
                "The evaluator",
                null,
                false,
                List.of(),
                null,
                person,
                null,
                null,
                null,
                null,
                null,
                null),
            choice(
                "checklist",
                "seen",
                "Where has this person seen you scan?",
                "bedside",
                "At the bedside",
                "teaching",
                "While teaching",
                "review",
                "In image review"),
            choice(
                "select",
                "area",
                "Clinical area",
                "LNG",
                "Lung",
                "AAA",
                "Abdominal aortic aneurysm"),
            new Field(
                "number",
                "scans",
                "About how many of your scans has this person seen?",
                null,
                false,
                List.of(),
                null,
                List.of(),
                1,
                9999,
                null,
                null,
                null,
                1),
            field("datetime", "since", "Working together since", null, false),
            field(
                "textarea",
                "note",
                "Note to the programme",
                "The evaluator does not read it.",
                false),
            field("checkbox", "consent", "This person has agreed to be asked.", null, true)));
  }

  private static Field field(
      String type, String key, String label, @Nullable String help, boolean required) {
    return new Field(
        type, key, label, help, required, List.of(), null, List.of(), null, null, null, null, null,
        null);
  }

  private static Field choice(String type, String key, String label, String... pairs) {
    var options = new java.util.ArrayList<Option>();
    for (int i = 0; i < pairs.length; i += 2) {
      options.add(new Option(pairs[i], pairs[i + 1]));
    }
    return new Field(
        type,
        key,
        label,
        null,
        type.equals("radio"),
        options,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
