package org.sonocert.media;

/**
 * The belly in a transverse view: aorta and vena cava before the spine.
 *
 * @param diameter outer to outer, front to back, in centimeters
 * @param lumen diameter of the free lumen; nearly the diameter where there is no clot
 * @param beats of the heart in one period
 */
record AortaAcross(Abdomen abdomen, double x0, double z0, double diameter, double lumen, int beats)
    implements Scene {

  private static final double WALL = 0.13;
  private static final double WIDENS = 0.11;

  @Override
  public void at(double x, double z, double seconds, Echo echo) {
    double pulse = Scene.beat(seconds, beats);
    double radius = (diameter + WIDENS * pulse) / 2;
    double dx = x - x0;
    double dz = z - z0 - 0.02 * pulse;
    double far = Math.hypot(dx * (lumen < diameter - 0.6 ? 0.95 : 1), dz);
    abdomen.at(x, z, seconds, echo);
    push(dx, dz, far, pulse, radius, echo);
    cava(x, z, seconds, pulse, echo);
    double uneven = 1 + 0.014 * abdomen.grain().at(2 * Math.atan2(dz, dx), 77);
    aorta(dx, dz, far * uneven, radius, pulse, echo);
    enhancement(dx, dz, radius, echo);
    abdomen.spine(x, z, echo);
  }

  private static void push(
      double dx, double dz, double far, double pulse, double radius, Echo echo) {
    double share = 0.035 * pulse * Math.min(1, radius * radius / (far * far + 0.01));
    echo.movedX += share * dx / (far + 0.1);
    echo.movedZ += share * dz / (far + 0.1);
  }

  private void aorta(double dx, double dz, double far, double radius, double pulse, Echo echo) {
    double inner = radius - WALL;
    double facing = far == 0 ? 1 : Math.abs(dz) / far;
    double shift = (inner - lumen / 2) * 0.6;
    double ragged = 0.09 * abdomen.grain().rough(dx * 1.6, dz * 1.6) * (shift > 0.1 ? 1 : 0);
    double toLumen = Math.hypot(dx - shift * 0.5, dz - shift * 0.8) + ragged;
    double free = lumen / 2 * (1 + 0.03 * pulse);
    if (far < inner && shift > 0.1) {
      double rings = abdomen.grain().rough(5 * Math.atan2(dz, dx) / Math.PI, far * 3.6);
      echo.tissue(-18 + 6 * rings);
    }
    double inLumen = shift > 0.1 ? free - toLumen : inner - far;
    blood(Scene.edge(inLumen, 0.12), inner + dz, echo);
    if (shift > 0.1) {
      echo.boundary(Scene.bell(inLumen, 0.06) * (0.15 + 0.45 * facing), -3);
    }
    // a wall that the beam meets at a slant sends little back
    echo.boundary(Scene.bell(far - radius + WALL / 2, WALL * 0.62), -9 + 17 * facing);
    echo.boundary(Scene.bell(far - radius - 0.14, 0.13) * 0.45, 0);
  }

  /** Nearly echo-free; below the front wall its reverberation hangs like mist. */
  private void blood(double share, double belowFrontWall, Echo echo) {
    if (share > 0.01) {
      double mist = 20 * Math.exp(-Math.max(0, belowFrontWall) / 0.3);
      echo.level += share * (-40 + mist - echo.level);
      echo.mirror *= 1 - share;
      echo.flicker = share > 0.5 ? 6 / Scene.PERIOD : 0;
    }
  }

  private void cava(double x, double z, double seconds, double pulse, Echo echo) {
    double size = 1 + 0.13 * Scene.wave(seconds, 2) + 0.02 * pulse;
    double left = Math.min(-1.75, x0 - diameter / 2 - 1.15);
    double u = (x - left) / (1.12 * Math.sqrt(size));
    double v = (z - abdomen.spine() + 0.75) / (0.62 * size);
    double far = Math.sqrt(u * u + v * v) + 0.05 * abdomen.grain().at(x * 2, z * 2);
    blood(Scene.edge(1 - far, 0.15), (1 + v) * 0.5, echo);
    echo.boundary(Scene.bell(far - 1.03, 0.09) * 0.6, -6 + 7 * Math.abs(v));
  }

  private void enhancement(double dx, double dz, double radius, Echo echo) {
    double across = dx / radius;
    if (dz > 0 && Math.abs(across) < 1 && Math.hypot(dx, dz) > radius) {
      echo.level += 4 * (1 - across * across);
    }
  }
}
