package org.sonocert.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a password must be: long, not well known, not one's own address. Nothing about signs. */
@Component
public class PasswordRule {
  public static final int SHORTEST = 12;

  /** The hash reads no more bytes than these. */
  private static final int MOST_BYTES = 72;

  private final Set<String> wellKnown;

  PasswordRule() throws IOException {
    var file = new ClassPathResource("identity/well-known-passwords.txt");
    try (var in =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      wellKnown = in.lines().filter(l -> !l.startsWith("#")).collect(Collectors.toSet());
    }
  }

  /** Why it is refused, as the key of a message; empty when it may be used. */
  public Optional<String> refusal(String password, String email) {
    String plain = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("identity.password.short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("identity.password.long");
    }
    boolean own = !email.isBlank() && plain.contains(email.strip().toLowerCase(Locale.ROOT));
    if (own || plain.chars().distinct().count() < 4 || wellKnown.contains(plain)) {
      return Optional.of("identity.password.known");
    }
    return Optional.empty();
  }
}
