package org.sonocert.media;

/** What lies before the aorta in everybody: skin, fat, muscle, liver edge, loose tissue, spine. */
record Abdomen(Grain grain, double spine, boolean along) {

  /** Radius of the curved probe that every belly is seen with. */
  static final double PROBE = 5;

  /** Depth at which the belly begins. */
  private static final double INSIDE = 2.1;

  void at(double x, double z, double seconds, Echo echo) {
    // the probe presses its curve into the skin, so layers are counted from its face
    double deep = Math.hypot(x, z + PROBE) - PROBE;
    double across = Math.atan2(x, z + PROBE) * (PROBE + INSIDE);
    double bent = deep + 0.13 * grain.at(across * 0.5, 31);
    double inside = INSIDE + 0.16 * grain.at(across * 0.45, 4);
    if (deep < inside) {
      wall(across, bent, echo);
    } else {
      belly(x, z, Scene.wave(seconds, 2), echo);
    }
    echo.boundary(Scene.bell(deep - 0.05, 0.12), 6);
    echo.boundary(Scene.bell(bent - 1.15, 0.05) * (0.7 + 0.3 * grain.at(across * 2, 50)), 5);
    echo.boundary(Scene.bell(deep - inside, 0.06) * (0.8 + 0.2 * grain.at(across * 2, 51)), 7);
    double edge = Math.abs(Math.atan2(x, z + PROBE)) - 0.42;
    echo.attenuate(Math.max(0, edge) * 34 + Math.max(0, deep - 6) * 0.55);
  }

  private void wall(double across, double bent, Echo echo) {
    if (bent < 1.15) {
      echo.tissue(-14 + 4 * grain.at(across, bent * 2));
      echo.boundary(Math.max(0, grain.rough(across * 0.6, bent * 6) - 0.2), 3);
    } else {
      echo.tissue(-15 + 3 * grain.at(across * 2, bent * 4));
      echo.boundary(Math.max(0, grain.rough(across * 0.4, bent * 10) - 0.1) * 0.8, 0);
    }
  }

  private void belly(double x, double z, double breath, Echo echo) {
    double bowel = grain.rough(x * 0.42 + 0.2 * z + 0.05 * breath, z * 0.62 + 20);
    echo.tissue(-10 + 11 * bowel + 2.5 * grain.at(x * 2.2, z * 3));
    double folds = grain.rough(x * 0.8 + 70, z * 1.9 + 0.4 * x);
    echo.boundary(Math.max(0, folds - 0.4) * 1.3, 5);
    double right = along ? x + 2.4 + 0.35 * (z - 3) : x + 0.1 + 0.9 * (z - 3.6);
    double below = (along ? 6.2 : 6.5) + 0.25 * grain.at(x * 0.4, 55) - z + 0.22 * x;
    double share = Scene.edge(-right, 0.3) * Scene.edge(below, 0.2);
    if (share > 0.5) {
      echo.tissue(-10 + 1.5 * grain.at(x * 0.8, z * 0.8) + 1.2 * grain.at(x * 5, z * 5));
      vesselsOfLiver(x, z, echo);
      echo.movedX = 0.06 * breath;
    }
    echo.boundary(Scene.bell(below, 0.08) * Scene.edge(-right, 0.3) * 0.8, 4);
  }

  private void vesselsOfLiver(double x, double z, Echo echo) {
    double[][] places = {{-2.9, 4.3, 0.22, 0.5}, {-4.0, 5.0, 0.26, -0.4}, {-1.7, 3.5, 0.14, 0.3}};
    for (double[] place : places) {
      double u = x - place[0] + (along ? 1.1 : 0);
      double v = z - place[1] + place[3] * u;
      double far = Math.hypot(u * 0.6, v) + 0.05 * grain.at(x * 3, z * 3);
      echo.level -= 20 * Scene.edge(place[2] - far, 0.1);
      echo.boundary(Scene.bell(far - place[2] - 0.05, 0.06) * 0.4, 1);
    }
  }

  /** The spine goes last, since its shadow falls on what lies behind. */
  void spine(double x, double z, Echo echo) {
    double across = x * (spine + PROBE) / (z + PROBE);
    double surface;
    double share;
    if (along) {
      double place = across / 3.1 - Math.rint(across / 3.1);
      surface = spine + 0.6 * place * place - 0.04 * across;
      share = Scene.edge(0.43 - Math.abs(place), 0.08);
    } else {
      surface = spine + 0.2 * across * across * (1 + 0.15 * grain.at(across * 2, 7));
      share = Scene.edge(1.9 - Math.abs(across), 0.4);
    }
    surface += 0.06 * grain.at(across * 3, 12);
    double under = z - surface;
    if (under > 0) {
      echo.attenuate(share * Math.min(50, 5 + 26 * under));
      echo.attenuate((1 - share) * Math.min(along ? 34 : 12, (along ? 14 : 4) * under));
    }
    double broken = 0.75 + 0.3 * grain.at(across * 2.3, 15);
    echo.boundary(Math.min(1, Scene.bell(under, 0.12) * share * broken), 12);
  }
}
