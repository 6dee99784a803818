package org.sonocert.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;

/**
 * Durations of timers as the programme counts them: N days are N × 24 h from their instant, in UTC,
 * whatever zone the machine is in. Months and years are refused since their length varies.
 */
public final class UtcDurations implements BusinessCalendar {
  private static final Pattern SHAPE = Pattern.compile("P(?:(\\d+)W|(?:(\\d+)D)?(T[0-9HMS]+)?)");

  /**
   * Reads an ISO 8601 duration of weeks, days, hours, minutes or seconds.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Duration parse(String literal) {
    Matcher m = SHAPE.matcher(literal.trim());
    if (!m.matches() || literal.trim().length() < 3) {
      throw new IllegalArgumentException(
          "'" + literal + "' is no duration in days, hours and minutes, for example P90D or PT30M");
    }
    Duration days = Duration.ofDays(number(m.group(1)) * 7L + number(m.group(2)));
    return m.group(3) == null ? days : days.plus(Duration.parse("P" + m.group(3)));
  }

  private static long number(String group) {
    return group == null ? 0 : Period.parse("P" + group + "D").getDays();
  }

  @Override
  public Date resolveDuedate(String duration) {
    return resolveDuedate(duration, ClockUtil.getCurrentTime());
  }

  @Override
  public Date resolveDuedate(String duration, Date start) {
    Instant from = (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
    return Date.from(from.plus(parse(duration)));
  }

  @Override
  public Date resolveDuedate(String duration, Task task) {
    return resolveDuedate(duration);
  }
}
