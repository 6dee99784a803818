package org.sonocert.media;

/** A piece of body: what echoes at a point at an instant. */
interface Scene {
  /** The period after which every movement begins anew, so that a recording repeats smoothly. */
  double PERIOD = 6;

  void at(double x, double z, double seconds, Echo echo);

  /** 1 at zero distance, falling like a bell. */
  static double bell(double distance, double width) {
    double d = distance / width;
    return d * d > 12 ? 0 : Math.exp(-d * d);
  }

  /** 0 well below the edge, 1 well above it. */
  static double edge(double value, double softness) {
    return 1 / (1 + Math.exp(-value / softness * 4));
  }

  /** A wave that repeats {@code times} in a period. */
  static double wave(double seconds, int times) {
    return Math.sin(2 * Math.PI * times * seconds / PERIOD);
  }

  /** One heartbeat: a quick rise and a slow fall, 0 to 1. */
  static double beat(double seconds, int times) {
    double phase = seconds * times / PERIOD;
    phase -= Math.floor(phase);
    return phase < 0.18 ? Math.sin(phase / 0.18 * Math.PI / 2) : Math.pow((1 - phase) / 0.82, 1.6);
  }
}
