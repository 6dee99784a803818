package org.sonocert.media;

import java.util.List;

/** All ultrasound media of the demo cases. */
final class Recipes {
  private static final Probe LINEAR = new Probe.Linear(4.6, 6);
  private static final Probe CURVED = new Probe.Curved(Abdomen.PROBE, 0.56, 13);
  private static final Probe DEEP = new Probe.Curved(Abdomen.PROBE, 0.56, 15);

  private Recipes() {}

  static List<Recipe> all() {
    return List.of(
        new Recipe("lng-01-right.mp4", 101, "R ANTERIOR CHEST", LINEAR, dry(0.35, 101)),
        new Recipe("lng-01-right-mmode.jpg", 101, "R ANTERIOR CHEST", LINEAR, dry(0.35, 101)),
        new Recipe("lng-01-left.mp4", 102, "L ANTERIOR CHEST", LINEAR, dry(0, 102)),
        new Recipe("lng-01-left-mmode.jpg", 102, "L ANTERIOR CHEST", LINEAR, dry(0, 102)));
  }

  private static Lung dry(double slide, long seed) {
    return new Lung(1.75, 1.05, 1.75, slide, new double[0], 0, new Grain(seed));
  }
}
