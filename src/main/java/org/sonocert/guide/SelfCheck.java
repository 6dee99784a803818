package org.sonocert.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A few questions with which somebody looks at what they know; nothing of it is kept. */
@Component
public class SelfCheck {
  private final List<Question> questions;

  SelfCheck() {
    this(DataFile.read("guide/self-check.yaml", File.class).questions());
  }

  SelfCheck(List<Question> questions) {
    this.questions = List.copyOf(questions);
    Set<String> ids = new HashSet<>();
    for (Question one : this.questions) {
      long correct = one.options().stream().filter(Option::correct).count();
      if (!ids.add(one.id()) || correct != 1) {
        throw new IllegalStateException(
            "The question " + one.id() + " must be there once, with one correct option");
      }
    }
  }

  record File(List<Question> questions) {}

  /** A question; its id names the field of the form. */
  public record Question(String id, Said stem, List<Option> options, Said why) {}

  /** One answer that can be chosen. */
  public record Option(String id, Said text, boolean correct) {}

  /**
   * How a question was answered.
   *
   * @param chosen id of the chosen option, null when none of the question's was
   */
  public record Marked(Question question, @Nullable String chosen) {

    /** Whether the chosen option is the correct one. */
    public boolean right() {
      return question.options().stream().anyMatch(o -> o.correct() && o.id().equals(chosen));
    }
  }

  /** All questions in their order. */
  public List<Question> questions() {
    return questions;
  }

  /** The answers held against the key; what is unknown or missing counts as not answered. */
  public List<Marked> mark(Map<String, String> answers) {
    return questions.stream().map(one -> new Marked(one, chosen(one, answers))).toList();
  }

  private static @Nullable String chosen(Question question, Map<String, String> answers) {
    String answer = answers.get(question.id());
    return question.options().stream().anyMatch(o -> o.id().equals(answer)) ? answer : null;
  }
}
