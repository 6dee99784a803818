package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RealParts
class CountingTest {
  private static final int EVALUATORS = 5;

  @Autowired ApplicationContext parts;

  /** INV-08: whatever the threads do, the first two numbers score and no number is missing. */
  @RepeatedTest(6)
  void fiveWhoSendAtOnceGetNumbersWithoutGapsAndTheFirstTwoScore() throws Exception {
    PeerRoom room = new PeerRoom(parts);
    EnrolmentId enrolment = room.enrolment(room.candidate());
    List<String> addresses = nominateFive(room, enrolment);
    CyclicBarrier together = new CyclicBarrier(EVALUATORS);
    List<Callable<Boolean>> all = new ArrayList<>();
    for (String address : addresses) {
      Nomination one = room.nominee(enrolment, address);
      TaskView task = room.part(AnsweringEvaluations.class).task(one);
      all.add(() -> send(room, one, task, together));
    }
    ExecutorService people = Executors.newFixedThreadPool(EVALUATORS);
    try {
      for (Future<Boolean> sent : people.invokeAll(all)) {
        assertThat(sent.get()).isTrue();
      }
      assertThat(numbers(room, enrolment))
          .containsExactly("1 complete", "2 complete", "3 surplus", "4 surplus", "5 surplus");
    } finally {
      people.shutdown();
    }
    awaitResult(room, enrolment);
    assertThat(room.part(TaskInbox.class).of(enrolment)).isEmpty();
    assertThat(
            room.count(
                "select count(*) from sealed_opening o join sealed_evaluation e"
                    + " using (nominee_id, attempt) where o.enrolment_id = ? and e.number <= 2",
                enrolment.value()))
        .isEqualTo(2);
  }

  /** The jobs of five evaluations meet as their senders did; who comes later tries again. */
  private static void awaitResult(PeerRoom room, EnrolmentId enrolment) {
    Awaitility.await("one result")
        .until(
            () -> {
              room.runJobs();
              return room.count(
                  "select count(*) from peer_result where enrolment_id = ?", enrolment.value());
            },
            results -> results == 1);
  }

  private static boolean send(PeerRoom room, Nomination one, TaskView task, CyclicBarrier together)
      throws Exception {
    together.await();
    return room.part(AnsweringEvaluations.class)
        .submit(one.id(), task.id(), one.id().toString(), PeerRoom.answers("4", "at once"))
        .done();
  }

  private static List<String> nominateFive(PeerRoom room, EnrolmentId enrolment) {
    List<String> addresses = new ArrayList<>(List.of(PeerRoom.mailbox(), PeerRoom.mailbox()));
    room.name(enrolment, addresses.get(0), addresses.get(1));
    long release = room.part(Enrolments.class).get(enrolment).release();
    for (String name : List.of("Dora Lind", "Emil Sorg", "Fay Okoye")) {
      String address = PeerRoom.mailbox();
      room.part(NominatingEvaluators.class)
          .name(
              enrolment,
              release,
              List.of(Nominee.typed(name, address, "colleague", "scans with me", true)));
      addresses.add(address);
    }
    room.runJobs();
    return addresses;
  }

  private static List<String> numbers(PeerRoom room, EnrolmentId enrolment) {
    return room.db
        .sql(
            "select number || ' ' || outcome from sealed_evaluation where enrolment_id = ?"
                + " order by number")
        .param(enrolment.value())
        .query(String.class)
        .list();
  }
}
