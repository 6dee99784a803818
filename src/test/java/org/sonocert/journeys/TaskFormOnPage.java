package org.sonocert.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A task form as form-js renders it, filled in by component key the way a person would. */
final class TaskFormOnPage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Page page;
  private final JsonNode schema;

  private TaskFormOnPage(Page page) {
    this.page = page;
    page.locator(".enhanced .fjs-form").waitFor();
    this.schema = JSON.readTree(page.locator("script[data-form-schema]").textContent());
  }

  static TaskFormOnPage on(Page page) {
    return new TaskFormOnPage(page);
  }

  TaskFormOnPage type(String key, String text) {
    Locator input = input(key);
    input.fill(text);
    input.blur();
    return this;
  }

  TaskFormOnPage tick(String key) {
    input(key).check();
    return this;
  }

  /** Chooses a radio button by its value. */
  TaskFormOnPage choose(String key, String value) {
    JsonNode component = component(schema, key);
    int at = 0;
    for (JsonNode option : component.path("values")) {
      if (option.path("value").asString().equals(value)) {
        page.locator(".enhanced [id$='-" + component.path("id").asString() + "-" + at + "']")
            .check();
        return this;
      }
      at++;
    }
    throw new AssertionError(key + " offers no " + value);
  }

  /** Picks from a searchable list by the words shown. */
  TaskFormOnPage pick(String key, String label) {
    Locator input = input(key);
    input.click();
    input.fill(label);
    Locator item =
        page.locator(".enhanced .fjs-dropdownlist-item")
            .filter(new Locator.FilterOptions().setHasText(label))
            .first();
    item.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    item.click();
    return this;
  }

  /**
   * Answers with a date.
   *
   * @param day as 2024-03-01, whatever order the person's browser shows
   */
  TaskFormOnPage date(String key, String day) {
    Locator input =
        page.locator(
                ".enhanced [id*='"
                    + component(schema, key).path("id").asString()
                    + "'] input, .enhanced input[id*='"
                    + component(schema, key).path("id").asString()
                    + "']")
            .first();
    input.fill(day);
    input.blur();
    return this;
  }

  void send() {
    page.locator("form.task button[type=submit]").click();
  }

  /** Every question whose key begins so gets the same rating. */
  TaskFormOnPage rateAll(String prefix, String value) {
    for (String key : keys(schema, prefix)) {
      choose(key, value);
    }
    return this;
  }

  private Locator input(String key) {
    return page.locator(".enhanced [id$='-" + component(schema, key).path("id").asString() + "']");
  }

  private static java.util.List<String> keys(JsonNode node, String prefix) {
    java.util.List<String> found = new java.util.ArrayList<>();
    for (JsonNode component : node.path("components")) {
      if (component.path("key").asString("").startsWith(prefix)) {
        found.add(component.path("key").asString());
      }
      found.addAll(keys(component, prefix));
    }
    return found;
  }

  private static JsonNode component(JsonNode node, String key) {
    JsonNode found = find(node, key);
    if (found == null) {
      throw new AssertionError("The form has no field " + key);
    }
    return found;
  }

  private static JsonNode find(JsonNode node, String key) {
    for (JsonNode component : node.path("components")) {
      if (component.path("key").asString("").equals(key)) {
        return component;
      }
      JsonNode inner = find(component, key);
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }
}
