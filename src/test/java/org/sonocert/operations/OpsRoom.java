package org.sonocert.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.Walk;
import org.springframework.context.ApplicationContext;

/** An operator with a browser, and steps that fail because the database refuses their mail. */
public final class OpsRoom {
  private static final String PASSWORD = "a quiet machine room";

  private final ApplicationContext parts;
  private final String base;

  public OpsRoom(ApplicationContext parts, int port) {
    this.parts = parts;
    this.base = "http://localhost:" + port;
  }

  /** Somebody with one role, signed in. */
  public PlainBrowser signedIn(Role role) {
    OpeningAccounts accounts = parts.getBean(OpeningAccounts.class);
    String email = "ops-" + UUID.randomUUID() + "@test.example";
    accounts.open(
        new Person(email, "Olga", "Wrench", Locale.ENGLISH, accounts.hash(PASSWORD), null),
        Set.of(role),
        "test");
    PlainBrowser browser = new PlainBrowser(base);
    return browser.open("/login").send("/login", Map.of("email", email, "password", PASSWORD));
  }

  /** A candidate who has bought and may name evaluators. */
  public Walk bought(String name) {
    Walk walk = new Walk(base, name);
    walk.signUp().signIn();
    walk.apply("LNG").fillInApplication().pay();
    return walk;
  }

  /** From now on the database refuses the enrolment's mails of a kind, and says so in its words. */
  void refuseMails(String enrolment, String kind, String words) {
    asOwner(
        """
        create or replace function app.refuse_for_test() returns trigger language plpgsql as $$
        begin raise exception '%s'; end $$;
        create trigger refuse_for_test before insert on app.outbox for each row
          when (new.enrolment_id = '%s' and new.kind = '%s') execute function app.refuse_for_test();
        """
            .formatted(words, enrolment, kind));
  }

  /** Ends it. */
  void takeMailsAgain() {
    asOwner("drop trigger if exists refuse_for_test on app.outbox");
  }

  public void asOwner(String sql) {
    try (Connection db =
            parts.getBean(Flyway.class).getConfiguration().getDataSource().getConnection();
        Statement s = db.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
