package org.sonocert.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** The guide's words in one language. */
record Words(MessageSource source, Locale language) {

  String of(String key, Object... values) {
    return source.getMessage("guide." + key, values, language);
  }

  /** A name that the catalogue gives in English and a language may have of its own. */
  String name(String code, String otherwise) {
    String name = source.getMessage("product." + code, null, otherwise, language);
    return name == null ? otherwise : name;
  }

  String days(long days) {
    return of("days", days);
  }

  String businessDays(int days) {
    return of("businessDays", days);
  }

  /** Numbers as people list them: 30, 14, 7 and 1. */
  String numbers(List<Integer> numbers) {
    if (numbers.size() < 2) {
      return numbers.isEmpty() ? "" : String.valueOf(numbers.get(0));
    }
    String last = String.valueOf(numbers.get(numbers.size() - 1));
    return of(
        "and",
        numbers.subList(0, numbers.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ")),
        last);
  }
}
