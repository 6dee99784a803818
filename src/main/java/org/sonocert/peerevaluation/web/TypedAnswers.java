package org.sonocert.peerevaluation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the form's island sends as a draft: by key a text, number, yes/no, list or nothing.
 */
final class TypedAnswers {
  private TypedAnswers() {}

  static Map<String, List<String>> read(JsonNode typed) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    typed.properties().forEach(entry -> read.put(entry.getKey(), values(entry.getValue())));
    return read;
  }

  private static List<String> values(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().filter(JsonNode::isValueNode).map(TypedAnswers::text).toList();
    }
    return value.isNull() || !value.isValueNode() ? List.of() : List.of(text(value));
  }

  /** Without the sign NUL, which no keyboard has and the database cannot keep. */
  private static String text(JsonNode value) {
    return value.asString().replace("\0", "");
  }
}
