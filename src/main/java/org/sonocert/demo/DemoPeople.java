package org.sonocert.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.operations.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The invented people of the demo, all with one password that the console shows. */
@Component
@Profile("demo")
@Order(0)
class DemoPeople implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DemoPeople.class);
  private static final String FILE = "keys/demo-password";
  private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

  private record Invented(String mailbox, String given, String family, Role role) {}

  private static final List<Invented> PEOPLE =
      List.of(
          new Invented("candidate1", "Amara", "Okonjo-Lindqvist", Role.CANDIDATE),
          new Invented("candidate2", "Tomás", "Belarmino Ruiz", Role.CANDIDATE),
          new Invented("reviewer1", "Ingrid", "Vasquez-Holm", Role.REVIEWER),
          new Invented("reviewer2", "Kwabena", "Thornquist", Role.REVIEWER),
          new Invented("reviewer3", "Mirela", "Castellan", Role.REVIEWER),
          new Invented("lead1", "Hiroko", "Abernathy", Role.LEAD_REVIEWER),
          new Invented("content1", "Soren", "Mbatha", Role.CONTENT_EDITOR),
          new Invented("manager1", "Leila", "Fontanarosa", Role.PROGRAMME_MANAGER),
          new Invented("manager2", "Patrick", "Nakashima-Dunne", Role.PROGRAMME_MANAGER),
          new Invented("manager3", "Eszter", "Quintanilla", Role.PROGRAMME_MANAGER),
          new Invented("privacy1", "Dagny", "Oyelaran", Role.PRIVACY_OFFICER),
          new Invented("panel1", "Rafael", "Winterbourne", Role.PANEL_MEMBER),
          new Invented("panel2", "Nomvula", "Aldersey", Role.PANEL_MEMBER),
          new Invented("auditor1", "Jacinta", "Rosenqvist", Role.AUDITOR),
          new Invented("operator1", "Bram", "Etxeberria", Role.OPERATOR),
          new Invented("admin1", "Yusra", "Lindholm-Vega", Role.ADMINISTRATOR));

  private final OpeningAccounts opening;
  private final PasswordEncoder passwords;
  private final DataFolder folder;
  private final JdbcClient db;
  private final ProgrammeClock clock;
  private final BaseUrl base;
  private final String chosen;

  DemoPeople(
      OpeningAccounts opening,
      PasswordEncoder passwords,
      DataFolder folder,
      JdbcClient db,
      ProgrammeClock clock,
      BaseUrl base,
      @Value("${sonocert.demo.password:}") String chosen) {
    this.opening = opening;
    this.passwords = passwords;
    this.folder = folder;
    this.db = db;
    this.clock = clock;
    this.base = base;
    this.chosen = chosen;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    String password = chosen.isBlank() ? kept() : chosen;
    if (!unchanged(password)) {
      String hash = opening.hash(password);
      PEOPLE.forEach(person -> open(person, hash));
      db.sql("update account set password_hash = ? where email like '%@demo.example'")
          .param(hash)
          .update();
    }
    log.info("The demo is at {} and its mailbox at {}", base.of("/"), base.of("/demo/mailbox"));
    log.info("Sign in as candidate1@demo.example (and the others) with the password {}", password);
  }

  private boolean unchanged(String password) {
    List<String> hashes =
        db.sql("select password_hash from account where email like '%@demo.example'")
            .query(String.class)
            .list();
    return hashes.size() >= PEOPLE.size() && passwords.matches(password, hashes.get(0));
  }

  private void open(Invented person, String hash) {
    opening.open(
        new OpeningAccounts.Person(
            person.mailbox() + "@demo.example",
            person.given(),
            person.family(),
            Locale.ENGLISH,
            hash,
            Timestamp.from(clock.now())),
        Set.of(person.role()),
        "system");
  }

  private String kept() {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        folder.writePrivate(FILE, draw() + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String draw() {
    SecureRandom random = new SecureRandom();
    StringBuilder drawn = new StringBuilder("demo");
    for (int group = 0; group < 4; group++) {
      drawn.append('-');
      for (int i = 0; i < 4; i++) {
        drawn.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return drawn.toString();
  }
}
