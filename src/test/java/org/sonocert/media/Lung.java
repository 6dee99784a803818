package org.sonocert.media;

/**
 * Chest wall, two ribs, pleura, and below it lung: sliding or not, with A-lines or B-lines.
 *
 * @param curve radius of a curved probe, 0 for a straight one: depth is counted from its face
 * @param breaths in one period
 * @param slide how far the lung slides each way, 0 when it does not
 * @param rays where B-lines begin on the pleural line, in centimeters
 */
record Lung(
    double pleura,
    double rib,
    double ribAt,
    int breaths,
    double slide,
    double[] rays,
    double curve,
    Grain grain)
    implements Scene {

  @Override
  public void at(double x, double z, double seconds, Echo echo) {
    double deep = curve == 0 ? z : Math.hypot(x, z + curve) - curve;
    double across = curve == 0 ? x : Math.atan2(x, z + curve) * (curve + pleura);
    double breath = Scene.wave(seconds, breaths);
    double moved = slide * breath;
    deep += 0.012 * breath;
    double line = pleura + 0.018 * grain.at(across * 1.3, 3);
    if (deep < line) {
      wall(across, deep, echo);
    } else {
      lung(across, deep, line, moved, echo);
    }
    pleuralLine(across, deep - line, moved, echo);
    ribs(across, deep, echo);
    echo.movedZ = -0.012 * breath;
    echo.level += 2.2 * grain.at(across * 0.5 + 11, deep * 0.4);
  }

  private void wall(double across, double deep, Echo echo) {
    double share = deep / pleura;
    double bent = deep + 0.05 * grain.at(across * 0.8, 31);
    if (share < 0.42) {
      double septa = grain.rough(across * 0.8, bent * 8);
      echo.tissue(-13 + 4 * grain.at(across, deep * 3));
      echo.boundary(Math.max(0, septa - 0.25), 6);
    } else {
      double fibres = grain.rough(across * 0.45 + 50, bent * 17 + across * 0.6);
      echo.tissue(-10 + 3 * grain.at(across * 2, deep * 5));
      echo.boundary(Math.max(0, fibres - 0.05) * 0.9, 3);
    }
    echo.boundary(Scene.bell(share - 0.03, 0.04), 9);
    echo.boundary(Scene.bell(bent / pleura - 0.42, 0.018), 8);
    echo.boundary(
        Scene.bell(bent / pleura - 0.7, 0.014) * Math.max(0, grain.at(across, 61) + 0.4), 4);
  }

  private void lung(double across, double deep, double line, double moved, Echo echo) {
    double below = (deep - line) / pleura;
    double ray = rayAt(across - moved, below);
    double haze = grain.rough(across * 0.6 - moved * 0.6, deep * 14);
    echo.tissue(-12.5 - 4.5 * below + 3.5 * haze + 6 * Math.exp(-below * 7));
    double lines = 0;
    for (int k = 2; k * line < 20; k++) {
      double width = (0.022 + 0.006 * k) * pleura;
      lines += Scene.bell(deep - k * line, width) * Math.pow(0.78, k - 2);
    }
    double broken = 0.8 + 0.2 * grain.at((across - moved) * 1.5, 90);
    echo.boundary(
        Math.min(1, lines * broken * (1 - ray) * (rays.length == 0 ? 1 : 0.3)), 3 - 2 * below);
    if (ray > 0.02) {
      double rings = grain.rough(across * 2, deep * 11);
      echo.boundary(ray * 0.92, -1.5 + 3 * rings - 0.7 * below);
    }
    echo.movedX = moved;
    // what lies below the pleura is reverberation: in moving lung it shimmers
    echo.flicker = slide > 0 ? 15 / Scene.PERIOD : 0;
  }

  private double rayAt(double place, double below) {
    double ray = 0;
    for (double start : rays) {
      double width = 0.1 + 0.03 * below;
      double wander = 0.03 * grain.at(start * 7, below * 0.9);
      ray = Math.max(ray, Scene.bell(place - start - wander, width));
    }
    return ray;
  }

  private void pleuralLine(double across, double distance, double moved, Echo echo) {
    double uneven = 4 * grain.rough((across - moved) * 4, 70);
    echo.boundary(Scene.bell(distance, 0.032 * pleura), 15 + uneven);
    if (Math.abs(distance) < 0.06 * pleura) {
      echo.movedX = moved;
      echo.flicker = 0;
    }
  }

  private void ribs(double across, double deep, Echo echo) {
    double half = 0.72;
    for (int side = -1; side <= 1; side += 2) {
      double off = (across - side * ribAt) / half;
      double top = rib + 0.3 * off * off + 0.015 * grain.at(across * 4, side);
      double inside = Scene.edge((1 - Math.abs(off)) * half, 0.16);
      double under = deep - top;
      if (under > 0) {
        echo.attenuate(inside * Math.min(70, 8 + 90 * under));
      }
      echo.boundary(Scene.bell(under, 0.06) * inside, 15 - 7 * off * off);
    }
  }
}
