package org.sonocert.peerevaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sonocert.core.AccountId;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.Role;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration
class AccountsForNow {
  @Bean
  Accounts accounts() {
    return new Accounts() {
      @Override
      public Optional<Account> find(AccountId id) {
        return Optional.of(get(id));
      }

      @Override
      public Account get(AccountId id) {
        return new Account(id, "ana-" + id + "@demo.example", "Ana", "Ruiz", Locale.ENGLISH, Set.of(Role.CANDIDATE));
      }
    };
  }
}
