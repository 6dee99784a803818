package org.sonocert.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * One component of a Camunda Form.
 *
 * @param type form-js name: textfield, textarea, number, checkbox, radio, select, checklist,
 *     datetime, text, group, separator or spacer
 * @param html safe HTML of a text component
 * @param min smallest number allowed, null for none
 * @param pattern regular expression of the whole text, or null
 * @param email whether the text must be one mail address
 */
public record FormComponent(
    String type,
    String key,
    String label,
    String description,
    boolean required,
    List<Option> options,
    List<FormComponent> components,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable String pattern,
    boolean email,
    int decimals,
    String html) {
  private static final Set<String> QUIET =
      Set.of("text", "group", "separator", "spacer", "button", "default");

  /** One choice. */
  public record Option(String value, String label) {}

  /** Whether somebody answers it. */
  public boolean takesAnswer() {
    return !key.isEmpty() && !QUIET.contains(type);
  }

  /** Step of a number input. */
  public String step() {
    return decimals == 0 ? "1" : "0." + "0".repeat(decimals - 1) + "1";
  }

  static FormComponent read(JsonNode node, List<FormComponent> children) {
    JsonNode rule = node.path("validate");
    return new FormComponent(
        node.path("type").asString(""),
        node.path("key").asString(""),
        node.path("label").asString(""),
        node.path("description").asString(""),
        rule.path("required").asBoolean(false),
        options(node.path("values")),
        children,
        rule.has("min") ? rule.path("min").asDouble(0) : null,
        rule.has("max") ? rule.path("max").asDouble(0) : null,
        rule.has("minLength") ? rule.path("minLength").asInt(0) : null,
        rule.has("maxLength") ? rule.path("maxLength").asInt(0) : null,
        rule.has("pattern") ? rule.path("pattern").asString("") : null,
        "email".equals(rule.path("validationType").asString("")),
        node.path("decimalDigits").asInt(0),
        Paragraphs.html(node.path("text").asString("")));
  }

  private static List<Option> options(JsonNode values) {
    List<Option> read = new ArrayList<>();
    for (JsonNode value : values) {
      String id = value.path("value").asString("");
      read.add(new Option(id, value.path("label").asString(id)));
    }
    return List.copyOf(read);
  }

  /** The little Markdown that forms use (headings, paragraphs, lists, bold), as safe HTML. */
  private static final class Paragraphs {
    private Paragraphs() {}

    static String html(String text) {
      StringBuilder html = new StringBuilder();
      for (String block : text.strip().split("\\n\\s*\\n")) {
        String safe = HtmlUtils.htmlEscape(block.strip());
        String bold = safe.replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>");
        if (bold.startsWith("#")) {
          html.append("<h3>").append(bold.replaceFirst("^#+\\s*", "")).append("</h3>");
        } else if (bold.startsWith("* ") || bold.startsWith("- ")) {
          html.append("<ul>");
          bold.lines().forEach(l -> html.append("<li>").append(l.substring(2)).append("</li>"));
          html.append("</ul>");
        } else if (!bold.isEmpty()) {
          html.append("<p>").append(bold.replace("\n", "<br>")).append("</p>");
        }
      }
      return html.toString();
    }
  }
}
