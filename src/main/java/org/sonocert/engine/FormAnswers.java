package org.sonocert.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form, checked against it.
 *
 * @param answers typed values by key; only keys that the form has, whatever else was sent
 * @param errors by key, one sentence each that says what to do; empty when all is well
 */
public record FormAnswers(Map<String, Object> answers, Map<String, String> errors) {

  /** Whether the answers may be stored. */
  public boolean valid() {
    return errors.isEmpty();
  }

  /** Reads raw values, as an HTML form or a draft has them, against the form. */
  public static FormAnswers read(FormSchema form, Map<String, List<String>> raw) {
    Map<String, Object> answers = new LinkedHashMap<>();
    Map<String, String> errors = new LinkedHashMap<>();
    for (FormComponent field : form.fields()) {
      FieldRule.Result result = FieldRule.check(field, raw.getOrDefault(field.key(), List.of()));
      if (result.error() != null) {
        errors.put(field.key(), result.error());
      } else if (result.value() != null) {
        answers.put(field.key(), result.value());
      }
    }
    return new FormAnswers(answers, errors);
  }
}
