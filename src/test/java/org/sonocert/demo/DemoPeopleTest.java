package org.sonocert.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.Role;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class DemoPeopleTest {
  @LocalServerPort int port;
  @Autowired DemoPeople people;
  @Autowired Accounts accounts;
  @Autowired JdbcClient db;

  @Test
  void everyRoleHasItsInventedPeople() {
    Set<Role> found = EnumSet.noneOf(Role.class);
    for (String mailbox :
        "candidate1 candidate2 reviewer1 reviewer2 reviewer3 lead1 content1 manager1 manager2 manager3 privacy1 panel1 panel2 auditor1 operator1 admin1"
            .split(" ")) {
      Account account = accounts.findByEmail(mailbox + "@demo.example").orElseThrow();
      assertThat(account.roles()).as(mailbox).hasSize(1);
      assertThat(account.name()).contains(" ");
      found.addAll(account.roles());
    }
    assertThat(found).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void theyAllShareOnePassword() {
    assertThat(new Visitor(port).signIn("lead1@demo.example", RealParts.PASSWORD).statusCode())
        .isEqualTo(302);
    assertThat(
            db.sql(
                    "select count(distinct password_hash) from account where email like '%@demo.example'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anotherStartChangesNothing() {
    String before = rows();
    people.run(new DefaultApplicationArguments());
    assertThat(rows()).isEqualTo(before);
  }

  private String rows() {
    return db.sql(
            "select string_agg(a::text || r::text, ',' order by a.email) from account a"
                + " join account_role r on r.account_id = a.id where email like '%@demo.example'")
        .query(String.class)
        .single();
  }
}
