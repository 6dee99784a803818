package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.Token;
import org.springframework.stereotype.Service;

/** Packages of codes as their managers see them, and as their payers do. */
@Service
public class ReadingPackages {
  private static final int MOST = 500;

  private final PackageRows packages;
  private final CodeRows codes;
  private final MachineClock machine;

  ReadingPackages(PackageRows packages, CodeRows codes, MachineClock machine) {
    this.packages = packages;
    this.codes = codes;
    this.machine = machine;
  }

  /** A package with its counts. */
  public record Line(CodePackage made, Counts counts) {}

  /** A package with all that is known of it. */
  public record Whole(CodePackage made, Counts counts, List<CodeLine> codes, List<Note> notes) {

    /** Products for which it has unused codes. */
    public List<String> unusedProducts() {
      return codes.stream()
          .filter(code -> code.state() == CodeState.UNUSED || code.state() == CodeState.CLOSED)
          .map(CodeLine::product)
          .distinct()
          .toList();
    }
  }

  /** Who changed a package, when and what. */
  public record Note(String kind, String detail, String who, Instant at) {}

  /** All packages, newest first. */
  public List<Line> all() {
    return packages.newest(MOST).stream().map(p -> new Line(p.made(), p.counts())).toList();
  }

  /**
   * One package as managers see it, the signs of its unused codes included.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  public Whole forManager(UUID id) {
    return packages
        .find(id)
        .map(p -> new Whole(p.made(), p.counts(), codes.of(id, true), notes(id)))
        .orElseThrow(() -> new Rejected(Rejection.notFound("package of codes")));
  }

  /** The package of a payer's link as the payer sees it; empty when the link does not hold. */
  public Optional<Whole> forPayer(String token) {
    return packages
        .ofPayer(Token.hash(token), machine.now())
        .map(p -> new Whole(p.made(), p.counts(), codes.of(p.made().id(), false), List.of()));
  }

  private List<Note> notes(UUID id) {
    return packages.notes(id).stream()
        .map(n -> new Note(n.kind(), n.detail(), n.actor(), n.at()))
        .toList();
  }
}
