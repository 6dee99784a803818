package org.sonocert.audit;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with sorted keys and no white space, so that equal content has equal bytes. */
final class CanonicalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalJson() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
