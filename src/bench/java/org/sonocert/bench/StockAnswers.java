package org.sonocert.bench;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How a user of a stock engine keeps answers: as process variables, so that none gets lost. */
enum StockAnswers {
  /** Each field a variable of its own, as engine forms do it. */
  FIELDS {
    @Override
    Map<String, Object> of(String form, String prefix) {
      Map<String, Object> variables = new HashMap<>();
      Answers.to(form).forEach((field, value) -> variables.put(prefix + field, value));
      return variables;
    }
  },
  /** Each form one variable with its answers as JSON: the least that keeps them. */
  ONE_TEXT {
    @Override
    Map<String, Object> of(String form, String prefix) {
      Map<String, String> answers = Answers.to(form);
      return answers.isEmpty()
          ? new HashMap<>()
          : new HashMap<>(Map.of(prefix + "answers_" + form, JSON.writeValueAsString(answers)));
    }
  };

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The variables with which a form's task is completed. */
  abstract Map<String, Object> of(String form, String prefix);

  /** Those of a form of the application, with what its diagram asks for. */
  Map<String, Object> withRoute(String form) {
    Map<String, Object> variables = of(form, "");
    if (form.equals("show-fundamentals")) {
      variables.put("waiverAsked", false);
    }
    return variables;
  }
}
