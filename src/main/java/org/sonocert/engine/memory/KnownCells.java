package org.sonocert.engine.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * The value of a table's cell is worked out once for the same text and the same variables. A cell
 * calls no function (rule {@code plain-cell}), so nothing else can change it; and the FEEL engine
 * builds its whole library of functions anew for every cell that it is asked.
 */
final class KnownCells implements FeelEngine {
  private static final int MOST = 20_000;

  /** A text in quotes, or a name, which is then the first group. */
  private static final Pattern NAMES = Pattern.compile("\"[^\"]*\"|([A-Za-z_]\\w*)");

  private final FeelEngine feel;
  private final Cache<String, List<String>> names = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<Asked, Optional<Object>> known =
      Caffeine.newBuilder().maximumSize(MOST).build();

  KnownCells(FeelEngine feel) {
    this.feel = feel;
  }

  /** Values stand in the order of the names. */
  private record Asked(String text, @Nullable String input, List<Object> values) {}

  /** What stands for the value of a variable that has none. */
  private enum Without {
    VALUE,
    VARIABLE
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
    return (T) value(text, null, variables, () -> feel.evaluateSimpleExpression(text, variables));
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
    return (boolean)
        Objects.requireNonNull(
            value(
                text,
                input,
                variables,
                () -> feel.evaluateSimpleUnaryTests(text, input, variables)));
  }

  private @Nullable Object value(
      String text,
      @Nullable String input,
      VariableContext variables,
      Supplier<@Nullable Object> work) {
    List<Object> values =
        names.get(input == null ? text : input + ' ' + text, KnownCells::namesIn).stream()
            .map(name -> valueOf(name, variables))
            .toList();
    Asked asked = new Asked(text, input, values);
    Optional<Object> answer = known.getIfPresent(asked);
    if (answer == null) {
      answer = Optional.ofNullable(work.get());
      if (answer.stream().allMatch(KnownCells::isPlain)
          && values.stream().allMatch(KnownCells::isPlain)) {
        known.put(asked, answer);
      }
    }
    return answer.orElse(null);
  }

  private static List<String> namesIn(String text) {
    return NAMES
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Object valueOf(String name, VariableContext variables) {
    return variables.containsVariable(name)
        ? Objects.requireNonNullElse(variables.resolve(name).getValue(), Without.VALUE)
        : Without.VARIABLE;
  }

  /** Whether a value never changes; anything else is worked out each time. */
  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Without;
  }
}
