package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.Rejected;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class FirstAdministratorTest {
  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;
  @Autowired OpeningAccounts opening;
  @Autowired BaseUrl base;

  @Test
  void aServerThatHasAnAdministratorAwaitsNobody() {
    FirstAdministrator first = new FirstAdministrator(db, accounts, opening, base);
    first.run(new DefaultApplicationArguments());
    assertThat(first.awaited()).isFalse();
    assertThatThrownBy(() -> first.open("any", person("x@example.org")))
        .isInstanceOf(Rejected.class)
        .hasMessageStartingWith("not-found");
  }

  @Test
  void theCodeOpensOneAdministratorAndIsUsedUp() {
    FirstAdministrator first = new FirstAdministrator(db, accounts, opening, base);
    String code = Token.draw();
    db.sql("insert into first_administrator (code_hash) values (?)")
        .param(Token.hash(code))
        .update();
    String email = UUID.randomUUID() + "@example.org";
    assertThatThrownBy(() -> first.open(Token.draw(), person(email)))
        .isInstanceOf(Rejected.class)
        .hasMessageStartingWith("wrong-code");
    first.open(" " + code + " ", person(email));
    assertThat(accounts.findByEmail(email).orElseThrow().roles())
        .containsExactly(Role.ADMINISTRATOR);
    assertThat(first.awaited()).isFalse();
  }

  @Test
  void theDemoHasNoSuchPage() {
    assertThat(new Visitor(port).get("/first-administrator").statusCode()).isEqualTo(404);
  }

  private static SigningUp.SignUp person(String email) {
    return new SigningUp.SignUp(email, "Ada", "Root", Locale.ENGLISH, "three quiet herons at noon");
  }
}
