package org.sonocert.media;

/** Turns beams into a picture by bilinear scan conversion, with depth ticks beside it. */
final class Screen {
  private final Probe probe;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final double midX;
  private final double topZ;
  private final double scale;
  private final float[] beams;
  private final float[] samples;

  /** A part {@code wide} centimeters across, around {@code midX} and from {@code topZ} down. */
  Screen(
      Probe probe,
      int left,
      int top,
      int width,
      int height,
      double midX,
      double topZ,
      double wide) {
    this.probe = probe;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.midX = midX;
    this.topZ = topZ;
    scale = width / wide;
    beams = new float[width * height];
    samples = new float[width * height];
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        double x = (i - width / 2.0) / scale + midX;
        double z = j / scale + topZ;
        beams[j * width + i] = (float) probe.beam(x, z);
        samples[j * width + i] = (float) probe.sample(x, z);
      }
    }
  }

  /** All that the probe sees, as large as the box allows. */
  static Screen fitting(Probe probe, int left, int top, int width, int height) {
    double tall = probe.depth() - probe.top();
    double wide = Math.max(2 * probe.reach(), tall * width / height);
    return new Screen(probe, left, top, width, height, 0, probe.top(), wide);
  }

  /** All that the probe sees, on the whole picture. */
  static Screen whole(Probe probe) {
    return fitting(probe, 60, 46, 660, 520);
  }

  double pixelX(double x) {
    return left + width / 2.0 + (x - midX) * scale;
  }

  double pixelY(double z) {
    return top + (z - topZ) * scale;
  }

  void draw(float[] polar, Picture picture) {
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        picture.dot(left + i, top + j, grey(polar, beams[j * width + i], samples[j * width + i]));
      }
    }
  }

  private static double grey(float[] polar, float beam, float sample) {
    if (beam < 0 || sample < 0 || beam >= Probe.BEAMS - 1 || sample >= Probe.SAMPLES - 1) {
      return 0;
    }
    int at = (int) beam * Probe.SAMPLES + (int) sample;
    double a = beam - (int) beam;
    double b = sample - (int) sample;
    return (1 - a) * ((1 - b) * polar[at] + b * polar[at + 1])
        + a * ((1 - b) * polar[at + Probe.SAMPLES] + b * polar[at + Probe.SAMPLES + 1]);
  }

  /**
   * A tick each centimeter, longer and with a figure each fifth; the probe's marker at its edge.
   */
  void ticks(Picture picture) {
    int x = (int) pixelX(probe.reach()) + 12;
    for (int depth = 0; depth <= probe.depth(); depth++) {
      int y = (int) Math.round(pixelY(depth));
      boolean fifth = depth % 5 == 0;
      picture.box(x, y, fifth ? 10 : 5, 2, 200);
      if (fifth && depth > 0) {
        picture.text(String.valueOf(depth), x + 14, y - 6, 2, 200);
      }
    }
    picture.text("O", (int) pixelX(probe.x(0, 0)) - 26, top, 3, 230);
  }
}
