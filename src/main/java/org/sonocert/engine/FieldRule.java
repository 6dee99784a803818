package org.sonocert.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one answer against its field, with the same rules that form-js applies in the browser. */
final class FieldRule {
  private static final int LONGEST = 10_000;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s<>,;:\"\\[\\]]+@[^@\\s<>,;:\"\\[\\]]+\\.[^@\\s<>,;:\"\\[\\]]+");

  private FieldRule() {}

  /** Either a typed value, or a sentence that says what to do, or neither when left out. */
  record Result(@Nullable Object value, @Nullable String error) {
    static Result of(Object value) {
      return new Result(value, null);
    }

    static Result wrong(String error) {
      return new Result(null, error);
    }
  }

  static Result check(FormComponent field, List<String> raw) {
    List<String> given = raw.stream().filter(v -> v != null && !v.isBlank()).toList();
    if (field.type().equals("checkbox")) {
      boolean on = given.contains("true") || given.contains("on");
      return field.required() && !on
          ? Result.wrong("Please tick this box to go on.")
          : Result.of(on);
    }
    if (given.isEmpty()) {
      return field.required() ? Result.wrong("Please answer this.") : new Result(null, null);
    }
    String text = given.get(0);
    return switch (field.type()) {
      case "number" -> number(field, text.strip());
      case "radio", "select" -> choice(field, text);
      case "checklist" ->
          given.stream().allMatch(v -> offered(field, v))
              ? Result.of(given.stream().distinct().toList())
              : Result.wrong("Please choose among the answers shown.");
      case "datetime" -> date(text.strip());
      default -> text(field, text);
    };
  }

  private static Result number(FormComponent field, String text) {
    double value;
    try {
      value = Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Result.wrong("Please type a number.");
    }
    if (!Double.isFinite(value) || (field.decimals() == 0 && value != Math.rint(value))) {
      return Result.wrong("Please type a whole number.");
    }
    Double min = field.min();
    Double max = field.max();
    if (min != null && value < min) {
      return Result.wrong("Please type a number of at least " + plain(min) + ".");
    }
    if (max != null && value > max) {
      return Result.wrong("Please type a number of at most " + plain(max) + ".");
    }
    return field.decimals() == 0 ? Result.of((long) value) : Result.of(value);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static Result choice(FormComponent field, String text) {
    return offered(field, text)
        ? Result.of(text)
        : Result.wrong("Please choose among the answers shown.");
  }

  private static boolean offered(FormComponent field, String value) {
    return field.options().stream().anyMatch(o -> o.value().equals(value));
  }

  private static Result date(String text) {
    try {
      return Result.of(LocalDate.parse(text).toString());
    } catch (DateTimeParseException e) {
      return Result.wrong("Please type a date as year-month-day, for example 2026-03-14.");
    }
  }

  private static Result text(FormComponent field, String text) {
    String value =
        field.type().equals("textarea") ? text.strip() : text.strip().replaceAll("\\R", " ");
    Integer shortest = field.minLength();
    Integer longest = field.maxLength();
    int most = longest == null ? LONGEST : Math.min(longest, LONGEST);
    if (shortest != null && value.length() < shortest) {
      return Result.wrong("Please write at least " + shortest + " characters.");
    }
    if (value.length() > most) {
      return Result.wrong("Please write at most " + most + " characters.");
    }
    if (field.email() && (text.matches("(?s).*[\\r\\n].*") || !EMAIL.matcher(value).matches())) {
      return Result.wrong("Please type one e-mail address, for example name@example.org.");
    }
    String pattern = field.pattern();
    if (pattern != null && !Pattern.matches(pattern, value)) {
      return Result.wrong("Please check the form of this answer.");
    }
    return Result.of(value);
  }
}
