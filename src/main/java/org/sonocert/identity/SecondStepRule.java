package org.sonocert.identity;

import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Who has to sign in by two steps: the programme's own people, outside the demo (design, 14).
 * Everybody else may.
 */
@Component
public class SecondStepRule {
  private final boolean demo;

  SecondStepRule(Environment environment) {
    demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /** Whether somebody with these roles gets nowhere without an authenticator. */
  public boolean requires(Set<Role> roles) {
    return !demo && roles.stream().anyMatch(Role::staff);
  }
}
