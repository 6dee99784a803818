package org.sonocert.tasklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.sonocert.engine.TaskView;

/** Which tasks the list shows. */
enum Filter {
  ALL("All"),
  MINE("Claimed by me"),
  UNCLAIMED("Not claimed"),
  DUE("Due within two days"),
  FOLLOW_UP("To follow up today");

  private final String label;

  Filter(String label) {
    this.label = label;
  }

  /** The word in the address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String label() {
    return label;
  }

  /** Reads {@link #word()}; anything else means all. */
  static Filter of(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst().orElse(ALL);
  }

  boolean keeps(TaskView task, String me, Instant now) {
    Instant due = task.dueAt();
    Instant followUp = task.followUpAt();
    return switch (this) {
      case ALL -> true;
      case MINE -> me.equals(task.assignee());
      case UNCLAIMED -> task.assignee() == null;
      case DUE -> due != null && due.isBefore(now.plus(Duration.ofDays(2)));
      case FOLLOW_UP -> followUp != null && !followUp.isAfter(now);
    };
  }
}
