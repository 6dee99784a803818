package org.sonocert.payment.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Makes packages of codes and hands codes out. */
public final class CodeRoom {
  private final SellingPackages selling;
  private final ReadingPackages reading;
  private final ProgrammeClock clock;
  private final AccountId manager;

  CodeRoom(SellingPackages selling, ReadingPackages reading, ProgrammeClock clock, Buyer buyer) {
    this.selling = selling;
    this.reading = reading;
    this.clock = clock;
    this.manager = buyer.person(Role.PROGRAMME_MANAGER);
  }

  /** One for a test, out of the running product's parts. */
  public static CodeRoom of(AutowireCapableBeanFactory parts) {
    return new CodeRoom(
        parts.getBean(SellingPackages.class),
        parts.getBean(ReadingPackages.class),
        parts.getBean(ProgrammeClock.class),
        Buyer.of(parts));
  }

  /** A package of a hospital, valid for a year. */
  public UUID pack(String product, int codes) {
    return pack(product, codes, clock.now().plus(Duration.ofDays(365)));
  }

  /** A package with a last instant of its own. */
  public UUID pack(String product, int codes, Instant until) {
    UUID id = UUID.randomUUID();
    selling.make(
        manager,
        new PackageOrder(
            id, product, codes, until, "Northern Test Hospital", "team@test.example", 13_000));
    return id;
  }

  /** The codes that can be handed out. */
  public List<String> codes(UUID pack) {
    return reading.forManager(pack).codes().stream()
        .map(CodeLine::signs)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** The counts of a package. */
  public Counts counts(UUID pack) {
    return reading.forManager(pack).counts();
  }
}
