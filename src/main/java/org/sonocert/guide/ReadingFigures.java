package org.sonocert.guide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.ProductFacts.Facts;
import org.sonocert.engine.Decisions;
import org.sonocert.engine.Diagram;
import org.sonocert.engine.ReleaseView;
import org.sonocert.enrolment.ReapplyWait;
import org.springframework.stereotype.Service;

/**
 * Reads the figures of a release by asking its tables and reading its diagrams, once for each
 * release and product, since neither changes.
 */
@Service
public class ReadingFigures {
  private static final int MANY_DAYS = 1 << 12;

  private final Decisions decisions;
  private final ReleaseView releases;
  private final ReapplyWait wait;
  private final Map<String, Figures> known = new ConcurrentHashMap<>();

  ReadingFigures(Decisions decisions, ReleaseView releases, ReapplyWait wait) {
    this.decisions = decisions;
    this.releases = releases;
    this.wait = wait;
  }

  /** The figures that hold for a product under a release. */
  public Figures of(long release, Facts product) {
    return known.computeIfAbsent(
        release + " " + product.product().code(), key -> read(release, product));
  }

  private Figures read(long release, Facts facts) {
    return read(
        (table, inputs) -> decisions.evaluate(release, table, inputs),
        releases.diagram(release, "peer-evaluation"),
        (int) Duration.between(Instant.EPOCH, wait.after(Instant.EPOCH, release)).toDays(),
        facts);
  }

  static Figures read(Tables tables, Diagram peers, int waitDays, Facts facts) {
    String scheme = facts.specialty() ? "certification" : "certificate";
    return new Figures(
        facts.windowDays(),
        reminders(tables, facts.windowDays()),
        tables.number("refund-right", refundable(), "returnWithinDays"),
        waitDays,
        tables.number("required-cases", area(facts), "lookBackMonths"),
        tables.number("credential-validity", Map.of("scheme", scheme), "validityYears"),
        ReadingPeers.of(tables, peers),
        answers(tables),
        money(tables));
  }

  private static Map<String, Object> area(Facts facts) {
    return Map.of("areaCode", facts.product().areas().get(0));
  }

  private static Map<String, Object> refundable() {
    return Map.of(
        "assessmentStarted",
        false,
        "windowOpen",
        true,
        "enrolmentRunning",
        true,
        "moneyToReturn",
        true);
  }

  /** The ladder from half time on, as the process climbs down it. */
  private static List<Integer> reminders(Tables tables, @Nullable Long windowDays) {
    List<Integer> ladder = new ArrayList<>();
    int left = windowDays == null ? MANY_DAYS : (int) (windowDays / 2);
    while (tables.says("reminder-ladder", Map.of("daysLeft", left), "anotherReminder", true)) {
      int next = tables.number("reminder-ladder", Map.of("daysLeft", left), "nextReminderDays");
      if (next >= left) {
        break;
      }
      ladder.add(next);
      left = next;
    }
    return List.copyOf(ladder);
  }

  private static Figures.Answers answers(Tables tables) {
    return new Figures.Answers(
        businessDays(tables, "support-request"),
        businessDays(tables, "waiver-check"),
        businessDays(tables, "decide-exception"),
        Boundary.last(
                0,
                MANY_DAYS,
                n -> tables.says("support-limits", Map.of("openRequests", n), "taken", true))
            + 1,
        mostDays(tables, "extension"),
        mostDays(tables, "accommodation"));
  }

  private static int businessDays(Tables tables, String work) {
    return tables.number("reviewer-group", Map.of("taskKind", work), "businessDays");
  }

  private static int mostDays(Tables tables, String kind) {
    return Boundary.last(
        1,
        MANY_DAYS,
        n ->
            tables.says(
                "exception-limits",
                Map.of("exceptionKind", kind, "daysTogether", n),
                "allowed",
                true));
  }

  private static Figures.Money money(Tables tables) {
    return new Figures.Money(
        tables.number("code-terms", Map.of("occasion", "reserved"), "days"),
        tables.number("code-terms", Map.of("occasion", "returned"), "days"),
        tables.number("invoice-terms", Map.of("product", ""), "days"));
  }
}
