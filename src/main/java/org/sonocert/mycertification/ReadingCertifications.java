package org.sonocert.mycertification;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Product;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.CaseView;
import org.sonocert.engine.Diagram;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.OpenWork;
import org.sonocert.enrolment.ReapplyWait;
import org.sonocert.enrolment.Windows;
import org.springframework.stereotype.Component;

/**
 * Reads an enrolment's page out of its running process: change the diagram and the page changes.
 */
@Component
public class ReadingCertifications {
  private static final String WINDOW = "Event_WindowClosed";
  private static final String PAYMENT = "Gateway_PaymentOrQuoteEnd";

  /** Where nobody asks any more when the window passes, or would have. */
  private static final Set<EnrolmentState> WINDOW_NO_MATTER =
      EnumSet.of(
          EnrolmentState.DECIDING,
          EnrolmentState.CERTIFIED,
          EnrolmentState.CANCELLED,
          EnrolmentState.REFUNDED,
          EnrolmentState.PAYMENT_REVERSED,
          EnrolmentState.INELIGIBLE,
          EnrolmentState.WITHDRAWN);

  private final Enrolments enrolments;
  private final OpenWork work;
  private final CaseView cases;
  private final Catalogue catalogue;
  private final ReapplyWait wait;
  private final Windows windows;
  private final ReleaseView releases;
  private final ProgrammeClock clock;

  ReadingCertifications(
      Enrolments enrolments,
      OpenWork work,
      CaseView cases,
      Catalogue catalogue,
      ReapplyWait wait,
      Windows windows,
      ReleaseView releases,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.work = work;
    this.cases = cases;
    this.catalogue = catalogue;
    this.wait = wait;
    this.windows = windows;
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * The page of one's own enrolment, in four statements.
   *
   * @throws org.sonocert.core.Rejected NOT_FOUND for another person's
   */
  public CertificationPage read(AccountId candidate, EnrolmentId id) {
    Enrolment enrolment = enrolments.ownedBy(candidate, id);
    List<TaskView> open = enrolment.state().ended() ? List.of() : work.of(id);
    List<CaseView.Run> runs = cases.runs(id);
    boolean payable = runs.stream().anyMatch(run -> run.now().contains(PAYMENT));
    return new CertificationPage(
        enrolment,
        title(enrolment),
        Status.of(enrolment, open, payable),
        again(enrolment),
        counts(enrolment) ? enrolment.windowEndsAt() : null,
        window(enrolment),
        counts(enrolment) ? missed(runs) : "",
        open.stream().filter(t -> t.group().equals("candidate")).toList(),
        open.isEmpty() && !payable && !enrolment.state().ended(),
        strands(enrolment, open, runs),
        runs);
  }

  /** Whether the window's end still matters. */
  private static boolean counts(Enrolment enrolment) {
    return !enrolment.state().ended() && enrolment.state() != EnrolmentState.DECIDING;
  }

  /**
   * One line of the list.
   *
   * @param status null when it has ended
   */
  public record Line(Enrolment enrolment, String title, @Nullable Status status) {}

  /** The candidate's enrolments, newest first, each with its first line. */
  public List<Line> list(AccountId candidate) {
    return enrolments.of(candidate).stream().map(this::line).toList();
  }

  /** An application without a task waits for the payment, but for moments. */
  private Line line(Enrolment enrolment) {
    boolean payable = enrolment.state() == EnrolmentState.APPLYING;
    Status status = Status.of(enrolment, work.of(enrolment.id()), payable);
    return new Line(enrolment, title(enrolment), enrolment.state().ended() ? null : status);
  }

  private @Nullable Instant again(Enrolment enrolment) {
    Instant end = enrolment.endedAt();
    return end != null && enrolment.waitedAfter()
        ? wait.after(end, releases.inForce(clock.now()).number())
        : null;
  }

  /** The product's name and code. */
  public String title(Enrolment enrolment) {
    return catalogue.product(enrolment.product()).map(Product::name).orElse(enrolment.product());
  }

  private @Nullable WindowBar window(Enrolment enrolment) {
    Instant bought = enrolment.purchasedAt();
    Instant end = enrolment.windowEndsAt();
    return bought == null || end == null || WINDOW_NO_MATTER.contains(enrolment.state())
        ? null
        : WindowBar.of(
            bought, end, windows.given(enrolment.id()), clock.now(), enrolment.state().ended());
  }

  private static String missed(List<CaseView.Run> runs) {
    return runs.stream()
        .map(run -> run.diagram().nodes().get(WINDOW))
        .filter(Objects::nonNull)
        .map(Diagram.Node::documentation)
        .findFirst()
        .orElse("");
  }

  private static List<Strand> strands(
      Enrolment enrolment, List<TaskView> open, List<CaseView.Run> runs) {
    List<CaseView.Visit> branches =
        runs.stream()
            .flatMap(run -> run.visits().stream())
            .filter(visit -> visit.node().called() != null)
            .toList();
    boolean decided =
        enrolment.state() == EnrolmentState.UNSUCCESSFUL
            && branches.stream().anyMatch(one -> one.state() == CaseView.State.CALLED_OFF);
    return branches.stream()
        .map(one -> Strands.of(one, tasks(open, one.node().called()), decided))
        .toList();
  }

  private static List<TaskView> tasks(List<TaskView> open, @Nullable String process) {
    return open.stream().filter(task -> task.process().equals(process)).toList();
  }
}
