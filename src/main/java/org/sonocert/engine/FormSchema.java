package org.sonocert.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Camunda Form as the server reads it: the same file that form-js renders in the browser.
 *
 * @param id the form's id
 * @param components in the order of the form
 * @param json the whole schema, for the browser
 */
public record FormSchema(String id, List<FormComponent> components, String json) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Parses a {@code .form} file.
   *
   * @throws tools.jackson.core.JacksonException when it is no JSON
   */
  public static FormSchema parse(byte[] file) {
    JsonNode root = JSON.readTree(file);
    return new FormSchema(
        root.path("id").asString(""), components(root.path("components")), root.toString());
  }

  /** All components that take an answer, groups opened. */
  public List<FormComponent> fields() {
    return components.stream()
        .flatMap(FormSchema::flat)
        .filter(FormComponent::takesAnswer)
        .toList();
  }

  /** The form without the fields that do not apply, on the server and in the browser alike. */
  public FormSchema without(Predicate<FormComponent> dropped) {
    ObjectNode root = (ObjectNode) JSON.readTree(json);
    drop(root.path("components"), dropped);
    return new FormSchema(id, components(root.path("components")), root.toString());
  }

  private static Stream<FormComponent> flat(FormComponent component) {
    return component.components().isEmpty()
        ? Stream.of(component)
        : component.components().stream().flatMap(FormSchema::flat);
  }

  private static void drop(JsonNode list, Predicate<FormComponent> dropped) {
    if (list instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        FormComponent component = FormComponent.read(array.get(i), List.of());
        if (component.takesAnswer() && dropped.test(component)) {
          array.remove(i);
        } else {
          drop(array.get(i).path("components"), dropped);
        }
      }
    }
  }

  private static List<FormComponent> components(@Nullable JsonNode list) {
    List<FormComponent> read = new ArrayList<>();
    if (list != null) {
      for (JsonNode node : list) {
        read.add(FormComponent.read(node, components(node.path("components"))));
      }
    }
    return List.copyOf(read);
  }
}
