package org.sonocert.media;

/** Sends the beams through a scene and compresses what returns to grey. */
final class Scanner {
  private static final double DYNAMIC_RANGE = 58;
  private static final double NOISE = -52;

  final Probe probe;
  private final Scene scene;
  private final Speckle speckle;
  private final double gain;
  private final Echo echo = new Echo();

  Scanner(Probe probe, Scene scene, long seed, double gain) {
    this.probe = probe;
    this.scene = scene;
    this.gain = gain;
    this.speckle = new Speckle(seed, 1.5, 1.9);
  }

  /** One frame, beam after beam, 0 to 255. */
  float[] frame(double seconds) {
    float[] grey = new float[Probe.BEAMS * Probe.SAMPLES];
    for (int beam = 0; beam < Probe.BEAMS; beam++) {
      beam(beam, seconds, grey, beam * Probe.SAMPLES);
    }
    return grey;
  }

  /** One beam, written to {@code grey} from {@code at} on. */
  void beam(int beam, double seconds, float[] grey, int at) {
    for (int sample = 0; sample < Probe.SAMPLES; sample++) {
      scene.at(probe.x(beam, sample), probe.z(beam, sample), seconds, echo.reset());
      grey[at + sample] = grey(beam, sample, seconds);
    }
  }

  private float grey(int beam, int sample, double seconds) {
    double grain =
        speckle.at(
            beam - echo.movedX / probe.spacing(sample),
            sample - echo.movedZ / probe.step(),
            2 * Math.PI * echo.flicker * seconds);
    double signal = (grain * (1 - echo.mirror) + echo.mirror) * Math.pow(10, echo.level / 20);
    double deep = (double) sample / Probe.SAMPLES;
    double noise =
        Math.pow(10, (NOISE + 14 * deep * deep) / 20)
            * speckle.at(beam + 91.3, sample + 277.7, 2 * Math.PI * 4 * seconds / Scene.PERIOD * 3);
    double decibels = 20 * Math.log10(signal + noise + 1e-9) + gain;
    double share = Math.max(0, Math.min(1, (decibels + DYNAMIC_RANGE * 0.62) / DYNAMIC_RANGE));
    return (float) (255 * Math.pow(share, 1.25));
  }
}
