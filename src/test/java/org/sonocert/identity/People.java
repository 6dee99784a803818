package org.sonocert.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonocert.core.AccountId;
import org.sonocert.identity.twostep.TimeCodes;
import org.sonocert.testing.Authenticator;
import org.sonocert.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invented people with accounts, their authenticators, and their letters. */
public final class People {
  public static final String PASSWORD = "three quiet herons at noon";
  private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{39})</code>");
  private static final Pattern CODE =
      Pattern.compile("<code>([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})</code>");

  private final OpeningAccounts opening;
  private final JdbcClient db;
  private final int port;

  public People(OpeningAccounts opening, JdbcClient db, int port) {
    this.opening = opening;
    this.db = db;
    this.port = port;
  }

  /** Somebody who has an account. */
  public record Person(AccountId id, String email) {}

  public Person with(Role first, Role... others) {
    Set<Role> roles = EnumSet.of(first, others);
    String email = UUID.randomUUID() + "@example.org";
    var row =
        new OpeningAccounts.Person(
            email, "Ana", "Belmonte", Locale.ENGLISH, opening.hash(PASSWORD), null);
    return new Person(opening.open(row, roles, "system").orElseThrow(), email);
  }

  /** A browser in which somebody has given the right password. */
  public Visitor signedIn(Person person) {
    Visitor visitor = new Visitor(port);
    visitor.signIn(person.email(), PASSWORD);
    return visitor;
  }

  /** The secret that stands on a page of the second step. */
  public static byte[] secretOn(String page) {
    Matcher found = SECRET.matcher(page);
    if (!found.find()) {
      throw new AssertionError("No secret on:\n" + page);
    }
    return Authenticator.secret(found.group(1));
  }

  /** The recovery codes on a page. */
  public static java.util.List<String> recoveryCodesOn(String page) {
    return CODE.matcher(page).results().map(m -> m.group(1)).toList();
  }

  /** What the authenticator shows so many steps from now. */
  public static String code(byte[] secret, java.time.Instant now, int steps) {
    return TimeCodes.code(secret, now.plusSeconds(30L * steps));
  }

  /** A wrong code, whatever the right ones are. */
  public static String wrongCode(byte[] secret, java.time.Instant now) {
    int wrong = 0;
    String text = "000000";
    while (java.util.stream.IntStream.rangeClosed(-2, 2)
        .mapToObj(i -> code(secret, now, i))
        .anyMatch(text::equals)) {
      text = String.format("%06d", ++wrong);
    }
    return text;
  }

  /** The address of a page of ours in the newest mail to somebody, once it has left. */
  public String linkIn(String to, Pattern path) {
    return org.awaitility.Awaitility.await("a mail with " + path + " to " + to)
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> newest(to, path), java.util.Optional::isPresent)
        .orElseThrow();
  }

  private java.util.Optional<String> newest(String to, Pattern path) {
    return db
        .sql("select body_text from demo_mail where recipient = ? order by number desc")
        .param(to)
        .query(String.class)
        .list()
        .stream()
        .flatMap(body -> path.matcher(body).results())
        .map(java.util.regex.MatchResult::group)
        .findFirst();
  }

  /** How many mails of a kind were written to an address. */
  public long letters(String kind, String to) {
    return db.sql("select count(*) from outbox where kind = ? and recipient = ?")
        .params(kind, to)
        .query(Long.class)
        .single();
  }
}
