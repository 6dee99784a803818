package org.sonocert.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What people are going to do, in the order of time; what is done at one instant keeps its order.
 */
final class Agenda {
  private static final int OPENS = 7;
  private static final int SLOTS = 6;
  private static final int SLOT_HOURS = 2;

  /** Something that somebody does. */
  interface Act {
    void run();
  }

  /** An act and when it is due. */
  record Entry(Instant at, long number, Act act) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long number;

  void add(Instant at, Act act) {
    entries.add(new Entry(at, number++, act));
  }

  /** The next act that is due by then, if any. */
  @Nullable Entry nextUntil(Instant end) {
    Entry next = entries.peek();
    return next == null || next.at().isAfter(end) ? null : entries.poll();
  }

  /** The slot of a working day on which something happens that was to happen then, or after it. */
  static Instant slot(Instant wanted) {
    Instant day = wanted.truncatedTo(ChronoUnit.DAYS);
    int hour = wanted.atZone(ZoneOffset.UTC).getHour();
    int slot = Math.max(0, (hour - OPENS + SLOT_HOURS - 1) / SLOT_HOURS);
    if (slot >= SLOTS) {
      return day.plus(Duration.ofDays(1)).plus(Duration.ofHours(OPENS));
    }
    return day.plusSeconds(LocalTime.of(OPENS + slot * SLOT_HOURS, 0).toSecondOfDay());
  }
}
