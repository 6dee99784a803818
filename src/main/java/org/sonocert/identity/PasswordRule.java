package org.sonocert.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, not made of what leaked or is guessed first, not one's own name or
 * address. Nothing about signs. Looked up here, without asking anybody elsewhere (ADR 12).
 */
@Component
public class PasswordRule {
  public static final int SHORTEST = 12;

  /** The hash reads no more bytes than these. */
  private static final int MOST_BYTES = 72;

  /** Guesses that an attacker who knows the lists needs, as a power of ten. */
  private static final double FEWEST_GUESSES = 10;

  /** A part of a name or address shorter than this is found in too many words. */
  private static final int SHORTEST_PART = 4;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Zxcvbn guesses = new Zxcvbn();
  private final Set<String> wellKnown;

  PasswordRule() throws IOException {
    var file = new ClassPathResource("identity/well-known-passwords.txt");
    try (var in =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      wellKnown = in.lines().filter(l -> !l.startsWith("#")).collect(Collectors.toSet());
    }
  }

  /** Why a person of this account may not have it, as the key of a message; empty when they may. */
  public Optional<String> refusal(String password, Account owner) {
    return refusal(password, owner.email(), owner.givenName(), owner.familyName());
  }

  /**
   * Why it is refused, as the key of a message; empty when it may be used.
   *
   * @param own address and names of the person
   */
  public Optional<String> refusal(String password, String... own) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("identity.password.short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("identity.password.long");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    List<String> parts = parts(own);
    if (isOwn(plain, parts)) {
      return Optional.of("identity.password.own");
    }
    boolean known = plain.chars().distinct().count() < 4 || wellKnown.contains(plain);
    return known || guesses.measure(password, parts).getGuessesLog10() < FEWEST_GUESSES
        ? Optional.of("identity.password.known")
        : Optional.empty();
  }

  /** Nothing but the person's own words and what is left between them. */
  private static boolean isOwn(String plain, List<String> parts) {
    String rest = plain;
    for (String part : parts) {
      rest = rest.replace(part, "");
    }
    return rest.length() < plain.length() && rest.length() < SHORTEST;
  }

  private static List<String> parts(String... own) {
    return Stream.of(own)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .flatMap(text -> Stream.concat(Stream.of(text), BETWEEN.splitAsStream(text)))
        .filter(part -> part.length() >= SHORTEST_PART)
        .distinct()
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }
}
