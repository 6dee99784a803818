package org.sonocert.peerevaluation.sealed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as bytes and back; equal answers have equal bytes. */
final class Answers {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Answers() {}

  static byte[] write(Object answers) {
    return JSON.writeValueAsString(answers).getBytes(StandardCharsets.UTF_8);
  }

  static Map<String, Object> read(byte[] bytes) {
    return JSON.readValue(bytes, new TypeReference<Map<String, Object>>() {});
  }

  static Map<String, List<String>> readTyped(byte[] bytes) {
    return JSON.readValue(bytes, new TypeReference<Map<String, List<String>>>() {});
  }
}
