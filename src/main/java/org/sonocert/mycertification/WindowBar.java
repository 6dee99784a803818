package org.sonocert.mycertification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The window as a bar: shares are per cent of its length.
 *
 * @param bought the purchase
 * @param end the stored end
 * @param given share of what was added to the window: time given back, extension, accommodation
 * @param safe last day on which a reply can still be counted on, null where nothing is reviewed
 */
public record WindowBar(
    Instant bought,
    Instant end,
    @Nullable Instant safe,
    long elapsed,
    long safePercent,
    long given,
    long daysLeft,
    boolean ended) {

  static WindowBar of(Instant bought, Instant end, Duration added, Instant now, boolean ended) {
    long length = Math.max(1, Duration.between(bought, end).toSeconds());
    long spent = Math.max(0, Math.min(length, Duration.between(bought, now).toSeconds()));
    long left = Math.max(0, Duration.between(now, end).toHours());
    boolean over = ended || now.isAfter(end);
    long given = -Math.floorDiv(-Math.min(length, Math.max(0, added.toSeconds())) * 100, length);
    return new WindowBar(bought, end, null, spent * 100 / length, 0, given, (left + 23) / 24, over);
  }
}
