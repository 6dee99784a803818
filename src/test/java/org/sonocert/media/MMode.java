package org.sonocert.media;

/** A strip that shows one beam over time, below a small picture of where the beam lies. */
final class MMode {
  private static final int STRIP_LEFT = 60;
  private static final int STRIP_TOP = 262;
  private static final int STRIP_WIDTH = 670;
  private static final int STRIP_HEIGHT = 300;
  private static final double SECONDS = 3.5;
  private static final int PULSES = 300;

  private MMode() {}

  /** Draws the 2D picture, the line in it, and the strip. */
  static void draw(Scanner scanner, int beam, Picture picture) {
    Screen small = Screen.fitting(scanner.probe, STRIP_LEFT, 46, STRIP_WIDTH, 200);
    small.draw(scanner.frame(0), picture);
    double z = scanner.probe.depth();
    double x = scanner.probe.x(beam, Probe.SAMPLES);
    picture.dots(small.pixelX(scanner.probe.x(beam, 0)), 46, small.pixelX(x), small.pixelY(z));
    float[] strip = new float[PULSES * Probe.SAMPLES];
    for (int pulse = 0; pulse < PULSES; pulse++) {
      scanner.beam(beam, SECONDS * pulse / PULSES, strip, pulse * Probe.SAMPLES);
    }
    for (int i = 0; i < STRIP_WIDTH; i++) {
      for (int j = 0; j < STRIP_HEIGHT; j++) {
        picture.dot(STRIP_LEFT + i, STRIP_TOP + j, grey(strip, i, j));
      }
    }
    scales(picture, scanner.probe.depth());
  }

  private static double grey(float[] strip, int i, int j) {
    double pulse = (double) i * (PULSES - 1) / STRIP_WIDTH;
    int at = (int) pulse;
    int sample = j * Probe.SAMPLES / STRIP_HEIGHT;
    double share = pulse - at;
    return (1 - share) * pair(strip, at, sample) + share * pair(strip, at + 1, sample);
  }

  private static double pair(float[] strip, int pulse, int sample) {
    int at = pulse * Probe.SAMPLES + Math.min(sample, Probe.SAMPLES - 2);
    return (strip[at] + strip[at + 1]) / 2;
  }

  private static void scales(Picture picture, double depth) {
    for (int centimeter = 0; centimeter <= depth; centimeter++) {
      int y = STRIP_TOP + (int) Math.round(STRIP_HEIGHT * centimeter / depth);
      picture.box(STRIP_LEFT + STRIP_WIDTH + 4, y, centimeter % 5 == 0 ? 10 : 5, 2, 200);
      if (centimeter == 5) {
        picture.text("5", STRIP_LEFT + STRIP_WIDTH + 18, y - 6, 2, 200);
      }
    }
    for (double second = 0; second <= SECONDS; second += 0.5) {
      int x = STRIP_LEFT + (int) Math.round(STRIP_WIDTH * second / SECONDS);
      picture.box(x, STRIP_TOP + STRIP_HEIGHT + 3, 2, second % 1 == 0 ? 9 : 5, 200);
    }
  }
}
