package org.sonocert.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.MachineClock;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Whether somebody proved within the last five minutes who they are, by password (and code) or by
 * their organisation. Asked before what a stranger at an open screen must not do.
 */
@Component
class Fresh {
  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final AuthorizationManager<Object> factors;

  Fresh(MachineClock clock) {
    factors =
        AllRequiredFactorsAuthorizationManager.anyOf(
            within(FactorGrantedAuthority.PASSWORD_AUTHORITY, clock),
            within(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, clock));
  }

  /** The answer; a refusal names the factor that is missing or too old. */
  @Nullable AuthorizationResult of(
      Supplier<? extends @Nullable Authentication> authentication, Object request) {
    return factors.authorize(authentication, request);
  }

  private static AllRequiredFactorsAuthorizationManager<Object> within(
      String factor, MachineClock clock) {
    var manager =
        AllRequiredFactorsAuthorizationManager.builder()
            .requireFactor(f -> f.authority(factor).validDuration(GOOD_FOR))
            .build();
    manager.setClock(new MachineTime(clock));
    return manager;
  }

  /** Machine time as the library asks for it. */
  private static final class MachineTime extends Clock {
    private final MachineClock clock;

    MachineTime(MachineClock clock) {
      this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return clock.now();
    }
  }
}
