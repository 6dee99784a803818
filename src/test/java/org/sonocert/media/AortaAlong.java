package org.sonocert.media;

/**
 * The aorta in a longitudinal view, head at the left.
 *
 * @param bulge how much wider it is at its widest place than {@code diameter}, in centimeters
 * @param beats of the heart in one period
 */
record AortaAlong(Abdomen abdomen, double z0, double diameter, double bulge, int beats)
    implements Scene {

  private static final double WALL = 0.13;
  private static final double WIDENS = 0.11;

  @Override
  public void at(double x, double z, double seconds, Echo echo) {
    double pulse = Scene.beat(seconds - 0.01 * x, beats);
    double swell = bulge * Scene.bell(x - 1, 3.1);
    double radius = (diameter + swell + WIDENS * pulse) / 2;
    double middle = z0 - 0.04 * x - 0.28 * swell;
    double dz = z - middle + 0.05 * abdomen.grain().at(x * 0.6, 66);
    abdomen.at(x, z, seconds, echo);
    echo.movedZ += 0.03 * pulse * Math.signum(dz) / (1 + dz * dz);
    inside(x, dz, radius - WALL, swell, echo);
    double wall = Scene.bell(Math.abs(dz) - radius + WALL / 2, WALL * 0.62);
    echo.boundary(wall, 6 + 4 * abdomen.grain().at(x * 1.5, 90));
    echo.boundary(Scene.bell(Math.abs(dz) - radius - 0.12, 0.1) * 0.5, 1);
    if (dz > radius) {
      echo.level += 3;
    }
    abdomen.spine(x, z, echo);
  }

  private void inside(double x, double dz, double inner, double swell, Echo echo) {
    double clot = swell < 0.3 ? 0 : 0.5 * (swell - 0.3);
    double edge = -inner + clot + 0.12 * abdomen.grain().rough(x * 1.1, 44) * Math.min(1, clot);
    if (clot > 0.05 && Math.abs(dz) < inner && dz < edge + 0.2) {
      echo.tissue(-18 + 6 * abdomen.grain().rough(x * 0.8, (dz + inner) * 3.6));
    }
    double share = Scene.edge(dz - edge, 0.12) * Scene.edge(inner - dz, 0.12);
    if (share > 0.01) {
      double mist = clot > 0.05 ? 0 : 20 * Math.exp(-Math.max(0, dz + inner) / 0.3);
      echo.level += share * (-40 + mist - echo.level);
      echo.mirror *= 1 - share;
      echo.flicker = share > 0.5 ? 6 / Scene.PERIOD : 0;
    }
    echo.boundary(clot > 0.05 ? Scene.bell(dz - edge, 0.06) * 0.5 : 0, -3);
  }
}
