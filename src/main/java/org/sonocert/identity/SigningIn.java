package org.sonocert.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Optional;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares address and password: ten wrong ones for an account in a quarter of an hour and no more,
 * and ten times as many from one network, since a whole hospital may stand behind one address.
 */
@Component
public class SigningIn {
  static final int PER_ACCOUNT = 10;
  static final int PER_NETWORK = 100;
  private static final Counter REFUSED =
      Counter.builder("sonocert.sign.ins.refused")
          .description("Sign-ins with a wrong address or password, or tried too often")
          .register(Metrics.globalRegistry);
  private static final Rejection WRONG =
      Rejection.invalid(
          "sign-in-refused",
          "The e-mail address or the password is not right, or the address is not confirmed yet.");

  private final Accounts accounts;
  private final PasswordEncoder passwords;
  private final LimitedTries attempts;
  private final String decoy;

  SigningIn(Accounts accounts, PasswordEncoder passwords, LimitedTries attempts) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.decoy = String.valueOf(passwords.encode(Token.draw()));
  }

  /**
   * Whose they are, when both are right. Takes as long for an address that nobody has.
   *
   * @throws Rejected INVALID when they are not, TOO_MANY after too many tries
   */
  public Accounts.Credentials signIn(String email, String password, String networkAddress) {
    try {
      return compare(email, password, networkAddress);
    } catch (Rejected refused) {
      REFUSED.increment();
      throw refused;
    }
  }

  private Accounts.Credentials compare(String email, String password, String networkAddress) {
    String subject = "login:" + Accounts.lower(email);
    List<Long> taken =
        attempts.take(
            new LimitedTries.Limit(subject, PER_ACCOUNT),
            new LimitedTries.Limit("login-from:" + networkAddress, PER_NETWORK));
    Optional<Accounts.Credentials> found = accounts.credentials(email);
    String hash = found.map(Accounts.Credentials::passwordHash).orElse(decoy);
    boolean right = passwords.matches(password, hash);
    if (!right || found.isEmpty() || found.get().disabled()) {
      throw new Rejected(WRONG);
    }
    attempts.forgive(taken, subject);
    return found.get();
  }
}
