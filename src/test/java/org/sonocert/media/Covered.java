package org.sonocert.media;

/**
 * A scene behind something that sound does not pass: bowel gas, or air under a dressing.
 *
 * @param front depth of the gas
 * @param from left edge, in centimeters at the depth of the gas
 */
record Covered(Scene behind, double front, double from, double to, double radius, Grain grain)
    implements Scene {

  @Override
  public void at(double x, double z, double seconds, Echo echo) {
    behind.at(x, z, seconds, echo);
    double creep = 0.12 * Scene.wave(seconds, 1);
    double deep = radius == 0 ? z : Math.hypot(x, z + radius) - radius;
    double across = radius == 0 ? x : Math.atan2(x, z + radius) * (front + radius);
    double surface = front + 0.16 * grain.rough(across * 0.8 + creep, 3) + 0.3 * creep;
    double share = Scene.edge(across - from, 0.35) * Scene.edge(to - across, 0.35);
    double under = deep - surface;
    if (under > 0 && share > 0.02) {
      echo.attenuate(share * Math.min(60, 30 + 40 * under));
      dirtyShadow(across, deep, under, creep, share, echo);
    }
    double broken = 0.75 + 0.35 * grain.at(across * 1.7 + creep, 9);
    echo.boundary(Math.min(1, Scene.bell(under, 0.09) * share * broken), 15);
  }

  private void dirtyShadow(
      double across, double deep, double under, double creep, double share, Echo echo) {
    double streak =
        grain.rough(across * 1.6 + creep, 21) * 5 + grain.rough(across * 0.7, deep * 7) * 4;
    double haze = -10 - 2.3 * under + streak;
    double repeat = Scene.bell(under - front * Math.rint(under / front), 0.12);
    double level = haze + (under > front / 2 ? 5 * repeat : 0) + 20 * Math.log10(share);
    echo.level = Math.max(echo.level, level);
    echo.flicker = 2 / Scene.PERIOD;
  }
}
